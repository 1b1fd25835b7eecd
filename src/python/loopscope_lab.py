"""Runs a program in the lab: the recorder (loopscope.py) in a sandbox without threads, sockets or processes.

`static/engine/engine.js` imports this module once per engine. It calls `check` any number of times and `run` at most
once. The program gets a folder in memory, `input`, and an event loop over a network in memory. What a browser cannot do
raises a clear error.
"""

import ast
import asyncio  # noqa: F401
import atexit
import builtins
import contextlib
import ctypes
import gc
import json
import os
import signal
import sys
import time
import warnings

import loopscope_hints
import loopscope
import loopscope_clues
import loopscope_exercise
import loopscope_loop
import loopscope_refusals

# Modules that many programs import: they are part of the memory snapshot, so a run need not load them.
import collections  # noqa: F401
import concurrent.futures  # noqa: F401
import contextvars  # noqa: F401
import dataclasses  # noqa: F401
import datetime  # noqa: F401
import decimal  # noqa: F401
import enum  # noqa: F401
import pathlib  # noqa: F401
import statistics  # noqa: F401
import string  # noqa: F401
import textwrap  # noqa: F401
import typing  # noqa: F401
import uuid  # noqa: F401

# Tracebacks leave out the frames of this file.
loopscope.OURS.add(__file__)

HOME = "/home/reader"
SOON = 0.005  # seconds between two prints that are sent at once
WAKE = signal.SIGPROF
CELL = "# %%"
WHOLE = ("done", "raised", "exit")  # The ends of a run that was not aborted.

# The limit of C's recursion. A thread of Chromium has a stack of about 1 MB, too little for CPython's limit, 10 000.
C_DEPTH = 500
# The limit of Python's recursion. Frames are on the heap, but an exception thrown into nested coroutines recurses in C.
PYTHON_DEPTH = 3000


def check(source, main, notebook):
    """Returns the diagnostics of a source as JSON: CPython's syntax error and warnings, and our hints."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if notebook else 0
    found = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            compile(source, main, "exec", flags, dont_inherit=True)
        except SyntaxError as error:
            found.append(diagnostic(source, error.lineno, error.offset, error.end_lineno, error.end_offset, error.msg, name=type(error).__name__))
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            found.append(diagnostic(source, 1, 1, 1, 1, str(error), name=type(error).__name__))
    for warning in warned:
        name = warning.category.__name__
        found.append(diagnostic(source, warning.lineno, 0, None, 0, str(warning.message), "warning", name))
    return json.dumps([*found, *loopscope_hints.find(source)])


def diagnostic(source, line, column, end_line, end_column, message, severity="error", name="SyntaxError"):
    """Returns a diagnostic as client.js documents it. CPython gives 0 or None if it knows no place."""
    lines = source.split("\n")
    line = min(max(line or 1, 1), len(lines))
    text = lines[line - 1]
    if not column:
        column, end_line, end_column = len(text) - len(text.lstrip()) + 1, line, len(text) + 1
    if not end_line or end_line < line or (end_line == line and (end_column or 0) <= column):
        end_line, end_column = line, column + 1
    end_text = lines[min(end_line, len(lines)) - 1]
    return {
        "line": line, "column": units(text, column), "endLine": end_line, "endColumn": units(end_text, end_column or 1),
        "title": f"{name}:", "message": message, "severity": severity,
    }


def units(text, column):
    """Converts a column in characters to one in UTF-16 units."""
    return len(text[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1


class LabRecorder(loopscope.Recorder):
    """The recorder, which also checks the limit of memory."""

    megabytes = 0
    sent = 0.0
    answer = None  # In an exercise, the `Answer` that runs instead of the program.

    def printed(self, stream, text):
        super().printed(stream, text)
        # Otherwise output right before a long operation in C would appear late, since no Python code runs during it.
        if loopscope.real_time["monotonic"]() - self.sent > SOON and not self.ended:
            self.flush()
            self.sent = self.flushed

    def install(self):
        super().install()
        loopscope_loop.install(self.patches)
        self.patches.put(time, "tzname", ("UTC", "UTC"))  # Emscripten has UTC-0000.

    def execute(self, source, argv, notebook, path):
        if self.answer is None:
            super().execute(source, argv, notebook, path)
        else:
            self.answer.run(source, path)

    def end(self, how, text="", line=""):
        if how in WHOLE:
            self.run_exit_functions()
        # With 32 bits, a list of 10**10 elements raises OverflowError, not MemoryError.
        if how == "raised" and (is_memory_error(text) or "index-sized integer" in text.splitlines()[-1]):
            return self.end_full(line)
        advice = loopscope_clues.clue(text) if how == "raised" else None
        if advice is not None:
            self.beside(f"clue\t{advice}")
        super().end(how, text, line)

    def run_exit_functions(self):
        """Runs the functions of `atexit` and flushes the output, as the interpreter does at its exit."""
        with contextlib.suppress(Exception):
            atexit._run_exitfuncs()
        self.flush_output()

    def end_full(self, line):
        text = f"{self.megabytes} MB of memory"
        self.note("-", f"end\tlimit\tmemory\t{text}\t{line}")
        self.ended = True
        self.flush()
        self.on_end("limit", f"memory\t{text}", line)


def is_memory_error(text):
    """Whether a traceback means that the memory is full. The parser's MemoryError means a too deeply nested source."""
    last = text.splitlines()[-1:]
    return bool(last) and last[0].split(":")[0] == "MemoryError" and "too complex to parse" not in last[0]


def run(request, write, ended, ask, is_silent, is_full):
    """Runs the program of a request (documented in client.js) and returns after its end. `write` is called with the
    log in bytes, since Pyodide converts a string for JavaScript character by character, which is slow."""
    wanted = json.loads(request)
    runs = wanted.get("runs", [{}])
    loopscope_refusals.install()
    limit_recursion()
    gc.freeze()  # The collector need not visit what was imported before the program.
    atexit._clear()  # Drops the exit functions of Pyodide and the library.
    for place, one in enumerate(runs):
        last = place == len(runs) - 1
        if not run_one({**wanted, **one}, write, ended if last else unless_whole(ended), ask, is_silent):
            return


def unless_whole(ended):
    """Returns an `ended` that reports only an aborted run: no other run follows it, since its code may still run."""
    return lambda how, text, line: None if how in WHOLE else ended(how, text, line)


def run_one(wanted, write, ended, ask, is_silent):
    """Runs one run. Returns whether it ended without being aborted."""
    ends = []

    def on_end(how, text, line):
        ends.append(how)
        ended(how, text, line)

    put_files(wanted["files"])
    main = wanted["main"]
    recorder = LabRecorder(
        lambda text: write(text.encode()), date=wanted.get("date", 1_700_000_000), seed=wanted.get("seed", 7), locals=wanted.get("locals", False),
        limits={name: wanted["limits"][name] for name in ("events", "output", "log", "time")}, on_end=on_end, main_file=main,
        shows="answer" not in wanted,
    )
    recorder.megabytes = wanted["limits"]["memory"]
    if "answer" in wanted:
        recorder.answer = loopscope_exercise.Answer(recorder, wanted["answer"])
        ask = no_answer
    builtins.input = asker(recorder, ask, wanted.get("answers") or [])
    signal.signal(WAKE, waker(recorder, is_silent, wanted["limits"]["silence"]))
    notebook = wanted.get("notebook", False)
    source = wanted["files"][main]
    cells = cells_of(source) if notebook else source
    recorder.run_program(cells, [main, *wanted.get("args", [])], notebook=notebook, path=HOME)
    return ends in ([how] for how in WHOLE)


def no_answer(_prompt):
    """Raises EOFError: an exercise's runs have no input."""


def put_files(files):
    """Writes the program's files into a folder in memory, and makes it the current one."""
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)
    for name, text in files.items():
        path = os.path.join(HOME, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        # An editor's text may have half of a surrogate pair. Python's parser then reports an error.
        with open(path, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(text)


def cells_of(source):
    """Returns a notebook's cells: each line that starts with `CELL` starts a cell."""
    cells = [[]]
    for line in source.split("\n"):
        if line.startswith(CELL) and cells != [[]]:
            cells.append([])
        cells[-1].append(line)
    return ["\n".join(cell) for cell in cells]


def waker(recorder, is_silent, seconds):
    """Returns the signal handler that CPython calls about every 50 ms while the program computes."""
    ours = {loopscope.__file__, __file__}

    def wake(_number, frame):
        if recorder.ended or frame is None or frame.f_code.co_filename in ours:
            return
        if is_silent(recorder.line_of(frame) or recorder.last_line()):
            recorder.stop("silence", f"{seconds} seconds without a sign of life")
        recorder.flush()

    return wake


def asker(recorder, ask, answers):
    """Returns the function that replaces `input`: it returns a known answer, or asks the page."""

    def input(prompt="", /):
        text = str(prompt)
        if text:
            sys.stdout.write(text)
        recorder.flush()
        answer = answers.pop(0) if answers else ask(text)
        if answer is None or answer is False:
            raise EOFError("EOF when reading a line")
        if answer is True:  # The page was asked, and will run the program again with the answer.
            recorder.ended = True
            recorder.over = loopscope.Over("input")
            raise recorder.over
        return answer

    return input


def limit_c_recursion():
    """Limits C's recursion to the engine's stack."""
    python = ctypes.pythonapi
    python.PyThreadState_Get.restype = ctypes.c_void_p
    before, mark = sys.getrecursionlimit(), 1013
    sys.setrecursionlimit(mark)
    # In PyThreadState, c_recursion_remaining follows py_recursion_limit.
    fields = (ctypes.c_int * 24).from_address(python.PyThreadState_Get())
    place = next(place for place, value in enumerate(fields) if value == mark)
    fields[place + 1] = C_DEPTH
    sys.setrecursionlimit(before)


def limit_recursion():
    """Limits Python's recursion to the engine's stack. `getrecursionlimit` returns the limit that the program set."""
    real_set = sys.setrecursionlimit
    asked = [sys.getrecursionlimit()]

    def setrecursionlimit(limit, /):
        """Set the maximum depth of the Python interpreter stack to n."""
        if limit < 1:
            raise ValueError("recursion limit must be greater or equal than 1")
        asked[0] = limit
        real_set(min(limit, PYTHON_DEPTH))

    sys.setrecursionlimit = setrecursionlimit
    sys.getrecursionlimit = lambda: asked[0]


limit_c_recursion()
