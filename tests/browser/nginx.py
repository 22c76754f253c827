"""Serves a release with nginx, using the configuration that the release ships."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
AROUND = """\
daemon off;
master_process off;
pid {at}/nginx.pid;
error_log {at}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {at}/a; proxy_temp_path {at}/b; fastcgi_temp_path {at}/c;
    uwsgi_temp_path {at}/d; scgi_temp_path {at}/e;
    include {at}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """The response to one request."""

    status: int
    headers: Message
    content: bytes


class Hosted:
    """A running nginx that can be sent requests."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}/"

    def get(self, path: str, **headers: str) -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("GET", path, headers=headers)
            told = connection.getresponse()
            return Answer(told.status, told.headers, told.read())


@contextmanager
def serving(unpacked: Path, at: Path) -> Iterator[Hosted]:
    """Serve the site of an unpacked release. The server's own files go into the folder `at`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = (unpacked / "hosting/nginx.conf").read_text()
    ours = given.replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = ours.replace("root /var/www/get-paid/site;", f"root {unpacked / 'site'};")
    assert ours.count(str(port)) == ours.count(str(unpacked)) == 1
    (at / "site.conf").write_text(ours)
    (at / "nginx.conf").write_text(AROUND.format(at=at))
    told = subprocess.run([NGINX, "-t", "-p", at, "-c", at / "nginx.conf"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "[warn]" not in told.stderr
    running = subprocess.Popen([NGINX, "-p", at, "-c", at / "nginx.conf"], stderr=subprocess.DEVNULL)
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except ConnectionRefusedError:
            continue
    assert running.poll() is None, (at / "error.log").read_text()
    yield Hosted(port)
    running.terminate()
    running.wait()
