"""The reference event loop: CPython's own, on a virtual clock, telling the story of a run.

`tell(main, file)` runs a coroutine function as `asyncio.run` would and returns its `Story`.
The rules are those of the `semantics` page, section "The reference run".
"""

import asyncio
import builtins
import functools
import gc
import inspect
import itertools
import json
import logging
import re
import selectors
import sys
import time
import warnings
import weakref
from asyncio import events, runners, tasks
from contextlib import ExitStack, contextmanager


class Story:
    """What happened in one run, and where in the scenario's file each task waited.

    Garbage collection's moment is nobody's promise, so a story chooses one: by default the end of
    the run, until which every task is kept; in a program that `collects`, the end of each callback.
    """

    def __init__(self, file, collects):
        self.file = file
        self.collects = collects
        self.lines = []
        self.references = []  # Weak, to every task, in creation order.
        self.kept = []  # The same tasks, until the end of the run; none if the program collects.
        self.kept_waits = []

    def add(self, now, who, what):
        self.lines.append(f"{now:.3f} {who} {what}")

    def add_task(self, task):
        self.references.append(weakref.ref(task))
        if not self.collects:
            self.kept.append(task)

    @property
    def tasks(self):
        """The tasks that are still there, in creation order."""
        return [task for task in (reference() for reference in self.references) if task is not None]

    def waits(self):
        """Per task that ever waited: its name and the source lines, in order."""
        return self.kept_waits

    def end(self):
        """Lets the tasks go, in creation order: what asyncio says of a lost one, it says now."""
        self.kept_waits = [(task.get_name(), task.waits) for task in self.tasks if task.waits]
        while self.kept:
            del self.kept[0]
        gc.collect()


def tell(main, file, collects=False):
    """Runs `main()` in a task named "main", then ends as `asyncio.run` does."""
    story = Story(file, collects)
    loop = VirtualLoop(story)
    with stand_ins(loop):
        try:
            run_to_the_end(loop, main())
        except Deadlock:
            for task in story.tasks:
                task._log_destroy_pending = False  # The error has said it all.
            raise
        finally:
            story.end()
            loop.close()
    return story


def run_to_the_end(loop, coroutine):
    main = loop.create_task(coroutine, name="main")
    try:
        loop.run_until_complete(main)
    except (Exception, asyncio.CancelledError):
        if not main.done():
            raise  # Ours (`Deadlock`), not the scenario's: that one is a line of the story.
    with replaced(tasks, "all_tasks", unfinished_in_creation_order):
        runners._cancel_all_tasks(loop)
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())


def unfinished_in_creation_order(loop):
    """Stands in for `asyncio.all_tasks`, whose set has an order that changes from run to run."""
    return [task for task in loop.story.tasks if not task.done()]


# The loop and its clock.


class Deadlock(Exception):
    """No callback is ready and no timer is set: CPython would wait for ever.

    Or for a thread: threads are no part of a story, their moments are real time's.
    """


# The coroutines of asyncio's own with which a run ends: no story tells of them.
CLOSING = ["shutdown_asyncgens", "shutdown_default_executor"]


class VirtualLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop; only `time()` and the wait in `select()` are ours.

    Times are float seconds from 0.0 and come from asyncio's own arithmetic, ties included.
    """

    def __init__(self, story):
        super().__init__(JumpingSelector(self))
        self.story = story
        self.now = 0.0
        self.worker = None
        self._clock_resolution = 1e-9
        self.set_debug(False)

    def time(self):
        return self.now

    def jump(self):
        """Moves the clock exactly to the earliest timer (`_run_once` has dropped cancelled ones)."""
        if not self._scheduled:
            raise Deadlock(self.deadlock_message())
        self.now = self._scheduled[0]._when

    def deadlock_message(self):
        waiting = [task.get_name() for task in self.story.tasks if not task.done()]
        return (
            f"deadlock at {self.now:.3f}: nothing is ready and no timer is set, "
            f"yet the run is unfinished (waiting: {', '.join(waiting) or 'the exit of asyncio.run'})"
        )

    def collect(self):
        if self.story.collects:
            gc.collect()

    def default_exception_handler(self, context):
        """Where CPython would log. A message about a task is told as that task's own line."""
        message = re.sub(r" (created )?at \S+:\d+", "", context["message"])  # "Exception in callback"
        task = context.get("task") or context.get("future")
        self.warn(message, task if isinstance(task, StoryTask) else telling_task(self))

    def run_in_executor(self, executor, func, *args):
        """A worker's time is no thread's: what it sleeps is its duration, and it is done that much later."""
        future, began, worker = self.create_future(), self.now, self.worker
        self.worker = Worker(tasks.current_task(self))
        try:
            end = functools.partial(future.set_result, func(*args))
        except Exception as error:
            end = functools.partial(future.set_exception, error)
        for moment, text in self.worker.printed:
            self.call_at(moment, self.worker.tell, self, text)
        until, self.now, self.worker = self.now, began, worker
        self.call_at(until, lambda: future.done() or end())
        return future

    def warn(self, message, task):
        self.story.add(self.now, task.get_name() if task else "loop", f"warned {show(message)}")

    def create_task(self, coro, *, name=None, context=None):
        """Not a task factory: 3.13.0 gives the name only after the factory returned (and gives
        an unnamed task the name "None"), too late for the line `created`."""
        self._check_closed()
        kind = tasks._PyTask if getattr(coro, "__name__", None) in CLOSING else StoryTask
        return kind(coro, loop=self, name=name, context=context)


class Worker:
    """A function of `to_thread` at work. What it prints, the task prints that waits for it."""

    def __init__(self, task):
        self.task = task
        self.printed = []

    def tell(self, loop, text):
        loop.story.add(loop.time(), self.task.get_name(), f"printed {show(text)}")


class JumpingSelector(selectors.DefaultSelector):
    """Where a real loop would sleep, the clock jumps."""

    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        self.loop.collect()
        # asyncio passes 0 when a callback is ready or a timer is already due.
        if timeout is None or timeout > 0:
            self.loop.jump()
        return super().select(0)


class Collecting:
    """The loop holds a callback's handle, and so its task, until it takes the next: only then,
    just before the next callback or the wait in `select()`, can the callback's garbage go."""

    __slots__ = []

    def _run(self):
        self._loop.collect()
        super()._run()
        self = None  # As in asyncio: a traceback keeps this frame, and the frame would keep the task.


class StoryHandle(Collecting, events.Handle):
    __slots__ = []


class NumberedTimer(Collecting, events.TimerHandle):
    """Timers of equal `_when` run in creation order; CPython's heap leaves that open."""

    __slots__ = ["number"]
    numbers = itertools.count()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.number = next(self.numbers)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


# The task that tells.


class StoryTask(tasks._PyTask):
    """asyncio's pure Python task, writing a line when it is created, started and done."""

    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        self.story = self._loop.story
        self.started = False
        self.waits = []
        self.story.add_task(self)
        self.tell("created")

    def tell(self, what):
        self.story.add(self._loop.time(), self.get_name(), what)

    def _Task__step_run_and_handle_result(self, exc):
        # An `exc` thrown into a fresh coroutine runs none of its body: that is no start.
        if exc is None and not self.started:
            self.started = True
            self.tell("started")
        super()._Task__step_run_and_handle_result(exc)
        if self.done():
            self.tell(self.end())
        else:
            self.waits_at(suspended_line(self._coro, self.story.file))
        self = None  # As in `_run`.

    def end(self):
        """Reads the fields, since `exception()` would count as retrieving it (rule 35)."""
        if self.cancelled():
            return "cancelled"
        if self._exception is not None:
            return f"failed {show(self._exception)}"
        return f"finished {show(self._result)}"

    def waits_at(self, line):
        if line is not None:
            self.waits.append(line)

    def result(self):
        if not self.done():
            # The words of the C task, the one that programs meet; the Python one has others.
            raise asyncio.InvalidStateError("Result is not set.")
        return super().result()


# Programs print `type(task).__name__`, and asyncio's messages begin with it.
StoryTask.__name__ = StoryTask.__qualname__ = "Task"


def suspended_line(awaitable, file):
    """The line of the innermost frame of `file` in a chain of suspended awaits, or None.

    The chain ends at a future, and at an async generator (CPython 3.13 hides what those await).
    """
    line = None
    while awaitable is not None:
        frame = getattr(awaitable, "cr_frame", None) or getattr(awaitable, "gi_frame", None)
        if frame is not None and frame.f_code.co_filename == file:
            line = frame.f_lineno
        inner = getattr(awaitable, "cr_await", None)
        awaitable = inner if inner is not None else getattr(awaitable, "gi_yieldfrom", None)
    return line


def calling_line(frame, file):
    """The line of the innermost frame of `file` among `frame` and its callers, or None."""
    while frame is not None and frame.f_code.co_filename != file:
        frame = frame.f_back
    return frame and frame.f_lineno


# Where CPython goes through a set, whose order changes from run to run, a story goes by creation.


class TaskGroup(asyncio.TaskGroup):
    """A group that aborts cancels its tasks in the order in which it created them."""

    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


class OrderedSet(dict):
    """As much of a set as asyncio needs here."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


def as_completed(fs, *, timeout=None):
    """Bare coroutines become tasks in the order of the arguments, and what is done already comes in it."""
    if inspect.isawaitable(fs):  # That is an error, with words of its own.
        return tasks.as_completed(fs, timeout=timeout)
    iterator = tasks.as_completed([])
    iterator._todo = OrderedSet()
    for future in [tasks.ensure_future(awaitable) for awaitable in dict.fromkeys(fs)]:
        iterator._todo.add(future)
    for future in iterator._todo:
        future.add_done_callback(iterator._handle_completion)
    if iterator._todo and timeout is not None:
        loop = events.get_running_loop()
        iterator._timeout_handle = loop.call_later(timeout, iterator._handle_timeout)
    iterator._todo_left = len(iterator._todo)
    return iterator


# What the scenario meets instead of the real thing.


@contextmanager
def stand_ins(loop):
    with ExitStack() as stack:
        stack.enter_context(told_warnings(loop))
        stack.enter_context(told_log(loop))
        stack.enter_context(collection_by_hand())
        for owner, name, value in [
            (asyncio, "TaskGroup", TaskGroup),
            (asyncio, "as_completed", as_completed),
            (events, "Handle", StoryHandle),
            (events, "TimerHandle", NumberedTimer),
            # Task-1 is what `asyncio.run` would have called our "main".
            (tasks, "_task_name_counter", itertools.count(2).__next__),
            (time, "sleep", blocking_sleep(loop)),
            (time, "perf_counter", lambda: Look(loop)),
            (builtins, "print", telling_print(loop)),
        ]:
            stack.enter_context(replaced(owner, name, value))
        yield


@contextmanager
def replaced(owner, name, value):
    original = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, original)


@contextmanager
def told_warnings(loop):
    """The warnings module's, each time and not once per line: "coroutine 'f' was never awaited"."""

    def tell(message, category, *_where):
        loop.warn(f"{category.__name__}: {message}", telling_task(loop))

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = tell
        yield


@contextmanager
def told_log(loop):
    """asyncio's logger, which in debug mode says which callback held the thread for how long."""
    logger = logging.getLogger("asyncio")
    handler = TellingLog(loop)
    logger.addHandler(handler)
    with replaced(logger, "propagate", False):
        try:
            yield
        finally:
            logger.removeHandler(handler)


class TellingLog(logging.Handler):
    def __init__(self, loop):
        super().__init__(logging.WARNING)
        self.loop = loop

    def emit(self, record):
        message, task = record.getMessage(), telling_task(self.loop)
        if record.msg == "Executing %s took %.3f seconds":
            # CPython shows the task's or the handle's repr, with addresses; the name says enough.
            callback = self.loop._current_handle._callback
            owner = getattr(callback, "__self__", None)
            task = owner if isinstance(owner, StoryTask) else None
            name = task.get_name() if task else callback.__name__
            message = f"Executing <{name}> took {record.args[1]:.3f} seconds"
        self.loop.warn(message, task)


@contextmanager
def collection_by_hand():
    """Python's own collections, which come whenever there is much garbage, are off in a story."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def blocking_sleep(loop):
    def sleep(seconds):
        """Moves the clock and lets nobody run (rule 34)."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        held_at(loop, sys._getframe(1))
        loop.now += seconds

    return sleep


class Look(float):
    """A look at the clock: `while time.perf_counter() < end: pass` computes until `end`.

    No computation takes virtual time. So a look that finds it too early moves the clock to the
    moment that the program wants to see; the next look finds it there. Nobody runs meanwhile.
    """

    def __new__(cls, loop):
        look = super().__new__(cls, loop.now)
        look.loop = loop
        return look

    def __lt__(self, end):
        early = float(self) < end
        if early:
            held_at(self.loop, sys._getframe(1))
            self.loop.now = end
        return early


def held_at(loop, frame):
    """The running task holds the thread, where `frame` is; what a worker does is no wait of its."""
    task = telling_task(loop)
    if task is not None and loop.worker is None:
        task.waits_at(calling_line(frame, loop.story.file))


def telling_print(loop):
    real_print = builtins.print

    def print(*values, sep=" ", end="\n", file=None, flush=False):
        """`end` is left out: a line of the story is a line."""
        if file not in (None, sys.stdout):
            return real_print(*values, sep=sep, end=end, file=file, flush=flush)
        text = (" " if sep is None else sep).join(map(str, values))
        if loop.worker is not None:
            loop.worker.printed.append((loop.now, text))
            return
        task = telling_task(loop)
        loop.story.add(loop.time(), task.get_name() if task else "loop", f"printed {show(text)}")

    return print


def telling_task(loop):
    """The current task; None in a callback and in asyncio's own tasks at exit."""
    task = tasks.current_task(loop) if loop.is_running() else None
    return task if isinstance(task, StoryTask) else None


# Values, as the story writes them.


def show(value):
    """JSON for text, Python's repr for the rest, inside containers too."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case BaseExceptionGroup():
            return f"{type(value).__name__}: {value} [{shown(value.exceptions)}]"
        case BaseException():
            return f"{type(value).__name__}: {value}" if str(value) else type(value).__name__
        case list():
            return f"[{shown(value)}]"
        case tuple():
            return f"({shown(value)},)" if len(value) == 1 else f"({shown(value)})"
        case dict():
            return "{" + ", ".join(f"{show(k)}: {show(v)}" for k, v in value.items()) + "}"
        case _:
            return repr(value)


def shown(values):
    return ", ".join(map(show, values))
