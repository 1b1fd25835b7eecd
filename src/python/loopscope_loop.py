"""asyncio's selector event loop over the network in memory, the loop of every program in the lab."""

import asyncio
import os
import signal
import socket
import sys
from asyncio import events, runners, selector_events

import loopscope
import loopscope_network
import loopscope_refusals


class LabLoop(selector_events.BaseSelectorEventLoop):
    """The loop of the lab. The recorder runs its iterations; this class replaces what needs an operating system."""

    def __init__(self, selector=None):
        super().__init__(loopscope_network.EpollSelector())
        self._handlers = {}

    def _run_once(self):
        # The recorder advances time if nothing is ready, so the callbacks of arrived data must become ready first.
        if not self._ready and not self._stopping:
            self._process_events(self._selector.select(0))
        super()._run_once()

    def call_soon_threadsafe(self, callback, *args, context=None):
        recorder = loopscope.active
        if recorder is None or recorder.job is None:
            return super().call_soon_threadsafe(callback, *args, context=context)
        # A worker's function runs ahead of the loop, so the callback is run at the worker's time.
        self._check_closed()
        handle = events.Handle(callback, args, self, context)
        recorder.job.part(recorder.now).handles.append(handle)
        return handle

    def _make_self_pipe(self):
        """Does nothing: no other thread could wake this loop."""
        self._ssock = self._csock = None

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass

    def _sock_connect_cb(self, fut, sock, address):
        if fut.done():
            return
        try:
            if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise ConnectionRefusedError(111, f"Connect call failed {address}")
        except BaseException as error:
            fut.set_exception(error)
        else:
            fut.set_result(None)
        finally:
            fut = None

    def add_signal_handler(self, sig, callback, *args):
        self._handlers[sig] = callback, args

    def remove_signal_handler(self, sig):
        return self._handlers.pop(sig, None) is not None


async def no_unix_sockets(*_, **__):
    raise NotImplementedError("Unix sockets need a file system: " + loopscope_network.NO_SOCKETS)


async def no_processes(*_, **__):
    raise NotImplementedError(loopscope_refusals.NO_PROCESSES)


LabLoop.create_unix_connection = LabLoop.create_unix_server = no_unix_sockets
LabLoop.subprocess_exec = LabLoop.subprocess_shell = no_processes

LabLoop.__name__ = LabLoop.__qualname__ = "_UnixSelectorEventLoop"  # Programs may print their loop.
LabLoop.__module__ = "asyncio.unix_events"


def put_signals(patches):
    """A program may send signals to itself. Emscripten would end the worker, and knows no handlers of a loop."""
    raise_signal = signal.raise_signal

    def kill(pid, number, /):
        if pid != os.getpid():
            raise ProcessLookupError(3, "No such process")
        deliver(number)

    def deliver(number, /):
        loop = events._get_running_loop()
        handler = signal.getsignal(number) if number else signal.SIG_IGN
        if number in getattr(loop, "_handlers", ()):
            callback, args = loop._handlers[number]
            loop.call_soon(loop.call_soon, callback, *args)  # The loop hears of a signal by its self-pipe.
        elif callable(handler):
            handler(number, sys._getframe(1))
        elif handler is signal.SIG_DFL:
            raise_signal(number)

    if sys.platform == "emscripten":
        patches.put(os, "kill", kill)
        patches.put(signal, "raise_signal", deliver)


class Policy(asyncio.DefaultEventLoopPolicy):
    """CPython's policy on Linux, with this loop."""

    _loop_factory = LabLoop


def install(patches):
    """Makes this loop asyncio's default, instead of Pyodide's loop and of the recorder's loop without sockets."""
    loopscope_network.install()
    patches.put(events, "_event_loop_policy", Policy())
    for name in ("SelectorEventLoop", "EventLoop"):
        patches.put(asyncio, name, LabLoop)
    patches.put(asyncio, "Runner", runners.Runner)
    put_signals(patches)
    for name in ("open_unix_connection", "start_unix_server"):
        setattr(asyncio, name, no_unix_sockets)
