"""The classes that an `except` catches."""

import ast

CANCELLED = {"asyncio.CancelledError", "asyncio.exceptions.CancelledError", "concurrent.futures.CancelledError"}


def types_of(handler):
    """Returns the expressions of the classes that a handler catches; [] for a bare `except`, which catches all."""
    return handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type] if handler.type else []
