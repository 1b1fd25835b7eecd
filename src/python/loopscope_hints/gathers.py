"""Hints about gathers without a limit, and about gathers whose first error loses the other results."""

import ast

from .handlers import CANCELLED, types_of
from .program import COMPREHENSIONS, hint
from .network import asks, is_request

LIMITS = {"Semaphore", "BoundedSemaphore", "TCPConnector", "Limits", "Queue", "LifoQueue", "PriorityQueue"}
FEW = 20  # this many at once overload no server
MANY = 100  # this many at once overload any server


def gathers(program):
    """Finds a gather over many requests without a limit, and a gather whose first error loses the other results."""
    limited = any(
        (isinstance(node, ast.Attribute) and node.attr in LIMITS) or (isinstance(node, ast.Name) and node.id in LIMITS)
        for node in program.nodes
    )
    for call in program.nodes:
        if not isinstance(call, ast.Call) or program.path(call.func) != "asyncio.gather":
            continue
        if not limited and any(_is_many(program, argument) for argument in call.args):
            yield hint(program, "gather-unbounded", call.func, "semaphore")
        if _loses(program, call):
            yield hint(program, "gather-loses", call.func, "return-exceptions")


def _is_many(program, argument):
    """Whether an argument such as `*[fetch(url) for url in urls]` starts many coroutines, or may start many requests."""
    if not isinstance(argument, ast.Starred):
        return False
    made = [*(program.values(argument.value) or [argument.value]), *_appended(program, argument.value)]
    return any(_are_many(program, *_elements(program, one)) for one in made)


def _elements(program, node):
    """Returns the calls that create a list's elements, and what they iterate over; [] if the source does not show it."""
    if isinstance(node, COMPREHENSIONS) and not isinstance(node, ast.DictComp):
        return [call for call in ast.walk(node.elt) if isinstance(call, ast.Call)], node.generators[0].iter
    if isinstance(node, ast.Call) and program.is_builtin(node.func, "map") and len(node.args) == 2:
        return [ast.Call(node.args[0], [], [])], node.args[1]
    if isinstance(node, ast.For):
        return [call for call in ast.walk(node) if isinstance(call, ast.Call)], node.iter
    return [], None


def _appended(program, node):
    """Returns the loops that fill a list."""
    if not isinstance(node, ast.Name):
        return []
    grown = [one for one in program.nodes if _grows(one, node.id) and program.function(one) is program.function(node)]
    return [loop for one in grown if isinstance(loop := _loop_around(program, one), ast.For)]


def _loop_around(program, node):
    while node is not None and not isinstance(node, (ast.For, ast.While, ast.FunctionDef, ast.AsyncFunctionDef)):
        node = program.parents.get(node)
    return node


def _are_many(program, calls, gone_through):
    size = _size(program, gone_through) if gone_through is not None else FEW
    functions = [function for call in calls if (function := program.coroutine(call))]
    if size is not None and size <= FEW:
        return False
    if functions and size is not None and size > MANY:
        return True
    return any(asks(program, function) for function in functions) or any(is_request(program, call) for call in calls)


def _size(program, node):
    """Returns the number of elements of a literal or a range; None if the source does not show it."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return None if any(isinstance(one, ast.Starred) for one in node.elts) else len(node.elts)
    if isinstance(node, ast.Dict):
        return len(node.keys)
    if isinstance(node, ast.Call):
        return _size_of_call(program, node)
    if isinstance(node, COMPREHENSIONS):
        return _size(program, node.generators[0].iter) if len(node.generators) == 1 else None
    values = program.values(node)
    grown = isinstance(node, ast.Name) and any(_grows(other, node.id) for other in program.nodes)
    return _size(program, values[0]) if values and len(values) == 1 and not grown and values[0] is not node else None


def _size_of_call(program, call):
    if program.is_builtin(call.func, "range") and all(isinstance(one, ast.Constant) for one in call.args):
        try:
            return len(range(*(one.value for one in call.args)))
        except (TypeError, ValueError):
            return None
    through = any(program.is_builtin(call.func, name) for name in ("enumerate", "zip", "sorted", "list", "set", "tuple", "reversed"))
    method = isinstance(call.func, ast.Attribute) and call.func.attr in ("items", "keys", "values") and not call.args
    inner = call.func.value if method else call.args[0] if through and call.args else None
    return _size(program, inner) if inner is not None else None


def _grows(node, name):
    """Whether a node is a method that adds elements to the list."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("append", "extend", "insert", "add", "update")
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    )


def _loses(program, call):
    """Whether one task's error is caught, so that the other tasks' results are lost."""
    if any(keyword.arg in ("return_exceptions", None) for keyword in call.keywords):
        return False
    if len(call.args) < 2 and not any(isinstance(one, ast.Starred) for one in call.args):
        return False
    if not isinstance(program.parents[call], ast.Await) or any(_is_kept(program, argument) for argument in call.args):
        return False
    function = program.function(call)
    for node in program.own(function, ast.Try):
        if program.within(call, node.body):
            raises = program.own(function, ast.Raise)
            return any(
                _catches_failures(program, handler) and not any(program.within(one, handler.body) for one in raises)
                for handler in node.handlers
            )
    return False


def _catches_failures(program, handler):
    types = types_of(handler)
    other = {"asyncio.TimeoutError", *CANCELLED}
    quiet = ("TimeoutError", "KeyboardInterrupt", "SystemExit")
    return not types or any(program.path(one) not in other and not any(program.is_builtin(one, name) for name in quiet) for one in types)


def _is_kept(program, argument):
    """Whether the program names the awaitables that it gathers, and uses them elsewhere."""
    node = argument.value if isinstance(argument, ast.Starred) else argument
    if not isinstance(node, ast.Name):
        return isinstance(node, ast.Attribute) or isinstance(node, ast.Call) and isinstance(argument, ast.Starred)
    return any(
        isinstance(other, ast.Name) and other.id == node.id and other is not node and isinstance(other.ctx, ast.Load)
        and not _grows(program.parents[other], node.id)
        for other in program.nodes
    )


RULES = [gathers]
