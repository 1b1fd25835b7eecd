"""Hints about lost tasks, swallowed cancellations, and locks that are held for long."""

import ast

from .handlers import CANCELLED, types_of
from .places import insert, replace
from .program import hint
from .network import is_request
from .unawaited import LOOPS

MAKERS = {"asyncio.create_task", "asyncio.ensure_future"}
WITH_AWAIT = (ast.Await, ast.AsyncFor, ast.AsyncWith)
QUEUES = {"asyncio.Queue", "asyncio.LifoQueue", "asyncio.PriorityQueue"}
LONG = 1.0  # seconds, a long time to hold a lock
WAITS = {f"asyncio.{name}" for name in ("gather", "wait", "open_connection", "to_thread")}


def task_dropped(program):
    """Finds tasks to which the program keeps no reference, including those that a gather creates."""
    for statement in program.nodes:
        if not isinstance(statement, ast.Expr):
            continue
        made = statement.value.elt if isinstance(statement.value, (ast.ListComp, ast.GeneratorExp)) else statement.value
        if isinstance(made, ast.Call) and _makes_task(program, made):
            yield hint(program, "task-dropped", made.func, "create-task")
        elif isinstance(made, ast.Call) and program.path(made.func) == "asyncio.gather" and made.args:
            fix = [insert(program.places.start(made), "await ")] if made is statement.value and program.in_coroutine(made) else None
            yield hint(program, "task-dropped", made.func, "create-task", fix=fix)


def _makes_task(program, call):
    if program.path(call.func) in MAKERS:
        return True
    return isinstance(call.func, ast.Attribute) and call.func.attr == "create_task" and program.maker(call.func.value) in LOOPS


def cancellation_eaten(program):
    """Finds an `except` that catches CancelledError around an await and does not raise it again."""
    for node in program.nodes:
        if not isinstance(node, (ast.Try, ast.TryStar)) or not program.in_coroutine(node):
            continue
        if handler := _first_for_cancellation(program, node):
            yield from _eaten(program, node, handler)


def _first_for_cancellation(program, node):
    """Returns the handler that would catch a cancellation; None if nothing in the `try` could raise one."""
    awaits = program.own(program.function(node), WITH_AWAIT)
    if not any(program.within(one, node.body) for one in awaits):
        return None
    for handler in node.handlers:
        types = types_of(handler)
        if not types or any(program.is_builtin(one, "BaseException") or program.path(one) in CANCELLED for one in types):
            return handler
    return None


def _eaten(program, node, handler):
    raises = program.own(program.function(node), ast.Raise)
    named = any(program.path(one) in CANCELLED for one in types_of(handler))
    if named or any(program.within(one, handler.body) for one in raises):
        return
    start = program.places.start(handler)
    word = start[0], start[1] + len("except")
    if handler.type is None:
        yield hint(program, "cancellation-eaten", handler, "cancellation", fix=[insert(word, " Exception")], end=word)
        return
    end = program.places.end(handler.type)
    single = not isinstance(handler.type, ast.Tuple)
    fix = [replace(program.places.start(handler.type), end, "Exception")] if single else None
    yield hint(program, "cancellation-eaten", handler, "cancellation", fix=fix, end=end)


def lock_held(program):
    """Finds a lock that is held during a long wait."""
    for node in program.nodes:
        if not isinstance(node, ast.AsyncWith):
            continue
        for item in node.items:
            if program.maker(item.context_expr) == "asyncio.Lock" and not isinstance(item.context_expr, ast.Call):
                waits = [one for one in program.own(program.function(node), WITH_AWAIT) if program.within(one, node.body)]
                if wait := next((one for one in waits if _is_long(program, one)), None):
                    end = program.places.end(wait if isinstance(wait, ast.Await) else _head(wait))
                    name = ast.unparse(item.context_expr)
                    yield hint(program, "lock-held", wait, "lock-race", name=name, end=end)


def _head(node):
    """Returns the expression at the end of the head of an `async for` or `async with`."""
    return node.iter if isinstance(node, ast.AsyncFor) else node.items[-1].context_expr


def _is_long(program, node, seen=()):
    """Whether an await certainly waits for the network, another task or the like, or for at least a second."""
    expressions = [node.value] if isinstance(node, ast.Await) else [_head(node)]
    for call in (one for expression in expressions for one in ast.walk(expression) if isinstance(one, ast.Call)):
        if program.path(call.func) == "asyncio.sleep":
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, (int, float)) and first.value >= LONG:
                return True
        elif program.path(call.func) in WAITS or is_request(program, call) or _waits_for_others(program, call):
            return True
        elif (function := program.coroutine(call)) and function not in seen:
            if any(_is_long(program, one, (function, *seen)) for one in program.own(function, WITH_AWAIT)):
                return True
    return False


def _waits_for_others(program, call):
    if not isinstance(call.func, ast.Attribute):
        return False
    maker = program.maker(call.func.value)
    return maker in QUEUES and call.func.attr in ("get", "put", "join") or maker == "asyncio.Event" and call.func.attr == "wait"


RULES = [task_dropped, cancellation_eaten, lock_held]
