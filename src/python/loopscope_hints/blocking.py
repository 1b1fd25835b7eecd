"""Calls that hold the thread, and with it the event loop, from within a coroutine."""

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
PROCESSES = {"os.system", *(f"subprocess.{name}" for name in ("run", "call", "check_call", "check_output", "getoutput"))}


def blocking_calls(program):
    """Sleeping, asking the network, a file, a person or another program in the event loop's own thread."""
    for call in program.nodes:
        if isinstance(call, ast.Call) and program.in_coroutine(call) and (found := _found(program, call) or _through(program, call)):
            code, name, fix = found
            yield hint(program, code, call.func, "blocking-call", name=name, fix=fix)


def _found(program, call):
    """The hint's code, the name of what is called and the fix, or None for a call that holds nobody."""
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
    return None


def _through(program, call, seen=()):
    """What a call holds the thread with by way of an ordinary function of the program."""
    function = program.ordinary(call)
    if function is None or function in seen:
        return None
    for inner in program.own(function, ast.Call):
        found = _found(program, inner) or _through(program, inner, (function, *seen))
        # In a function of its own a short file is what people rightly do, and a sleep often stands for computing.
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
    """The edits that hand a call to a thread. A lone generator has no brackets of its own, so it stays."""
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
