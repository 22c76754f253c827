"""Replaces `traceback`: formats an exception for the console, without source lines, which aren't in the archive."""

from types import TracebackType


def format_exception(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> list[str]:
    """The lines of a traceback, with the outermost call first and the message last."""
    lines = ["Traceback (most recent call last):\n"]
    while trace:
        code = trace.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}\n')
        trace = trace.tb_next
    return [*lines, f"{kind.__name__}: {value}\n"]
