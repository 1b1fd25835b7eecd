"""Hints about calls in a coroutine that block the thread, and so the event loop."""

import ast

from .places import insert, replace
from .program import hint
from .network import VERBS
from .unawaited import awaiting

REQUESTS = {
    *(f"{module}.{verb}" for module in ("requests", "httpx") for verb in VERBS),
    "urllib.request.urlopen",
    "urllib.request.urlretrieve",
}
CLIENTS = {"requests.Session", "requests.session", "httpx.Client"}
OF_PATHS = {"read_text", "write_text", "read_bytes", "write_bytes"}
PROCESSES = {"os.system", *(f"subprocess.{name}" for name in ("run", "call", "check_call", "check_output", "getoutput"))}


def blocking_calls(program):
    """Finds sleeps, requests, file access, input and subprocesses that block the event loop's thread."""
    for call in program.nodes:
        if isinstance(call, ast.Call) and program.in_coroutine(call) and (found := _found(program, call) or _through(program, call)):
            code, name, fix = found
            yield hint(program, code, call.func, "blocking-call", name=name, fix=fix)


def _found(program, call):
    """Returns the hint's code, the called function's name and the fix, or None for a call that does not block."""
    path = program.path(call.func)
    if path == "time.sleep":
        return "blocking-sleep", path, _sleeping(program, call)
    if path in REQUESTS:
        return "blocking-request", path, _threaded(program, call)
    if isinstance(call.func, ast.Attribute) and call.func.attr in VERBS and program.maker(call.func.value) in CLIENTS:
        return "blocking-request", ast.unparse(call.func), _threaded(program, call)
    if path in PROCESSES:
        return "blocking-process", path, _threaded(program, call)
    if program.is_builtin(call.func, "input"):
        return "blocking-input", "input", _threaded(program, call)
    if program.is_builtin(call.func, "open") or path == "io.open":
        return "blocking-file", "open", None
    if isinstance(call.func, ast.Attribute) and call.func.attr in OF_PATHS and program.maker(call.func.value) == "pathlib.Path":
        return "blocking-file", call.func.attr, None
    return None


def _through(program, call, seen=()):
    """Like `_found`, for a call of an ordinary function of the program that contains a blocking call."""
    function = program.ordinary(call)
    if function is None or function in seen:
        return None
    for inner in program.own(function, ast.Call):
        found = _found(program, inner) or _through(program, inner, (function, *seen))
        # Reading a short file in a function of its own is fine, and a sleep there often stands for a computation.
        if found and found[0] not in ("blocking-file", "blocking-sleep"):
            return found[0], found[1], _threaded(program, call)
    return None


def _sleeping(program, call):
    asyncio = program.module_name("asyncio", call)
    if not asyncio or len(call.args) != 1 or call.keywords:
        return None
    start, end = program.places.start(call.func), program.places.end(call.func)
    return awaiting(program, call, [replace(start, end, f"await {asyncio}.sleep")], [])


def _threaded(program, call):
    """Returns the edits that move a call to a thread; None if asyncio is not imported, or for a generator argument."""
    asyncio = program.module_name("asyncio", call)
    arguments = [*call.args, *call.keywords]
    if not asyncio or (call.args and isinstance(call.args[0], ast.GeneratorExp)):
        return None
    places = program.places
    begin = insert(places.start(call), f"await {asyncio}.to_thread(")
    behind = places.bracket_after(call.func)
    comma = "," if places.ends_line(behind) else ", "
    bracket = replace(places.end(call.func), behind, comma if arguments else "")
    return awaiting(program, call, [begin], [bracket])


RULES = [blocking_calls]
