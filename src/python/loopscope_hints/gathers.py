"""Gathers without a limit, and gathers whose first error loses the other results."""

import ast

from .handlers import CANCELLED, types_of
from .program import COMPREHENSIONS, hint
from .network import asks, is_request

LIMITS = {"Semaphore", "BoundedSemaphore", "TCPConnector", "Limits", "Queue", "LifoQueue", "PriorityQueue"}
FEW = 20  # so many at once overload nobody


def gathers(program):
    """A gather over a list of requests without a limit, or one whose first error loses the other results."""
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
    """Whether an argument such as `*[fetch(url) for url in urls]` may be many requests at once."""
    if not isinstance(argument, ast.Starred):
        return False
    for made in program.values(argument.value) or [argument.value]:
        if not isinstance(made, COMPREHENSIONS) or isinstance(made, ast.DictComp):
            continue
        calls = [node for node in ast.walk(made.elt) if isinstance(node, ast.Call)]
        size = _size(program, made.generators[0].iter)
        functions = [function for call in calls if (function := program.coroutine(call))]
        if size is not None and size <= FEW:
            continue
        if any(asks(program, function) for function in functions) or any(is_request(program, call) for call in calls):
            return True
    return False


def _size(program, node):
    """How many there are in a literal or a range, or None where the text does not say it."""
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
    """Whether a list gets more than its literal had."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("append", "extend", "insert", "add", "update")
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    )


def _loses(program, call):
    """Whether an error of one is caught, and with it the results of the others are gone."""
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
    """Whether the program has a name for what it gathers, and looks at it elsewhere."""
    node = argument.value if isinstance(argument, ast.Starred) else argument
    if not isinstance(node, ast.Name):
        return isinstance(node, ast.Attribute) or isinstance(node, ast.Call) and isinstance(argument, ast.Starred)
    return any(
        isinstance(other, ast.Name) and other.id == node.id and other is not node and isinstance(other.ctx, ast.Load)
        and not _grows(program.parents[other], node.id)
        for other in program.nodes
    )


RULES = [gathers]
