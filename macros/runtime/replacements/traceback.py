"""In the place of `traceback`: an exception as text for the console, without lines of source, which aren't here."""

from types import TracebackType


def format_exception(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> list[str]:
    """Where it was raised, the outermost call first, and what it says."""
    lines = ["Traceback (most recent call last):\n"]
    while trace:
        code = trace.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}\n')
        trace = trace.tb_next
    return [*lines, f"{kind.__name__}: {value}\n"]
