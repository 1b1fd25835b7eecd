"""The sockets of the network in memory (loopscope_network.py), with the methods that asyncio uses."""

import errno
import socket as real
from collections import deque

from loopscope_ports import LOCAL, NO_SOCKETS, host_name, network

BUFFER = 2_500_000  # bytes between two sockets, about what Linux gives on localhost


class Socket:
    """A socket of the network in memory."""

    def __init__(self, family=real.AF_INET, type=real.SOCK_STREAM, proto=0, fileno=None):
        if family not in (real.AF_INET, real.AF_INET6, -1):
            raise OSError(errno.EAFNOSUPPORT, "Unix sockets need a file system: " + NO_SOCKETS)
        self.family = real.AF_INET if family == -1 else family
        self.type = real.SOCK_STREAM if type == -1 else type
        self.proto = max(proto, 0)
        self.timeout = None
        self.name = None
        self.peer_name = None
        self.peer = None
        self.pending = None  # of a listener: the connections that are not yet accepted
        self.came = deque()  # what the peer has sent
        self.length = 0
        self.ended = False  # the peer sends nothing more
        self.reset = False
        self.error = 0
        self.readable_since = self.writable_since = 0
        self.closed = False
        self.number = network.enter(self)

    # Methods of any socket.

    def fileno(self):
        return -1 if self.closed else self.number

    def setblocking(self, flag):
        self.timeout = None if flag else 0.0

    def settimeout(self, timeout):
        self.timeout = timeout

    def gettimeout(self):
        return self.timeout

    def getblocking(self):
        return self.timeout != 0

    def setsockopt(self, *_):
        pass

    def getsockopt(self, level, option, *_):
        if option == real.SO_ERROR:
            error, self.error = self.error, 0
            return error
        return self.type if option == real.SO_TYPE else 1

    def getsockname(self):
        return self.name or ("0.0.0.0", 0)

    def getpeername(self):
        if self.peer_name is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self.peer_name

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        where = f", laddr={self.name}" if self.name else ""
        to = f", raddr={self.peer_name}" if self.peer_name else ""
        kinds = f"family={int(self.family)}, type={int(self.type)}, proto={self.proto}"
        return f"<socket.socket [closed] {kinds}>" if self.closed else f"<socket.socket fd={self.number}, {kinds}{where}{to}>"

    # Servers.

    def bind(self, address):
        host, port = address[:2]
        if host not in LOCAL:
            raise OSError(99, f"Cannot assign requested address: {NO_SOCKETS}")
        taken = network.datagrams if self.type == real.SOCK_DGRAM else network.listeners
        port = int(port) or network.free_port()
        if (port, self.family) in taken:
            raise OSError(98, "Address already in use")
        self.name = (host_name(host, self.family), port, *((0, 0) if self.family == real.AF_INET6 else ()))
        if self.type == real.SOCK_DGRAM:
            network.datagrams[port, self.family] = self

    def listen(self, backlog=128):
        if self.name is None:
            self.bind(("0.0.0.0", 0))
        self.pending = deque()
        network.listeners[self.name[1], self.family] = self

    def accept(self):
        if not self.pending:
            self.would_block()
        socket = self.pending.popleft()
        return socket, socket.peer_name

    # Clients.

    def connect(self, address):
        host, port = address[:2]
        if host not in LOCAL:
            raise OSError(101, f"Network is unreachable: {host} is another host, and {NO_SOCKETS}")
        if self.type == real.SOCK_DGRAM:
            self.peer_name = (host_name(host, self.family), int(port))
            if self.name is None:
                self.bind(("127.0.0.1", 0))
            return
        listener = network.listeners.get((int(port), self.family))
        self.name = (host_name(host, self.family), network.free_port(), *((0, 0) if self.family == real.AF_INET6 else ()))
        self.writable_since = network.stamp()
        if listener is None:
            self.error = errno.ECONNREFUSED
        else:
            self.join(listener)
        if self.timeout == 0:
            raise BlockingIOError(errno.EINPROGRESS, "Operation now in progress")
        if self.error:
            raise ConnectionRefusedError(111, "Connection refused")

    def join(self, listener):
        other = Socket(self.family, self.type, self.proto)
        other.name = (self.name[0], *listener.name[1:])
        other.peer_name = self.name
        self.peer_name = other.name
        self.peer, other.peer = other, self
        other.writable_since = network.stamp()
        listener.pending.append(other)
        listener.readable_since = network.stamp()

    # Sending.

    def send(self, data, *_):
        if self.type == real.SOCK_DGRAM:
            return self.sendto(data, self.getpeername())
        if self.reset:
            raise BrokenPipeError(32, "Broken pipe")
        peer = self.peer
        if peer is None or peer.closed:
            self.reset = True
            self.readable_since = network.stamp()
            return len(data)
        room = BUFFER - peer.length
        if room <= 0:
            self.would_block()
        piece = bytes(data[:room])
        peer.came.append(piece)
        peer.length += len(piece)
        peer.readable_since = network.stamp()
        return len(piece)

    def sendall(self, data, *_):
        view = memoryview(data)
        while view:
            view = view[self.send(view):]

    def sendmsg(self, buffers, *_):
        return self.send(b"".join(buffers))

    def recv(self, size, *_):
        if self.type == real.SOCK_DGRAM:
            return self.recvfrom(size)[0]
        if not self.came:
            if self.reset:
                raise ConnectionResetError(104, "Connection reset by peer")
            return b"" if self.ended else self.would_block()
        piece = self.came.popleft()
        if len(piece) > size:
            self.came.appendleft(piece[size:])
            piece = piece[:size]
        while self.came and len(piece) + len(self.came[0]) <= size:
            piece += self.came.popleft()
        self.length -= len(piece)
        if self.peer is not None:
            self.peer.writable_since = network.stamp()
        return piece

    def recv_into(self, buffer, size=0, *_):
        data = self.recv(size or len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def sendto(self, data, *more):
        address = more[-1]
        other = network.datagrams.get((int(address[1]), self.family))
        if self.name is None:
            self.bind(("127.0.0.1", 0))
        if other is not None:
            other.came.append((bytes(data), self.name))
            other.readable_since = network.stamp()
        return len(data)

    def recvfrom(self, size, *_):
        if not self.came:
            self.would_block()
        data, address = self.came.popleft()
        return data[:size], address

    def would_block(self):
        if self.timeout == 0:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        raise BlockingIOError(errno.EAGAIN, "a blocking socket would wait for ever here: use asyncio's streams")

    # Closing.

    def shutdown(self, how):
        if how in (real.SHUT_WR, real.SHUT_RDWR) and self.peer is not None:
            self.peer.ended = True
            self.peer.readable_since = network.stamp()

    def close(self):
        if self.closed:
            return
        self.closed = True
        network.sockets.pop(self.number, None)
        for table in (network.listeners, network.datagrams):
            if self.name and table.get((self.name[1], self.family)) is self:
                del table[self.name[1], self.family]
        for socket in self.pending or ():
            socket.close()
        if self.peer is not None:
            self.shutdown(real.SHUT_WR)

    def detach(self):
        number = self.number
        self.close()
        return number

    def is_readable(self):
        return bool(self.pending or self.came or self.ended or self.reset)

    def is_writable(self):
        return bool(self.writable_since) and (self.peer is None or self.peer.length < BUFFER) or self.type == real.SOCK_DGRAM
