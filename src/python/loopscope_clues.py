"""Names the advice for errors that CPython explains too briefly: removed features, and limits of a browser.

The name is logged (`clue NAME`, docs/log-format.md); the page has the advice's text, in the reader's language.
"""

import re

# The advice's name, and the pattern of a traceback's last line.
CLUES = [
    ("coroutine_decorator", r"module 'asyncio' has no attribute 'coroutine'"),
    ("asyncio_async", r"module 'asyncio' has no attribute 'async'"),
    ("task_class_methods", r"type object '_asyncio\.Task' has no attribute '(all_tasks|current_task)'"),
    ("loop_parameter", r"got an unexpected keyword argument 'loop'"),
    ("bare_coroutines", r"Passing coroutines is forbidden, use tasks explicitly"),
    ("run_in_running_loop", r"asyncio\.run\(\) cannot be called from a running event loop"),
    ("no_running_loop", r"no running event loop|There is no current event loop"),
    ("async_with", r"object does not support the (asynchronous )?context manager protocol"),
    ("await_outside", r"'await' outside (async )?function"),
    ("no_sockets", r"a browser has no sockets"),
    ("no_processes", r"a browser has no processes"),
    ("no_other_host", r"this host is not simulated"),
    ("no_package", r"ModuleNotFoundError: (No module named|The module)"),
]


def clue(text):
    """Returns the advice's name for this traceback, or None."""
    last = text.rstrip("\n").rsplit("\n", 1)[-1]
    return next((name for name, pattern in CLUES if re.search(pattern, last)), None)
