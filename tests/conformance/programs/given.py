"""Suppresses the warnings of coroutines that were given to `wait_for` and never awaited.

If a task is cancelled before its first step, the exception's traceback refers to the arguments of its coroutine. A
coroutine among these is collected, and warns, when any task drops that traceback. asyncio does not define that time, so
such a coroutine must not warn. If `wait_for` itself is never awaited, both coroutines warn at once.
"""

import inspect
import warnings

say = warnings._warn_unawaited_coroutine


class Given(str):
    """The name of a coroutine that is an argument of another one."""


def given(awaitable):
    """Marks an argument of `wait_for`, if it is a coroutine."""
    if inspect.iscoroutine(awaitable):
        awaitable.__qualname__ = Given(awaitable.__qualname__)
    return awaitable


def warn_unawaited(coroutine):
    """CPython calls this with a coroutine that was never awaited."""
    if isinstance(coroutine.__qualname__, Given):
        return
    say(coroutine)
    inner = coroutine.cr_frame.f_locals.get("fut") if coroutine.cr_frame else None
    if inspect.iscoroutine(inner) and isinstance(inner.__qualname__, Given):
        inner.__qualname__ = str(inner.__qualname__)


warnings._warn_unawaited_coroutine = warn_unawaited
