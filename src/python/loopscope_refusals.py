"""Clear errors for what a browser cannot do, and Linux's error numbers for other errors."""

import builtins
import errno
import functools
import io
import os
import pathlib
import subprocess
import sys

NO_PROCESSES = "a browser has no processes: this program can start none"

# Linux's numbers of common errors, which programs print.
LINUX = {
    "EPERM": 1, "ENOENT": 2, "EINTR": 4, "EBADF": 9, "EAGAIN": 11, "EWOULDBLOCK": 11, "EACCES": 13, "EEXIST": 17,
    "ENOTDIR": 20, "EISDIR": 21, "EINVAL": 22, "EPIPE": 32, "ENOTEMPTY": 39, "ELOOP": 40, "EADDRINUSE": 98,
    "ECONNABORTED": 103, "ECONNRESET": 104, "ENOTCONN": 107, "ETIMEDOUT": 110, "ECONNREFUSED": 111, "EHOSTUNREACH": 113,
}


def install():
    """Replaces the functions that a browser cannot run."""
    numbers = {getattr(errno, name): number for name, number in LINUX.items()}
    use_numbers(numbers)
    for name in ("open", "stat", "lstat", "listdir", "scandir", "mkdir", "rmdir", "remove", "unlink", "rename", "replace", "chdir"):
        setattr(os, name, numbered(getattr(os, name), numbers))
    builtins.open = io.open = numbered(io.open, numbers)
    for name in ("fork", "forkpty", "system", "popen", "posix_spawn", "execv", "execve"):
        setattr(os, name, refused)
    subprocess.Popen.__init__ = refused
    sys.meta_path.insert(0, Refusing())


def use_numbers(numbers):
    """Makes `errno`, `os.strerror` and the modules that compare with its constants use these numbers."""
    own = {number: name for name, number in LINUX.items()}
    texts = {number: os.strerror(before) for before, number in numbers.items()}
    strerror = os.strerror
    errno.errorcode.update(own)
    for name, number in LINUX.items():
        setattr(errno, name, number)
    os.strerror = lambda code, /: texts.get(code) or strerror(code)
    pathlib._abc._IGNORED_ERRNOS = tuple(numbers.get(number, number) for number in pathlib._abc._IGNORED_ERRNOS)


def numbered(function, numbers):
    """Returns the same function, but its errors have Linux's numbers."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except OSError as error:
            error.errno = numbers.get(error.errno, error.errno)
            raise

    return call


def refused(*_, **__):
    raise OSError(NO_PROCESSES)


class Refusing:
    """Changes a module when it is imported, so that multiprocessing cannot start a process."""

    names = {"multiprocessing.process": "BaseProcess", "concurrent.futures.process": "ProcessPoolExecutor"}

    def find_spec(self, name, path=None, target=None):
        if name not in self.names or name in sys.modules:
            return None
        sys.meta_path.remove(self)
        try:
            import importlib.util

            spec = importlib.util.find_spec(name)
        finally:
            sys.meta_path.insert(0, self)
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            kind = getattr(module, self.names[name], None)
            if kind is not None:
                kind.__init__ = refused

        spec.loader.exec_module = exec_module
        return spec
