"""A site -> what a browser on this machine is answered, over HTTP on the loopback address.

A page in the same browser, of whatever site, may send requests here: only those count that are addressed to this
machine by its own name and do not come from elsewhere. A client that is slow holds a thread, not the others.
"""

import os
import re
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import unquote

from mapgen.preview.site import ENDING, Site

HOST = "127.0.0.1"
PORT = 4114
"""The port that is taken where it is free and no other is asked for, so that an open page finds the next preview."""

_MAX_CLIENTS = 64  # each has a thread; for one more the oldest is dropped, which a waiting page does not mind
_DROP_TIMEOUT = 1.0  # seconds until the thread of a client that was dropped has ended, or the new one is refused
_PATIENCE = 10.0  # seconds that a client may be silent, or take no more
_BEAT = 15.0  # seconds between two signs of life to a page that waits
_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost)(?::\d{1,5})?", re.IGNORECASE)
_SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_POLICY = "default-src 'none'; frame-ancestors 'none'"
_BUSY = b"HTTP/1.0 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Server(ThreadingMixIn, TCPServer):
    """Listens on the loopback address; OSError where the port cannot be had."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port
    request_queue_size = 128

    def __init__(self, site: Site, port: int, complain: Callable[[BaseException], object]) -> None:
        """Take the port, any free one for 0; `complain` is told of what should not happen."""
        self.site = site
        self._complain = complain
        self._clients: dict[socket.socket, None] = {}
        self._dropped: set[socket.socket] = set()
        self._lock = Lock()
        self._slots = BoundedSemaphore(_MAX_CLIENTS)
        super().__init__((HOST, port), _Answer)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the signature of socketserver
        """Begin a thread for a client; where there are too many, in the place of the oldest or not at all."""
        if not self._slots.acquire(blocking=False):
            self._drop_oldest()
            if not self._slots.acquire(timeout=_DROP_TIMEOUT):
                _refuse(request)
                super().shutdown_request(request)
                return
        with self._lock:
            self._clients[request] = None
        super().process_request(request, client_address)

    def _drop_oldest(self) -> None:
        with self._lock:
            oldest = next((client for client in self._clients if client not in self._dropped), None)
            if oldest is None:
                return
            self._dropped.add(oldest)
            with suppress(OSError):  # it has gone by itself
                oldest.shutdown(socket.SHUT_RDWR)
        self.site.wake()

    def is_dropped(self, client: socket.socket) -> bool:
        """Return whether a client has been dropped for another one."""
        with self._lock:
            return client in self._dropped

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - the signature of socketserver
        """End with a client."""
        with self._lock:
            had_thread = request in self._clients
            self._clients.pop(request, None)
            self._dropped.discard(request)
        super().shutdown_request(request)
        if had_thread:
            self._slots.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002 - the signature of socketserver
        """Pass over clients that have gone, and tell of all else."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self._complain(error)


def _refuse(client: socket.socket) -> None:
    """Say that there are too many clients, to one that need not take it."""
    with suppress(OSError):
        client.settimeout(0)
        client.send(_BUSY)


class _Answer(BaseHTTPRequestHandler):
    """Answers one request, of which the library has read line and headers."""

    server: Server
    timeout = _PATIENCE

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Say nothing: who asks for what is no news."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the signature of the library
        """Refuse a request with the name of the reason, and with nothing that the client has sent."""
        self.close_connection = True
        status = HTTPStatus(HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else code)
        self._send(status, f"{status.phrase}\n".encode(), "text/plain; charset=utf-8", _POLICY)

    def _answer(self) -> None:
        refusal = self._refusal()
        if refusal:
            self.send_error(refusal)
            return
        address = unquote(self.path.partition("?")[0])
        page = self.server.site.page(address.removesuffix(ENDING))
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif address.endswith(ENDING):
            self._stream(address.removesuffix(ENDING))
        else:
            self._send(HTTPStatus.OK, page.content, "text/html; charset=utf-8", page.policy)

    def _refusal(self) -> HTTPStatus | None:
        """Return why the request is none of ours: a name that leads here from outside, a page of another site."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not _NAMES.fullmatch(hosts[0].strip()):
            return HTTPStatus.MISDIRECTED_REQUEST
        origin = self.headers.get("Origin", f"http://{hosts[0]}")
        if origin.lower() != f"http://{hosts[0].strip().lower()}":
            return HTTPStatus.FORBIDDEN
        from_elsewhere = self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}
        navigates = self.headers.get("Sec-Fetch-Mode") == "navigate"
        return HTTPStatus.FORBIDDEN if from_elsewhere and not navigates else None

    def _stream(self, address: str) -> None:
        """Report the news of a page as long as somebody listens."""
        self._begin(HTTPStatus.OK, "text/event-stream; charset=utf-8", _POLICY)
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        known: str | None = None
        while not self._is_dropped():
            told = self.server.site.news(address, known, patience=_BEAT, is_over=self._is_dropped)
            self.wfile.write(b": still here\n\n" if told is None else f"data: {told}\n\n".encode())
            known = told or known

    def _is_dropped(self) -> bool:
        return self.server.is_dropped(self.request)

    def _send(self, status: HTTPStatus, content: bytes, kind: str, policy: str) -> None:
        self._begin(status, kind, policy)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _begin(self, status: HTTPStatus, kind: str, policy: str) -> None:
        self.close_connection = True
        self.send_response_only(status, status.phrase)
        for name, value in {"Content-Type": kind, "Content-Security-Policy": policy, **_SAFE}.items():
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Connection", "close")
