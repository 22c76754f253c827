"""Serves a folder over a slow connection: compressed, at 10 Mbit/s, with a delay of 40 ms before each reply."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock, Thread

from macros.serve import HOST, Handler, server

from .download_sizes import compressed, file_at

BYTES_PER_SECOND = 10_000_000 / 8
ROUND_TRIP = 0.040  # seconds
PIECE = 8192  # bytes


@contextmanager
def slow_connection(folder: Path, cache: Path) -> Iterator[str]:
    """Serve a folder at 10 Mbit/s, shared by all requests, each delayed by 40 ms. Yields the root URL."""
    line = Line()
    with server(folder, handler=partial(SlowHandler, cache=cache, line=line)) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{running.server_port}/"
        running.shutdown()


class Line:
    """The connection that all replies share."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._free = 0.0

    def wait_for(self, size: int) -> None:
        """Wait until `size` more bytes would have arrived at this speed."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / BYTES_PER_SECOND
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


class SlowHandler(Handler):
    """Sends each file compressed, a piece at a time."""

    def __init__(self, *args: object, cache: Path, line: Line, **options: object) -> None:
        self._cache, self._line = cache, line
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802
        """Send a file, or the 404 page."""
        time.sleep(ROUND_TRIP)
        file = file_at(Path(self.directory), self.path)
        if not file.is_file():
            return self.send_error(404)
        content = compressed(file, self._cache).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            self._line.wait_for(len(piece))
            self.wfile.write(piece)
        return None
