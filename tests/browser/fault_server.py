"""Serves the built site on this machine and can fake the faults that occur between a server and a reader."""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from macros import serve

ABORT = struct.pack("ii", 1, 0)
"""SO_LINGER, switched on with a timeout of zero: closing a socket with this option resets the connection."""


class Handler(serve.Handler):
    """Answers as the project's own server does, unless a fault is set for the file."""

    def __init__(self, *arguments: object, site: "Served", directory: str) -> None:
        self.site = site
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def setup(self) -> None:
        super().setup()
        self.site.connected.add(self.connection)

    def finish(self) -> None:
        self.site.connected.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:  # noqa: N802
        path = urlsplit(self.path).path
        self.site.asked.append(path)
        self.site.fault(path, super().do_GET)(self)

    def do_HEAD(self) -> None:  # noqa: N802
        self.site.fault(urlsplit(self.path).path, super().do_HEAD)(self)

    def content(self) -> bytes:
        return Path(self.translate_path(self.path)).read_bytes()

    def begin(self, size: int, *, as_the_file: bool = True) -> None:
        """Send the status line and headers of a successful response.

        With the file's own date, a browser caches the response as it would cache the file.
        """
        path = self.translate_path(self.path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(size))
        if as_the_file:
            self.send_header("Last-Modified", self.date_time_string(int(Path(path).stat().st_mtime)))
        self.end_headers()

    def send(self, content: bytes) -> None:
        if self.command == "GET":
            self.wfile.write(content)

    def reset(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)


Fault = Callable[[Handler], None]


class Served:
    """A server for the built site, the paths it has been asked for and the faults set for its files."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.connected: set[socket.socket] = set()
        self._faults: dict[str, Fault] = {}
        self._server = serve.server(folder)
        self._server.RequestHandlerClass = partial(Handler, site=self, directory=str(folder))
        self.address = f"http://{serve.HOST}:{self._server.server_port}/"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.mend()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        for connection in [*self.connected]:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def breaks(self, fault: Fault, *names: str) -> None:
        """Make these files fail in this way from now on."""
        self._faults |= dict.fromkeys(names, fault)

    def mend(self) -> None:
        """Remove every fault and let held responses finish."""
        faults = set(self._faults.values())
        self._faults.clear()
        for held in (fault for fault in faults if isinstance(fault, Held)):
            held.go_on.set()

    def fault(self, path: str, otherwise: Callable[[], None]) -> Fault:
        return self._faults.get(path.rpartition("/")[2], lambda _: otherwise())


def missing(handler: Handler) -> None:
    """Answer that the file does not exist."""
    handler.send_error(404)


def unreachable(handler: Handler) -> None:
    """Reset the connection before sending anything."""
    handler.reset()


def cut(handler: Handler) -> None:
    """Reset the connection halfway through the file."""
    content = handler.content()
    handler.begin(len(content))
    handler.send(content[: len(content) // 2])
    handler.reset()


def shortened(handler: Handler) -> None:
    """Send half the file as if it were the whole file."""
    content = handler.content()
    half = content[: len(content) // 2]
    handler.begin(len(half))
    handler.send(half)


def garbled(handler: Handler) -> None:
    """Send a file of the right size in which every byte is wrong."""
    content = handler.content()
    handler.begin(len(content))
    handler.send(content.translate(bytes(byte ^ 0x55 for byte in range(256))))


class Held:
    """Sends half the file at once and the rest after `go_on` is set."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __call__(self, handler: Handler) -> None:
        content = handler.content()
        handler.begin(len(content))
        handler.send(content[: len(content) // 2])
        self.go_on.wait()
        handler.send(content[len(content) // 2 :])


def instead(content: str) -> Fault:
    """Return a fault that sends this content in place of the file."""

    def send(handler: Handler) -> None:
        handler.begin(len(content.encode()), as_the_file=False)
        handler.send(content.encode())

    return send
