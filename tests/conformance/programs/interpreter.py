"""Runs a random program on CPython: the statement `sleep` is the method `do_sleep`, the awaitable
`gather` is `make_gather`. `language.rs` documents each of them.

A statement about a task, a kept future, a group or a timeout that does not exist (yet) is skipped.
So a program stays valid if any statement is removed.
"""

import asyncio
import builtins
import inspect
import time
from collections import Counter

from given import given
from reference_loop import is_told, show

RAISABLE = {
    error.__name__: error
    for error in [
        ValueError,
        LookupError,
        IndexError,
        RuntimeError,
        NotImplementedError,
        ZeroDivisionError,
        ConnectionResetError,
        TimeoutError,
        asyncio.CancelledError,
    ]
}


# The highest printed number of cancellation requests. In a cycle of waits, their number is undefined.
MANY = 9


class Return:
    """The result of a body that has reached a `return`."""

    def __init__(self, value):
        self.value = value


def parts(node):
    """Returns the name of a statement or an awaitable, and its arguments."""
    if isinstance(node, str):
        return node, []
    ((name, arguments),) = node.items()
    return name, arguments


def call(method, arguments):
    """Calls a method. A list is several arguments, unless the method's only parameter takes the list."""
    if isinstance(arguments, list) and not getattr(method, "takes_a_list", False):
        return method(*arguments)
    return method(arguments)


def takes_a_list(method):
    method.takes_a_list = True
    return method


class Interpreter:
    def __init__(self, program, ran=None):
        self.program = program
        self.ran = Counter() if ran is None else ran  # How often each construct ran.
        self.tasks = {}
        self.kept = {}
        self.groups = {}
        self.limits = {}
        self.calls = {}
        self.callbacks = {}
        self.counters = Counter()

    async def main(self):
        self.things = {name: self.thing(*parts(thing)) for name, thing in self.program["things"].items()}
        self.tasks["main"] = asyncio.current_task()
        return await self.coroutine(self.program["main"])

    def thing(self, kind, argument):
        match kind:
            case "lock":
                return asyncio.Lock()
            case "semaphore":
                return asyncio.Semaphore(argument)
            case "bounded_semaphore":
                return asyncio.BoundedSemaphore(argument)
            case "event":
                return asyncio.Event()
            case "condition":
                return asyncio.Condition()
            case "barrier":
                return asyncio.Barrier(argument)
            case "queue":
                return asyncio.Queue(argument)
            case "priority_queue":
                return asyncio.PriorityQueue(argument)
            case "lifo_queue":
                return asyncio.LifoQueue(argument)
            case "future":
                return asyncio.get_running_loop().create_future()

    # Bodies.

    async def coroutine(self, body):
        flow = await self.body(body)
        return flow.value if flow else None

    async def body(self, statements):
        for statement in statements:
            if flow := await self.statement(statement):
                return flow

    async def statement(self, statement):
        name, arguments = parts(statement)
        self.ran[name] += 1
        done = call(getattr(self, f"do_{name}"), arguments)
        return await done if inspect.iscoroutine(done) else done

    def act(self, statements):
        """Runs a callback's statements, which cannot wait."""
        for statement in statements:
            name, arguments = parts(statement)
            self.ran[f"{name} in a callback"] += 1
            try:
                call(getattr(self, f"do_{name}"), arguments)
            except (Exception, asyncio.CancelledError) as error:
                print("error", show(error))

    # Awaitables.

    def make(self, awaitable):
        name, arguments = parts(awaitable)
        self.ran[name] += 1
        return call(getattr(self, f"make_{name}"), arguments)

    def make_all(self, awaitables):
        return [self.make(awaitable) for awaitable in awaitables]

    def make_task(self, name):
        task = self.tasks.get(name)
        # The error of a task that awaits itself contains the task's whole repr, so such an await is left out.
        return task if task and task is not asyncio.current_task() else self.make_call([])

    @takes_a_list
    def make_call(self, body):
        return self.coroutine(body)

    def make_nap(self, seconds):
        return asyncio.sleep(seconds)

    def make_future(self, name):
        return self.things[name]

    @takes_a_list
    def make_gather(self, children):
        return asyncio.gather(*self.make_all(children))

    @takes_a_list
    def make_gather_return_exceptions(self, children):
        return asyncio.gather(*self.make_all(children), return_exceptions=True)

    @takes_a_list
    def make_gather_of_gathers(self, lists):
        return asyncio.gather(*[self.make_gather(children) for children in lists])

    def make_shield(self, inner):
        return asyncio.shield(self.make(inner))

    def make_wait_for(self, inner, limit):
        return asyncio.wait_for(given(self.make(inner)), limit)

    def make_kept(self, key):
        return self.kept[key] if key in self.kept else self.make_call([])

    # Statements that never wait.

    def do_print(self, text):
        print(text)

    def do_now(self):
        print("now", repr(asyncio.get_running_loop().time()))

    def do_block(self, seconds):
        time.sleep(seconds)

    def do_spawn(self, name, body):
        self.tasks[name] = asyncio.create_task(self.coroutine(body), name=name)

    def do_spawn_unnamed(self, name, body):
        self.tasks[name] = asyncio.create_task(self.coroutine(body))

    def do_spawn_in(self, group, name, body):
        if group in self.groups:
            self.tasks[name] = self.groups[group].create_task(self.coroutine(body), name=name)

    def do_cancel(self, name):
        if task := self.find_task(name):
            print("cancel", name, task.cancel())

    def do_cancel_with(self, name, message):
        if task := self.find_task(name):
            print("cancel", name, task.cancel(message))

    def find_task(self, name):
        return asyncio.current_task() if name == "self" else self.tasks.get(name)

    def do_uncancel(self):
        if task := asyncio.current_task():
            print("uncancel", min(task.uncancel(), MANY))

    def do_state(self, name):
        if task := self.find_task(name):
            print(name, task.get_name(), task.done(), task.cancelled(), min(task.cancelling(), MANY))

    def do_result(self, name):
        if task := self.tasks.get(name):
            print("result", show(asked(task.result)))

    def do_exception(self, name):
        if task := self.tasks.get(name):
            print("exception", show(asked(task.exception)))

    def do_all_tasks(self):
        # A story leaves out asyncio's own tasks at the end of a run.
        print("all", *sorted(task.get_name() for task in asyncio.all_tasks() if is_told(task)))

    def do_rename(self, name, new):
        if task := self.tasks.get(name):
            task.set_name(new)

    def do_callback(self, key, name, acts):
        def called(task):
            print("callback", key, task.cancelled())
            self.act(acts)

        if task := self.tasks.get(name):
            self.callbacks[key] = (task, called)
            task.add_done_callback(called)

    def do_remove_callback(self, key):
        if key in self.callbacks:
            task, called = self.callbacks[key]
            task.remove_done_callback(called)

    @takes_a_list
    def do_call_soon(self, acts):
        asyncio.get_running_loop().call_soon(self.act, acts)

    def do_call_later(self, key, seconds, acts):
        self.calls[key] = asyncio.get_running_loop().call_later(seconds, self.act, acts)

    def do_cancel_call(self, key):
        if key in self.calls:
            self.calls[key].cancel()

    def do_forget(self, awaitable):
        self.make(awaitable)

    def do_keep(self, key, awaitable):
        self.kept[key] = self.make(awaitable)

    def do_cancel_kept(self, key):
        if key in self.kept:
            print("cancel", key, self.kept[key].cancel())

    def do_kept_state(self, key):
        if key in self.kept:
            print(key, self.kept[key].done(), self.kept[key].cancelled())

    def do_reschedule(self, key, seconds):
        if key in self.limits:
            now = asyncio.get_running_loop().time()
            self.limits[key].reschedule(None if seconds is None else now + seconds)

    def do_expired(self, key):
        if key in self.limits:
            print(key, self.limits[key].expired())

    def do_raise(self, name, message):
        raise RAISABLE[name](message) if message else RAISABLE[name]()

    def do_return(self, value):
        return Return(value)

    def do_count(self, name):
        self.counters[name] += 1

    # Things.

    def do_release(self, name):
        self.things[name].release()

    def do_locked(self, name):
        print(name, self.things[name].locked())

    def do_set(self, name):
        self.things[name].set()

    def do_clear(self, name):
        self.things[name].clear()

    def do_is_set(self, name):
        print(name, self.things[name].is_set())

    def do_notify(self, name, count):
        self.things[name].notify(count)

    def do_notify_all(self, name):
        self.things[name].notify_all()

    def do_barrier_state(self, name):
        print(name, self.things[name].n_waiting, self.things[name].broken)

    def do_put_nowait(self, name, item):
        self.things[name].put_nowait(item)

    def do_get_nowait(self, name):
        print("got", self.things[name].get_nowait())

    def do_task_done(self, name):
        self.things[name].task_done()

    def do_shutdown(self, name, immediate):
        self.things[name].shutdown(immediate)

    def do_queue_state(self, name):
        print(name, self.things[name].qsize(), self.things[name].full())

    def do_set_result(self, name, value):
        self.things[name].set_result(value)

    def do_set_exception(self, name, message):
        self.things[name].set_exception(ValueError(message))

    def do_cancel_future(self, name, message):
        print("cancel", name, self.things[name].cancel(message))

    # Statements that wait.

    async def do_sleep(self, seconds):
        await asyncio.sleep(seconds)

    async def do_await(self, awaitable):
        await self.make(awaitable)

    async def do_show(self, awaitable):
        print("got", show(await self.make(awaitable)))

    async def do_return_await(self, awaitable):
        return Return(await self.make(awaitable))

    async def do_try(self, block):
        """Runs try, except and finally by hand, so that no statement runs when a coroutine is closed."""
        flow, error = await self.attempt(block["body"])
        if error is not None and "catch" in block and catches(block["catch"], error):
            print("caught", show(error))
            caught = error
            flow, error = await self.attempt(block.get("handler", []))
            if flow is None and error is None and block.get("reraise"):
                error = caught
        flow = await self.body(block.get("cleanup", [])) or flow
        if error is not None and not flow:
            raise error
        return flow

    async def attempt(self, body):
        try:
            return await self.body(body), None
        except (Exception, asyncio.CancelledError) as error:
            return None, error

    async def do_repeat(self, count, body):
        for _ in range(count):
            if flow := await self.body(body):
                return flow

    async def do_timeout(self, key, seconds, body):
        async with asyncio.timeout(seconds) as limit:
            self.limits[key] = limit
            return await self.body(body)

    async def do_timeout_at(self, key, when, body):
        async with asyncio.timeout_at(when) as limit:
            self.limits[key] = limit
            return await self.body(body)

    async def do_group(self, key, body):
        async with asyncio.TaskGroup() as group:
            self.groups[key] = group
            flow = await self.body(body)
        return flow

    async def do_hold(self, name, body):
        async with self.things[name]:
            return await self.body(body)

    async def do_acquire(self, name):
        await self.things[name].acquire()

    async def do_wait_event(self, name):
        await self.things[name].wait()

    async def do_wait_condition(self, name):
        await self.things[name].wait()

    async def do_wait_condition_for(self, name, counter, least):
        await self.things[name].wait_for(lambda: self.counters[counter] >= least)

    async def do_wait_barrier(self, name):
        print("passed", name, await self.things[name].wait())

    async def do_reset(self, name):
        await self.things[name].reset()

    async def do_abort(self, name):
        await self.things[name].abort()

    async def do_put(self, name, item):
        await self.things[name].put(item)

    async def do_get(self, name):
        print("got", await self.things[name].get())

    async def do_join(self, name):
        await self.things[name].join()

    async def do_wait(self, names, limit, return_when):
        tasks = {name: self.tasks[name] for name in names if name in self.tasks}
        done, pending = await asyncio.wait(
            list(tasks.values()), timeout=limit, return_when=getattr(asyncio, return_when)
        )
        for task in done:
            asked(task.exception)  # Which exceptions `wait` has retrieved depends on the order of its set.
        print("done", *[name for name in tasks if tasks[name] in done],
              "pending", *[name for name in tasks if tasks[name] in pending])

    async def do_as_completed(self, awaitables, limit, catch):
        for next_one in asyncio.as_completed(self.make_all(awaitables), timeout=limit):
            try:
                print("next", show(await next_one))
            except Exception as error:
                if not catch:
                    raise
                print("caught", show(error))


def asked(question):
    """Returns the answer, or the exception that is raised instead."""
    try:
        return question()
    except (Exception, asyncio.CancelledError) as error:
        return error


def catches(name, error):
    return isinstance(error, getattr(asyncio if name == "CancelledError" else builtins, name))
