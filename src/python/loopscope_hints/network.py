"""Finds requests that are sent with an asynchronous client."""

import ast

VERBS = {"get", "post", "put", "patch", "delete", "head", "options", "request"}
CLIENTS = {"aiohttp.ClientSession", "httpx.AsyncClient"}


def asks(program, function, seen=()):
    """Whether an async function sends a request, directly or through other functions of the program."""
    calls = program.own(function, ast.Call)
    if any(is_request(program, call) for call in calls):
        return True
    inner = [one for call in calls if (one := program.coroutine(call)) and one not in (function, *seen)]
    return any(asks(program, one, (function, *seen)) for one in inner)


def is_request(program, call):
    if program.path(call.func) in ("asyncio.open_connection", "aiohttp.request"):
        return True
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in VERBS:
        return False
    client = call.func.value
    if program.maker(client) in CLIENTS:
        return True
    # A client that is passed as an argument is recognised by its name only.
    modules = {"aiohttp", "httpx"} & {what for found in program.bindings[program.tree].values() for _, what in found if isinstance(what, str)}
    named = client.id if isinstance(client, ast.Name) else client.attr if isinstance(client, ast.Attribute) else ""
    return bool(modules) and any(word in named.lower() for word in ("session", "client"))
