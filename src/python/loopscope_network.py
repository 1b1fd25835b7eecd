"""A network in memory: a selector and the functions of the module socket, over sockets of one program that talk to each other.

asyncio's own selector loop, transports and streams run on these sockets, so their order of events is CPython's. A connection
leads to a server of the same program on localhost; any other host is refused, since a browser has no sockets.
"""

import selectors
import socket as real

from loopscope_ports import LOCAL, NO_SOCKETS, host_name, network
from loopscope_sockets import Socket


class EpollSelector(selectors._BaseSelectorImpl):
    """Selects the ready sockets, in the order in which they became ready. Named as on Linux: asyncio logs the name."""

    def select(self, timeout=None):
        registered = self.get_map()
        if not registered:
            return []
        found = []
        for number, key in registered.items():
            socket = network.sockets.get(number)
            if socket is None:
                continue
            events, since = 0, None
            if key.events & selectors.EVENT_READ and socket.is_readable():
                events, since = selectors.EVENT_READ, socket.readable_since
            if key.events & selectors.EVENT_WRITE and socket.is_writable():
                since = socket.writable_since if since is None else min(since, socket.writable_since)
                events |= selectors.EVENT_WRITE
            if events:
                found.append((since, number, key, events))
        found.sort(key=lambda entry: entry[:2])
        return [(key, events) for _, _, key, events in found]


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Returns addresses of localhost, the only host."""
    if isinstance(host, bytes):
        host = host.decode()
    if host not in LOCAL:
        raise real.gaierror(-2, f"Name or service not known: {host} is another host, and {NO_SOCKETS}")
    kind = type or real.SOCK_STREAM
    proto = proto or (17 if kind == real.SOCK_DGRAM else 6)
    if host in ("::1", "::") or family == real.AF_INET6:
        return [(real.AF_INET6, kind, proto, "", (host_name(host, real.AF_INET6), int(port or 0), 0, 0))]
    return [(real.AF_INET, kind, proto, "", (host_name(host, real.AF_INET), int(port or 0)))]


def socketpair(*_):
    """Returns two connected sockets."""
    first, second = Socket(), Socket()
    first.peer, second.peer = second, first
    first.writable_since = second.writable_since = network.stamp()
    return first, second


def create_connection(address, timeout=None, source_address=None, **_):
    """Replaces `socket.create_connection`."""
    socket = Socket()
    socket.settimeout(timeout)
    socket.connect(address)
    return socket


# Constants that programs and asyncio use, with Linux's numbers; some are missing from `socket` in WebAssembly.
CONSTANTS = {
    "SOL_SOCKET": 1, "SO_REUSEADDR": 2, "SO_TYPE": 3, "SO_ERROR": 4, "SO_BROADCAST": 6, "SO_SNDBUF": 7, "SO_RCVBUF": 8,
    "SO_KEEPALIVE": 9, "SO_LINGER": 13, "SO_REUSEPORT": 15, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41,
    "TCP_NODELAY": 1, "IPV6_V6ONLY": 26, "SOMAXCONN": 4096, "AI_PASSIVE": 1, "SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2,
    "NI_NUMERICHOST": 1, "NI_NUMERICSERV": 2, "INADDR_ANY": 0,
}


def install():
    """Replaces the functions of the module `socket` by the network's."""
    for name, number in CONSTANTS.items():
        if not hasattr(real, name):
            setattr(real, name, number)
    real.socket = real.SocketType = Socket
    real.getaddrinfo, real.socketpair, real.create_connection = getaddrinfo, socketpair, create_connection
    real.gethostbyname = lambda host: getaddrinfo(host, 0)[0][4][0]
    real.gethostname = lambda: "localhost"
    real.getfqdn = lambda name="": name or "localhost"
