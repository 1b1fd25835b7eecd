"""Coroutines given to `wait_for`: what they say when nobody awaits them.

If a task is cancelled before it begins, the exception's traceback holds the coroutine's arguments. A coroutine among
them is let go with the last reference to that traceback, in the step of whichever task drops it. That moment is no
promise of asyncio's, so such a coroutine says nothing. If `wait_for` itself is never awaited, both say so at once.
"""

import inspect
import warnings

say = warnings._warn_unawaited_coroutine


class Given(str):
    """The name of a coroutine that was given to another."""


def given(awaitable):
    """Marks what is given to `wait_for`, if it is a coroutine."""
    if inspect.iscoroutine(awaitable):
        awaitable.__qualname__ = Given(awaitable.__qualname__)
    return awaitable


def warn_unawaited(coroutine):
    """What CPython calls with a coroutine that nobody has awaited."""
    if isinstance(coroutine.__qualname__, Given):
        return
    say(coroutine)
    inner = coroutine.cr_frame.f_locals.get("fut") if coroutine.cr_frame else None
    if inspect.iscoroutine(inner) and isinstance(inner.__qualname__, Given):
        inner.__qualname__ = str(inner.__qualname__)


warnings._warn_unawaited_coroutine = warn_unawaited
