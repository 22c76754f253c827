"""The report: a table of results, and the targets met or missed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median, quantiles

from .page_visits import Visit
from .serving import PLAIN

RUNTIME = "/assets/runtime/"


@dataclass(frozen=True, kw_only=True)
class Spread:
    """The median and 95th percentile of a set of times, in milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The results for one page: median times in milliseconds, and long tasks and bytes before the first answer."""

    cold: float
    warm: float
    returning: float
    connection: float
    processor: float
    recalculation: Spread
    round_trip: Spread | None
    calculation: Spread | None
    heaviest: Mapping[str, Spread | None]
    long_tasks: float
    long_tasks_worst: int
    long_tasks_after_touch: float
    blocked: float
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Target:
    """A target for our page, the result measured, and whether it meets the target."""

    name: str
    found: str
    met: bool


@dataclass(frozen=True, kw_only=True)
class Report:
    """The results of a whole run."""

    about: str
    pages: Mapping[str, Summary]
    targets: Sequence[Target]
    visits: Mapping[str, Sequence[Visit]]

    def __str__(self) -> str:
        """A table with a column for each page, ratios first, followed by a line for each target."""
        rows = [("", list(self.pages))]
        rows += [(label, [draw(one) for one in self.pages.values()]) for label, draw in _rows(self.pages[PLAIN])]
        table = [f"{label:<44}" + "".join(f"{cell:>18}" for cell in cells) for label, cells in rows]
        lines = [f"{'met' if one.met else 'MISSED':<8}{one.name}: {one.found}" for one in self.targets]
        return "\n".join([self.about, "", *table, "", *lines])


def summarise(
    visits: Sequence[Visit],
    fetched: Mapping[str, int],
    returning: Sequence[float],
    connection: Sequence[float],
    processor: Sequence[float],
) -> Summary:
    """Summarise all visits to one page. Times are in milliseconds, and `fetched` maps each URL to its size in bytes.

    `returning`, `connection` and `processor` are times to the first answer: in a browser reopened after a visit, over a
    slow connection, and on a slow processor.
    """
    return Summary(
        cold=median(one.cold for one in visits),
        warm=median(one.warm for one in visits),
        returning=median(returning),
        connection=median(connection),
        processor=median(processor),
        recalculation=_spread([time for one in visits for time in one.answered]),
        round_trip=_spread_if_any([time for one in visits for time in one.round_trips]),
        calculation=_spread_if_any([time for one in visits for time in one.calculated]),
        heaviest={
            name: _spread_if_any([time for one in visits for time in one.heaviest[name]]) for name in visits[0].heaviest
        },
        long_tasks=median(len(one.long_tasks) for one in visits),
        long_tasks_worst=max(len(one.long_tasks) for one in visits),
        long_tasks_after_touch=median(sum(task.start >= one.touched for task in one.long_tasks) for one in visits),
        blocked=median(sum(task.duration for task in one.long_tasks) for one in visits),
        bytes=sum(fetched.values()),
    )


def _spread(times: Sequence[float]) -> Spread:
    return Spread(p50=median(times), p95=quantiles(times, n=20)[-1])


def _spread_if_any(times: Sequence[float]) -> Spread | None:
    return _spread(times) if times else None


def _rows(plain: Summary) -> Iterator[tuple[str, Callable[[Summary], str]]]:
    yield "first answer cold, against plain", lambda one: f"{one.cold / plain.cold:.2f}"
    yield "first answer warm, against plain", lambda one: f"{one.warm / plain.warm:.2f}"
    yield "browser opened again, against plain", lambda one: f"{one.returning / plain.returning:.2f}"
    yield "at 10 Mbit/s and 40 ms, against plain", lambda one: f"{one.connection / plain.connection:.2f}"
    yield "processor four times slower, against plain", lambda one: f"{one.processor / plain.processor:.2f}"
    yield "bytes, against plain", lambda one: f"{one.bytes / plain.bytes:.2f}"
    yield "first answer cold", lambda one: f"{one.cold / 1000:.2f} s"
    yield "first answer warm", lambda one: f"{one.warm / 1000:.2f} s"
    yield "first answer, browser opened again", lambda one: f"{one.returning / 1000:.2f} s"
    yield "first answer at 10 Mbit/s and 40 ms", lambda one: f"{one.connection / 1000:.2f} s"
    yield "first answer, processor four times slower", lambda one: f"{one.processor / 1000:.2f} s"
    yield "recalculation, p50 / p95", lambda one: _drawn(one.recalculation)
    yield "  to the worker and back", lambda one: _drawn(one.round_trip)
    yield "  worked out there", lambda one: _drawn(one.calculation)
    for name in plain.heaviest:
        yield f"  {name}", lambda one, name=name: _drawn(one.heaviest[name])  # type: ignore[misc]
    yield "long tasks on the main thread", lambda one: f"{one.long_tasks:g} ({one.blocked:.0f} ms)"
    yield "  after the first touch", lambda one: f"{one.long_tasks_after_touch:g}"
    yield "bytes before the first answer", lambda one: f"{one.bytes:,}"


def _drawn(spread: Spread | None) -> str:
    return f"{spread.p50:.1f} / {spread.p95:.1f} ms" if spread else "–"


def targets(ours: Summary, plain: Summary, untouched: Mapping[str, int]) -> list[Target]:
    """The targets for our page. `untouched` maps each URL requested without any interaction to its size in bytes."""
    cold, p95 = ours.cold / plain.cold, ours.recalculation.p95
    tasks = f"{ours.long_tasks:g}, in the worst visit {ours.long_tasks_worst}"
    early = sum(size for address, size in untouched.items() if RUNTIME in address)
    idle = f"{early:,} of {sum(untouched.values()):,}"
    return [
        _ratio("first answer cold", cold, at_most=0.23, goal=0.20),
        _ratio("browser opened again", ours.returning / plain.cold, at_most=0.18, goal=0.10),
        _ratio("first answer at 10 Mbit/s and 40 ms", ours.connection / plain.connection, at_most=0.33, goal=0.30),
        _ratio("processor four times slower", ours.processor / plain.processor, at_most=0.22, goal=0.25),
        Target(name="recalculation p95, under 16 ms (goal 8)", found=f"{p95:.1f} ms", met=p95 < 16),
        *(_heavy(name, spread) for name, spread in ours.heaviest.items()),
        Target(name="no long task on the main thread", found=tasks, met=ours.long_tasks == 0),
        Target(
            name="bytes before the first answer, under 2,300,000",
            found=f"{ours.bytes:,}",
            met=ours.bytes < 2.3e6,
        ),
        Target(name="bytes of the runtime while nobody touches the page, none", found=idle, met=early == 0),
    ]


def _ratio(name: str, found: float, *, at_most: float, goal: float) -> Target:
    """A target for a time, as a fraction of the time that plain Pyodide takes."""
    name = f"{name}, at most {at_most:.2f} of plain (goal {goal:.2f})"
    return Target(name=name, found=f"{found:.3f}", met=found <= at_most)


def _heavy(name: str, spread: Spread | None) -> Target:
    p95 = spread.p95 if spread else inf
    return Target(name=f"{name}, p95 under 16 ms", found=f"{p95:.1f} ms", met=p95 < 16)
