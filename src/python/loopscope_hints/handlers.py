"""What an `except` takes."""

import ast

CANCELLED = {"asyncio.CancelledError", "asyncio.exceptions.CancelledError", "concurrent.futures.CancelledError"}


def types_of(handler):
    """The expressions of the classes that a handler takes; [] for a bare one, which takes all."""
    return handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type] if handler.type else []
