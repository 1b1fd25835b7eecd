"""Finds common mistakes in asyncio programs, without running them.

Lines and columns start at 1; columns are in UTF-16 units, as in JavaScript. Uses the standard library only.
"""

import ast
import warnings

from .blocking import RULES as BLOCKING
from .gathers import RULES as GATHERS
from .places import Places
from .program import Program
from .tasks import RULES as TASKS
from .unawaited import RULES as UNAWAITED

RULES = [*UNAWAITED, *BLOCKING, *TASKS, *GATHERS]

# Sources beyond these limits get no hints, because a deep recursion of the parser crashes the engine in a browser.
LONGEST_LINE = 5000
DEEPEST = 60


def find(source):
    """Returns a program's hints, ordered by line and column; [] if it is not valid Python, which the compiler reports.

    A hint has code, name, scenario and a place (line, column, endLine, endColumn). Its fix is a list of edits, each a place
    and a text, or None if no edit is safe. `static/editor/text.en.js` and `.fr.js` have the messages, by code.
    """
    if _is_endless(source):
        return []
    try:
        program = Program(_parsed(source), Places(source))
        hints = [hint for rule in RULES for hint in rule(program)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return sorted(hints, key=lambda hint: (hint["line"], hint["column"]))


def _is_endless(source):
    """Whether a line is very long, or brackets nest very deeply, including those in strings."""
    depth = deepest = 0
    for letter in source:
        if letter in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in ")]}":
            depth = max(0, depth - 1)
    return deepest > DEEPEST or any(len(line) > LONGEST_LINE for line in source.split("\n"))


def _parsed(source):
    with warnings.catch_warnings():
        # `loopscope_lab.check` reports these warnings.
        warnings.simplefilter("ignore")
        return ast.parse(source)
