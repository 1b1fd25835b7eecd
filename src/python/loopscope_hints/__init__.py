"""Finds the mistakes that people make in asyncio programs, without running them.

Places are lines and columns from 1, columns in UTF-16 units, as JavaScript counts them. Standard library only.
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

# A line or a nesting beyond these is no program of a person. In a browser the parser's recursion ends with its engine.
LONGEST_LINE = 5000
DEEPEST = 60


def find(source):
    """The hints for a program, in its order; [] for one that is no Python, which the compiler has words for.

    A hint has code, name, scenario and a place (line, column, endLine, endColumn). Its fix is a list of edits, each a place
    and a text, or None where no edit is safe. `static/editor/text.en.js` and `.fr.js` have its words, by code.
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
    """Whether a line is very long, or brackets nest very deep, those in strings included."""
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
        # The compiler says them, too.
        warnings.simplefilter("ignore")
        return ast.parse(source)
