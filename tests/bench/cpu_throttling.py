"""Slows the browser to the speed of a cheap phone, by letting its processes run for a quarter of the time."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

RUNNING, STOPPED = 0.003, 0.009  # seconds in each cycle
LOOKING = 10  # cycles between checks for new processes


@contextmanager
def slow_processor() -> Iterator[None]:
    """Within this context, every browser started by this process runs at a quarter of its speed."""
    ended = Event()
    slowing = Thread(target=_slow_down, args=(ended,), daemon=True)
    slowing.start()
    try:
        yield
    finally:
        ended.set()
        slowing.join()


def _slow_down(ended: Event) -> None:
    turn = 0
    browsers: list[int] = []
    while not ended.is_set():
        if turn % LOOKING == 0:
            browsers = _browsers()
        turn += 1
        _signal(browsers, signal.SIGSTOP)
        time.sleep(STOPPED)
        _signal(browsers, signal.SIGCONT)
        time.sleep(RUNNING)


def _signal(processes: list[int], signal_number: int) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal_number)


def _browsers() -> list[int]:
    """The ids of the Chromium processes started, directly or indirectly, by this process."""
    parents = {int(stat.parent.name): _name_and_parent(stat) for stat in Path("/proc").glob("[0-9]*/stat")}
    found = [os.getpid()]
    for process in found:
        found += [child for child, (_, parent) in parents.items() if parent == process]
    return [process for process in found if parents.get(process, ("", 0))[0].startswith("chrom")]


def _name_and_parent(stat: Path) -> tuple[str, int]:
    """The name of a process and its parent's id, or an empty name and 0 if the process has ended."""
    try:
        name, _, rest = stat.read_text().partition("(")[2].rpartition(")")
    except OSError:
        return "", 0
    return name, int(rest.split()[1])
