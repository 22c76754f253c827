"""Serves the built site to this machine only."""

import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path("site")
HOST = "127.0.0.1"


def main(arguments: list[str]) -> str | None:
    """Serve until interrupted. Returns what went wrong, in one line."""
    port = arguments[0] if arguments else "8000"
    if not (port.isdecimal() and int(port) < 65536):
        return f"A port is a number below 65536, not {port}: make site PORT=8001"
    if not (SITE / "index.html").exists():
        return "There is no site here yet: make build"
    try:
        served = server(SITE, int(port))
    except OSError as error:
        return f"Port {port} cannot be used ({error.strerror}): make site PORT={int(port) + 1}"
    with served:
        print(f"http://{HOST}:{served.server_port}/ (Ctrl-C ends it)", flush=True)
        _serve(served)
    return None


def server(
    site: Path, port: int = 0, handler: Callable[..., SimpleHTTPRequestHandler] | None = None
) -> ThreadingHTTPServer:
    """A server of a built site, bound to a port. Port 0 picks any free port; `handler` replaces Handler."""
    return _Server((HOST, port), partial(handler or Handler, directory=str(site)))


def _serve(served: ThreadingHTTPServer) -> None:
    try:
        served.serve_forever()
    except KeyboardInterrupt:
        print()


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # a browser opens several connections at once

    def handle_error(self, request: object, client_address: object) -> None:
        """Don’t log a connection that the browser closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(SimpleHTTPRequestHandler):
    """Sends files of the built site with the headers that a host should send."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".zip": "application/zip",
    }

    def end_headers(self) -> None:
        """Make browsers check for changes to everything but the runtime, whose addresses change with its content."""
        if not self.path.startswith("/assets/runtime/"):
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Serve the site's own 404 page."""
        page = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and page.exists():
            self.error_message_format = page.read_text().replace("%", "%%")
        super().send_error(code, message, explain)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Don’t log requests."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
