"""Hints about coroutines that are not awaited, and about event loops that are started in a running one."""

import ast

from .places import insert, replace
from .program import hint

MODULE = {"sleep", "wait_for", "wait", "to_thread", "open_connection", "start_server", "create_subprocess_exec"}
METHODS = {
    "asyncio.Queue": {"put", "get", "join"},
    "asyncio.PriorityQueue": {"put", "get", "join"},
    "asyncio.LifoQueue": {"put", "get", "join"},
    "asyncio.Lock": {"acquire"},
    "asyncio.Semaphore": {"acquire"},
    "asyncio.BoundedSemaphore": {"acquire"},
    "asyncio.Event": {"wait"},
    "asyncio.Condition": {"acquire", "wait", "wait_for"},
    "asyncio.Barrier": {"wait"},
}
# Functions that use their argument's value at once, so a coroutine as their argument is a mistake.
READERS = {"print", "len", "str", "int", "float", "list", "tuple", "set", "dict", "sum", "sorted", "max", "min", "round", "abs"}
# The attributes of coroutine objects.
ITS_OWN = {"close", "send", "throw", "cr_frame", "cr_await", "cr_code", "cr_running", "__await__"}
LOOPS = {"asyncio.get_running_loop", "asyncio.get_event_loop", "asyncio.new_event_loop"}


def never_awaited(program):
    """Finds a coroutine that is created and then dropped, or used as if it were its result."""
    for call in program.nodes:
        if isinstance(call, ast.Call) and (name := coroutine_name(program, call)):
            if _is_wasted(program, call) or _is_wasted_by_variable(program, call):
                yield hint(
                    program, "never-awaited", call.func, "forgotten-await", name=name, fix=_with_await(program, call)
                )
            elif _is_wasted_in_list(program, call):
                yield hint(program, "never-awaited", call.func, "forgotten-await", name=name)


def coroutine_name(program, call):
    """Returns the name of the coroutine function that a call certainly calls, or None."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)
    path = program.path(call.func)
    if program.coroutine(call) or path and path.startswith("asyncio.") and path[8:] in MODULE:
        return name
    if isinstance(call.func, ast.Attribute) and name in METHODS.get(program.maker(call.func.value), ()):
        return name
    return None


def _is_wasted(program, node):
    """Whether an expression's value is dropped, or used in a way that is wrong for a coroutine."""
    parent = program.parents[node]
    match parent:
        case ast.Expr() | ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.FormattedValue() | ast.AugAssign() | ast.withitem():
            return not isinstance(program.parents[parent], ast.AsyncWith)
        case ast.Attribute():
            return parent.attr not in ITS_OWN
        case ast.Subscript():
            return parent.value is node
        case ast.For() | ast.comprehension() | ast.AsyncFor():
            return parent.iter is node
        case ast.If() | ast.While() | ast.IfExp() | ast.Assert():
            return parent.test is node
        case ast.Call():
            return node in parent.args and any(program.is_builtin(parent.func, name) for name in READERS)
        case ast.keyword():
            return any(program.is_builtin(program.parents[parent].func, name) for name in READERS)
    return False


def _is_wasted_in_list(program, call):
    """Whether a comprehension fills a list with coroutines, and the list is at most printed."""
    made = program.parents[call]
    if not isinstance(made, ast.ListComp) or made.elt is not call:
        return False
    return _is_printed(program, made) or _is_wasted_by_variable(program, made, _is_printed)


def _is_printed(program, node):
    """Whether a list is used only as if its elements were results."""
    parent = program.parents[node]
    if isinstance(parent, ast.FormattedValue):
        return True
    return isinstance(parent, ast.Call) and node in parent.args and any(program.is_builtin(parent.func, name) for name in ("print", "sum", "max", "min", "str"))


def _is_wasted_by_variable(program, call, is_wasted=_is_wasted):
    """Whether a coroutine, or a list of them, is assigned to a local variable that is only used as if it were the result."""
    assign, function = program.parents[call], program.function(call)
    if not isinstance(assign, ast.Assign) or len(assign.targets) != 1 or not isinstance(assign.targets[0], ast.Name) or function is None:
        return False
    name = assign.targets[0].id
    if program.bindings[function].get(name) != [("value", call)]:
        return False
    uses = [node for node in program.nodes if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)]
    mine = [use for use in uses if program.bound(name, use) is program.bindings[function][name]]
    return all(is_wasted(program, use) and not isinstance(program.parents[use], ast.Expr) for use in mine)


def _with_await(program, call):
    places = program.places
    if program.in_coroutine(call):
        return awaiting(program, call, [insert(places.start(call), "await ")], [])
    alone = program.function(call) is None and isinstance(program.parents[call], ast.Expr)
    asyncio = program.module_name("asyncio", call)
    if alone and asyncio and program.coroutine(call):
        return [insert(places.start(call), f"{asyncio}.run("), insert(places.end(call), ")")]
    return None


def awaiting(program, call, before, after):
    """Returns the edits that put `await` before a call, in brackets if the result's attribute or item is used."""
    parent = program.parents[call]
    asked = isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is call
    power = isinstance(parent, ast.Call) and parent.func is call
    if not (asked or power):
        return [*before, *after]
    start, end = program.places.start(call), program.places.end(call)
    before = [{**before[0], "text": f"({before[0]['text']}"}, *before[1:]]
    if after and (after[-1]["endLine"], after[-1]["endColumn"]) == end:
        return [*before, *after[:-1], {**after[-1], "text": f"{after[-1]['text']})"}]
    assert (before[0]["line"], before[0]["column"]) == start
    return [*before, *after, insert(end, ")")]


def run_inside(program):
    """Finds `asyncio.run` or `loop.run_until_complete` where a loop is already running."""
    if "nest_asyncio" in program.bindings[program.tree]:
        return
    for call in program.nodes:
        if not isinstance(call, ast.Call) or not program.in_coroutine(call):
            continue
        if program.path(call.func) == "asyncio.run":
            name = "asyncio.run"
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "run_until_complete" and program.maker(call.func.value) in LOOPS:
            name = "run_until_complete"
        else:
            continue
        yield hint(program, "run-inside", call.func, "one-coroutine", name=name, fix=_awaited_instead(program, call))


def _awaited_instead(program, call):
    plain = len(call.args) == 1 and isinstance(call.args[0], (ast.Call, ast.Name, ast.Attribute)) and not call.keywords
    if not plain:
        return None
    places = program.places
    start = replace(places.start(call), places.start(call.args[0]), "await ")
    return awaiting(program, call, [start], [replace(places.end(call.args[0]), places.end(call), "")])


RULES = [never_awaited, run_inside]
