"""What the server answers, over real sockets on the loopback address."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread, active_count

import pytest

from mapgen.preview import server
from mapgen.preview.server import Server
from mapgen.preview.site import PreviewPage, Site

MAP = PreviewPage(b"<!doctype html><title>caf\xc3\xa9</title>", "default-src 'none'", '{"version": "1"}')


class Wire:
    """A running server, and what it complained of."""

    def __init__(self) -> None:
        self.site = Site()
        self.complaints: list[BaseException] = []
        self.server = Server(self.site, 0, self.complaints.append)
        self.port = self.server.server_address[1]

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), 10)

    def send(self, data: bytes) -> bytes:
        """Send bytes, and return all that comes back."""
        with self.connect() as client:
            client.sendall(data)
            return b"".join(iter(lambda: client.recv(65536), b""))

    def ask(self, path: str = "/", *headers: str, method: str = "GET", host: str | None = None) -> bytes:
        lines = (f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *headers, "", "")
        return self.send("\r\n".join(lines).encode())


@pytest.fixture
def wire() -> Iterator[Wire]:
    """A server that shows one map at `/`."""
    wire = Wire()
    wire.site.show({"/": MAP, "/café/a b.journey.yaml": MAP})
    thread = Thread(target=wire.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield wire
    wire.server.shutdown()
    wire.server.server_close()
    thread.join()
    assert wire.complaints == []


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_a_page_is_sent_with_its_policy_and_kept_from_other_sites(wire: Wire) -> None:
    head, _, body = wire.ask().partition(b"\r\n\r\n")

    assert body == MAP.content
    assert head.decode().split("\r\n") == [
        "HTTP/1.0 200 OK",
        "Content-Type: text/html; charset=utf-8",
        "Content-Security-Policy: default-src 'none'",
        "Cache-Control: no-store",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
        f"Content-Length: {len(MAP.content)}",
    ]


def test_a_page_has_the_name_that_a_browser_makes_of_it(wire: Wire) -> None:
    assert status(wire.ask("/caf%C3%A9/a%20b.journey.yaml?x#y")) == 200


def test_head_gets_the_head_alone(wire: Wire) -> None:
    head, _, body = wire.ask(method="HEAD").partition(b"\r\n\r\n")

    assert f"Content-Length: {len(MAP.content)}".encode() in head
    assert body == b""


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535"])
def test_this_machine_may_be_called_by_its_names_at_any_port(wire: Wire, host: str) -> None:
    assert status(wire.ask(host=host)) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.invalid",
        "127.0.0.1.evil.invalid",
        "localhost.evil.invalid",
        "127.0.0.1@evil.invalid",
        "evil.invalid\r\nHost: localhost",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104 - it is refused
        "[::1",
        "localhost:",
        "localhost:123456",
        " ",
    ],
)
def test_a_name_that_leads_here_from_outside_is_refused(wire: Wire, host: str) -> None:
    answer = wire.ask(host=host)

    assert status(answer) == 421
    assert MAP.content not in answer


def test_a_request_without_a_name_is_refused(wire: Wire) -> None:
    assert status(wire.send(b"GET / HTTP/1.0\r\n\r\n")) == 421


@pytest.mark.parametrize("path", ["/", "/~news"])
@pytest.mark.parametrize(
    "headers",
    [
        ("Origin: http://evil.invalid",),
        ("Origin: null",),
        ("Origin: https://localhost",),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"),
        ("Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"),
    ],
)
def test_a_page_of_another_site_is_refused(wire: Wire, path: str, headers: tuple[str, ...]) -> None:
    assert status(wire.ask(path, *headers, host="localhost")) == 403


def test_a_link_from_another_site_may_be_followed_and_its_own_page_may_ask(wire: Wire) -> None:
    followed = wire.ask("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
    own = wire.ask("/", f"Origin: http://127.0.0.1:{wire.port}", "Sec-Fetch-Site: same-origin")

    assert (status(followed), status(own)) == (200, 200)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "CONNECT", "PATCH", "OPTIONS", "get"])
def test_nothing_can_be_sent(wire: Wire, method: str) -> None:
    answer = wire.ask(method=method)

    assert status(answer) == 405
    assert b"Allow: GET, HEAD\r\n" in answer


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/.%00./secret",
        "//etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://[::1",
        "/x.journey.yaml",
        "/caf%C3%A9/",
        "/favicon.ico",
        "/%c0%ae%c0%ae/",
        "/<script>alert(1)</script>",
        "/%0d%0aX-Injected:%201",
    ],
)
def test_nothing_is_there_but_the_pages(wire: Wire, path: str) -> None:
    answer = wire.ask(path)

    assert status(answer) == 404
    assert answer.endswith(b"\r\n\r\nNot Found\n")
    assert b"Injected" not in answer


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/x\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: " + b"a" * 90_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\r\n",
        b"GET /\r\n\r\n",
        b"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: \xff\r\n\r\n",
        b"",
    ],
    ids=range(12),
)
def test_what_is_no_request_does_no_harm(wire: Wire, data: bytes) -> None:
    with suppress(OSError), wire.connect() as client:  # it need not read all of this
        client.sendall(data)
        client.shutdown(socket.SHUT_WR)
        while client.recv(65536):
            pass

    assert status(wire.ask()) == 200


SILENT, HALF, LISTENING = b"", b"GET / HT", b"GET /~news HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize("sent", [SILENT, HALF, LISTENING], ids=["silent", "half", "listening"])
def test_no_crowd_of_clients_has_more_threads_than_allowed_or_keeps_others_from_an_answer(
    wire: Wire, sent: bytes
) -> None:
    before, most, clients = active_count(), 0, []
    for _ in range(3 * server._MAX_CLIENTS):  # noqa: SLF001 - more than are kept
        clients.append(wire.connect())
        clients[-1].sendall(sent)
        most = max(most, active_count() - before)
    answer = wire.ask()
    most = max(most, active_count() - before)
    for client in clients:
        client.close()

    assert status(answer) == 200
    assert server._MAX_CLIENTS // 2 < most <= server._MAX_CLIENTS  # noqa: SLF001 - the limit


def test_where_no_thread_ends_one_more_client_is_refused(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_DROP_TIMEOUT", 0.01)
    ended = Event()
    before = active_count()
    with monkeypatch.context() as slow:
        slow.setattr(wire.site, "page", lambda _: ended.wait(60) and None)
        clients = [wire.connect() for _ in range(server._MAX_CLIENTS)]  # noqa: SLF001 - the limit
        for client in clients:
            client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with wire.connect() as late:
            answer = late.recv(65536)
        count = active_count() - before
        ended.set()
        for client in clients:
            client.close()

    assert status(answer) == 503
    assert count <= server._MAX_CLIENTS  # noqa: SLF001 - the limit


def test_a_client_that_asks_for_nothing_is_dropped_after_a_while(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server._Answer, "timeout", 0.01)  # noqa: SLF001 - of its sockets
    with wire.connect() as silent:
        assert silent.recv(1) == b""


def test_the_news_are_told_at_once_and_whenever_they_change(wire: Wire) -> None:
    with wire.connect() as client, client.makefile("rb") as stream:
        client.sendall(f"GET /~news HTTP/1.1\r\nHost: 127.0.0.1:{wire.port}\r\n\r\n".encode())
        head = list(iter(stream.readline, b"\r\n"))
        wait, _, first, _ = (stream.readline() for _ in range(4))
        wire.site.show({"/": MAP, "/other": MAP})  # nothing new
        wire.site.show({"/": PreviewPage(b"", "", '{"version": "2"}')})
        second = stream.readline()

    assert b"Content-Type: text/event-stream; charset=utf-8\r\n" in head
    assert wait == b"retry: 500\n"
    assert first == b'data: {"version": "1"}\n'
    assert second == b'data: {"version": "2"}\n'


def test_news_of_nothing_are_not_there(wire: Wire) -> None:
    assert status(wire.ask("/none~news")) == 404


def test_a_listener_hears_from_time_to_time_that_the_server_is_there(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_BEAT", 0.01)
    with wire.connect() as client, client.makefile("rb") as stream:
        client.sendall(f"GET /~news HTTP/1.1\r\nHost: 127.0.0.1:{wire.port}\r\n\r\n".encode())
        lines = list(iter(stream.readline, b": still here\n"))

    assert b'data: {"version": "1"}\n' in lines


def test_a_fault_of_ours_is_told_and_does_not_end_the_server(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(wire.site, "page", fail)
        answer = wire.ask()

    assert answer == b""
    assert [type(one) for one in wire.complaints] == [ZeroDivisionError]
    assert status(wire.ask()) == 200
    wire.complaints.clear()


def test_two_servers_do_not_share_a_port(wire: Wire) -> None:
    with pytest.raises(OSError, match="in use"):
        Server(Site(), wire.port, print)
