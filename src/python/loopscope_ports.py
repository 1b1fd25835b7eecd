"""The network in memory (loopscope_network.py): its sockets by port and by number, and the names of its only host."""

import socket as real

LOCAL = {"127.0.0.1", "localhost", "0.0.0.0", "", "::1", "::", None}
FIRST_PORT = 49_152

NO_SOCKETS = "a browser has no sockets: a program in the lab can only reach servers of its own, on localhost"


class Network:
    """The sockets of one program."""

    def __init__(self):
        self.listeners = {}  # by port
        self.datagrams = {}  # by port
        self.sockets = {}  # by number
        self.number = 2
        self.port = FIRST_PORT - 1
        self.moment = 0

    def enter(self, socket):
        self.number += 1
        self.sockets[self.number] = socket
        return self.number

    def free_port(self):
        self.port += 1
        return self.port

    def stamp(self):
        """Returns a new number for an event, by which a selector orders the ready sockets."""
        self.moment += 1
        return self.moment


network = Network()


def host_name(host, family):
    if family == real.AF_INET6:
        return "::" if host in ("", None, "::") else "::1"
    return "0.0.0.0" if host in ("", None, "0.0.0.0") else "127.0.0.1"
