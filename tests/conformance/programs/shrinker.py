"""Makes a program smaller: removes and simplifies parts as long as it still shows the difference."""

from copy import deepcopy

# Names whose only argument is a list; for all others a list is several arguments.
LISTS = ["call", "gather", "gather_return_exceptions", "gather_of_gathers", "call_soon"]


def shrink(program, shows):
    """Returns the smallest program that small steps reach, with `shows(program)` true after each step."""
    while smaller := next(filter(shows, candidates(program)), None):
        program = smaller
    return program


def candidates(program):
    """Yields every program that is one step smaller; some of them are invalid."""
    for edit in edits(program):
        candidate = deepcopy(program)
        edit(candidate)
        yield candidate


def edits(program):
    for number, items in enumerate(lists(program)):
        yield from (lambda copy, at=(number, start, length): remove(copy, *at)
                    for length in (4, 2, 1) if length <= len(items)
                    for start in range(len(items) - length + 1))
    for number, items in enumerate(lists(program)):
        for place, item in enumerate(items):
            for inner in range(len(list(own_lists(item)))):
                yield lambda copy, at=(number, place, inner): unwrap(copy, *at)
    for number, (holder, key) in enumerate(places(program)):
        for inner in range(len(list(own_nodes(holder[key])))):
            yield lambda copy, at=(number, inner): replace_by_inner(copy, *at)
    for number, (holder, key) in enumerate(numbers(program)):
        if holder[key] not in (0.0, 1.0):
            yield lambda copy, at=number: simplify_number(copy, at)
    for number, block in enumerate(tries(program)):
        for key in block.keys() - {"body"}:
            yield lambda copy, at=number, key=key: list(tries(copy))[at].pop(key)
    for name in program["things"]:
        yield lambda copy, name=name: copy["things"].pop(name)


def remove(program, number, start, length):
    del list(lists(program))[number][start : start + length]


def unwrap(program, number, place, inner):
    items = list(lists(program))[number]
    items[place : place + 1] = list(own_lists(items[place]))[inner]


def replace_by_inner(program, number, inner):
    holder, key = list(places(program))[number]
    holder[key] = list(own_nodes(holder[key]))[inner]


def simplify_number(program, number):
    holder, key = list(numbers(program))[number]
    holder[key] = 1.0


# Walks. They visit a copy in the same order as the original.


def lists(node):
    """Yields every list of statements, awaitables or names, the outermost first."""
    if isinstance(node, dict) and "main" in node:
        yield node["main"]
        yield from (found for item in node["main"] for found in lists(item))
        return
    for own in own_lists(node):
        yield own
    for inner in own_nodes(node):
        yield from lists(inner)


def own_lists(node):
    """Yields the lists that are arguments of this statement or awaitable."""
    if not isinstance(node, dict):
        return
    ((name, arguments),) = node.items()
    if name == "try":
        yield from (arguments[key] for key in ("body", "handler", "cleanup") if key in arguments)
    elif name == "gather_of_gathers":
        yield from arguments
    elif name in LISTS:
        yield arguments
    elif isinstance(arguments, list):
        yield from (argument for argument in arguments if isinstance(argument, list))


def own_nodes(node):
    """Yields the statements and awaitables directly inside this one."""
    for own in own_lists(node):
        yield from (item for item in own if isinstance(item, dict))
    if isinstance(node, dict):
        ((name, arguments),) = node.items()
        if isinstance(arguments, dict) and name != "try":
            yield arguments
        elif isinstance(arguments, list) and name not in LISTS:
            yield from (argument for argument in arguments if isinstance(argument, dict))


def every_node(program):
    left = [item for item in program["main"] if isinstance(item, dict)]
    while left:
        node = left.pop(0)
        yield node
        left += own_nodes(node)


def places(program):
    """Yields the places of awaitables, as (list or dict, index or key)."""
    for node in every_node(program):
        ((name, arguments),) = node.items()
        for holder in [*own_lists(node), arguments if isinstance(arguments, list) else []]:
            yield from ((holder, key) for key, item in enumerate(holder) if isinstance(item, dict))
        if isinstance(arguments, dict) and name != "try":
            yield node, name


def numbers(program):
    """Yields the places of times."""
    for node in every_node(program):
        ((name, arguments),) = node.items()
        if isinstance(arguments, float):
            yield node, name
        elif isinstance(arguments, list) and name not in LISTS:
            yield from ((arguments, key) for key, item in enumerate(arguments) if isinstance(item, float))


def tries(program):
    return (node["try"] for node in every_node(program) if "try" in node)


# Readable output.


def readable(program):
    """Yields the lines of a program: one statement each, nested statements indented."""
    yield "things: " + ", ".join(f"{name} {spelled(thing)}" for name, thing in program["things"].items())
    yield from body_lines(program["main"])


def body_lines(body, indent=""):
    for statement in body:
        if isinstance(statement, dict) and "try" in statement:
            yield from try_lines(statement["try"], indent)
            continue
        *_, last = argument_list(statement) or [None]
        if is_body(last):
            yield indent + spelled(statement, shown=-1) + ":"
            yield from body_lines(last, indent + "    ")
        else:
            yield indent + spelled(statement)


def try_lines(block, indent):
    yield indent + "try:"
    yield from body_lines(block["body"], indent + "    ")
    if "catch" in block:
        yield f"{indent}except {block['catch']}:"
        yield from body_lines(block.get("handler", []), indent + "    ")
        if block.get("reraise"):
            yield f"{indent}    raise"
    if "cleanup" in block:
        yield f"{indent}finally:"
        yield from body_lines(block["cleanup"], indent + "    ")


def is_body(argument):
    return isinstance(argument, list) and argument != [] and all(
        isinstance(item, dict) or item in ("now", "all_tasks", "uncancel") for item in argument
    )


def argument_list(node):
    if not isinstance(node, dict):
        return []
    ((name, arguments),) = node.items()
    return arguments if isinstance(arguments, list) and name not in LISTS else [arguments]


def spelled(node, shown=None):
    """Returns a node in one line, with the first `shown` arguments."""
    if isinstance(node, list):
        return f"[{', '.join(map(spelled, node))}]"
    if not isinstance(node, dict):
        return str(node)
    return f"{next(iter(node))}({', '.join(map(spelled, argument_list(node)[:shown]))})"
