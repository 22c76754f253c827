"""The command line: the same answers as on the site, as text, JSON and CSV."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculators
from calculators.__main__ import main
from calculators.command_line.batch import answer_file
from calculators.kernel.base.schema import items
from calculators.kernel.figures import reference
from calculators.kernel.output import json
from tests.bench.batch import ASKED

EXAMPLES = Path(__file__).parent.parent / "docs/examples"
TODAY = "2026-11-22"
CLAIM = ["court_costs", "--amount-owed", "3000", "--nation", "england_wales", "--today", TODAY]


def test_without_arguments_it_lists_the_calculators_and_drafts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in [*calculators.names(), *calculators.draft_names()])


def test_an_answer_is_printed_as_wrapped_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CLAIM) == 0
    told = capsys.readouterr().out
    assert told.startswith("To claim £3,000 you pay £115 to start, or £296 in total if there’s a hearing")
    assert "How it’s worked out" in told
    assert all(len(line) <= 100 or "  " in line for line in told.splitlines())


def test_the_text_includes_the_note_on_a_figure(capsys: pytest.CaptureFixture[str]) -> None:
    note = reference.figure("england_wales.issue_fee", date(2020, 1, 5), Decimal(2000)).note
    assert note
    assert main(["court_costs", "--amount-owed", "2000", "--claim-date", "2020-01-05", "--today", "2020-01-05"]) == 0
    assert note in " ".join(capsys.readouterr().out.split())


def test_help_shows_what_kind_of_value_an_option_takes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["reminder", "--help"])
    told = capsys.readouterr().out
    assert "--your-name TEXT" in told
    assert "--amount-owed POUNDS" in told


def test_an_answer_as_json_is_what_respond_returns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CLAIM, "--json"]) == 0
    request = {
        "calculator": "court_costs",
        "values": {"amount_owed": "3000", "nation": "england_wales"},
        "today": TODAY,
    }
    assert capsys.readouterr().out == calculators.respond(json.write(request)) + "\n"


def test_problems_go_to_standard_error_with_exit_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["court_costs", "--amount-owed", "lots"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("The amount you’re owed isn’t a number")


def test_problems_can_be_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["court_costs", "--json"]) == 2
    assert json.read(capsys.readouterr().out)["problems"][0]["field"] == "amount_owed"


@pytest.mark.parametrize("name", [*calculators.names(), *calculators.draft_names()])
def test_help_has_an_option_for_every_question(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    for item in items(calculators.load(name).Inputs):
        assert f"--{item.name.replace('_', '-')}" in told
        assert item.ask
        assert item.ask.question.split()[-1] in told


def figure(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    status = main(["figure", *arguments, "--json"])
    return status, json.read(capsys.readouterr().out)


def test_a_figure_as_json_has_its_value_grade_date_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = figure(capsys, "england_wales.issue_fee", "--on", "2025-11-25", "--amount", "500.01")
    assert status == 0
    assert (found["value"], found["grade"], found["valid_from"]) == ("70.00", "official", "2021-05-18")
    assert found["source"]["url"].startswith("https://")


def test_a_figure_is_printed_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "england_wales.issue_fee", "--on", "25/11/2025", "--amount", "£500.01"]) == 0
    assert "Fee to start a claim: £70" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["england_wales.nothing"], "There is no figure called"),
        (["england_wales.issue_fee", "--on", "1999-01-01", "--amount", "5"], "our figures begin on"),
        (["england_wales.issue_fee", "--on", "one fine day", "--amount", "5"], "The date isn’t a date we can read"),
        (["england_wales.issue_fee", "--amount", "-5"], "The amount must be £0 or more"),
        (["england_wales.issue_fee"], "it depends on the amount"),
    ],
)
def test_a_figure_that_cannot_be_given_is_refused_with_the_reason(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, reply = figure(capsys, *arguments)
    assert status == 2
    assert said in reply["problems"][0]["message"]


def test_figure_without_a_name_lists_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure"]) == 0
    assert "england_wales.warrant_of_control_fee" in capsys.readouterr().out


def batch(text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    main(["batch", "court_costs", "--today", TODAY])
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_a_bad_row_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed = "amount_owed,enforcement_method\n3000,none\nlots,none\n10000.01,\n5,none,extra\n"
    rows = batch(typed, monkeypatch, capsys)
    assert [row["issue_fee"] for row in rows] == ["115.00", "", "500.00", ""]
    assert rows[0]["problems"] == ""
    assert rows[1]["problems"].startswith("The amount you’re owed isn’t a number")
    assert rows[3]["problems"] == "This row has more cells than there are headings."


def test_a_result_named_like_a_question_does_not_repeat_its_column(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = batch("amount_owed,chance_of_defence\n3000,50\n", monkeypatch, capsys)
    assert row["chance_of_defence"] == "50"
    assert list(row).count("chance_of_defence") == 1
    assert "chance_of_defence" in batch("amount_owed\n3000\n", monkeypatch, capsys)[0]


def test_the_exit_status_of_a_batch_shows_whether_every_row_was_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed, status in (("amount_owed\n3000\n", 0), ("amount_owed\n3000\nlots\n", 2), ("", 2)):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert main(["batch", "court_costs", "--today", TODAY]) == status


def test_batch_help_explains_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["batch", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "The exit status is 0 if every row was answered, and 2 if any row has a problem" in told


@pytest.mark.parametrize("written", ["0", "-1", "two", "²", "1001"])
def test_jobs_must_be_a_whole_number_or_all(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["batch", "court_costs", "--jobs", written])
    assert f"“{written}” must be a whole number from 1, or “all”" in capsys.readouterr().err


def test_the_example_file_of_twenty_cases_is_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = batch((EXAMPLES / "cases.csv").read_text(), monkeypatch, capsys)
    assert len(rows) == 20
    assert [row["case"] for row in rows if row["problems"]] == ["A slip of the pen"]
    assert {row["case"]: row["issue_fee"] for row in rows}["Parts for a manufacturer"] == "503.50"


def test_each_row_is_answered_before_the_next_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """A batch never holds the whole file: it reads at most one row ahead of what it has written."""
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        yield "amount_owed\n"
        for number in range(500):
            read += 1
            yield f"{number + 1}\n"

    class Watching(io.StringIO):
        ahead = 0
        written = -1

        def write(self, text: str) -> int:
            Watching.written += text.count("\n")
            Watching.ahead = max(Watching.ahead, read - Watching.written)
            return len(text)

    assert answer_file(ASKED, date(2026, 11, 22), lines(), Watching()) == 0
    assert Watching.written == 500
    assert Watching.ahead <= 1


def test_a_cell_that_looks_like_a_formula_comes_back_as_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = batch("case,amount_owed\n=1+1,3000\n", monkeypatch, capsys)
    assert rows[0]["case"] == "'=1+1"
    assert rows[0]["issue_fee"] == "115.00"


def test_a_cell_of_a_million_characters_is_a_problem_for_its_row_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = batch(f"amount_owed\n{'9' * 1_000_000}\n3000\n", monkeypatch, capsys)
    assert rows[0]["problems"].startswith("The amount you’re owed isn’t a number")
    assert rows[1]["issue_fee"] == "115.00"


def by_shell(*arguments: str, typed: bytes | None = None, ending: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the command through a shell, with `typed` as standard input and `ending` as its redirections."""
    command = " ".join([sys.executable, "-m", "calculators", *arguments, ending])
    return subprocess.run(
        command, shell=True, input=typed, capture_output=True, check=False, cwd=EXAMPLES.parent.parent,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip


def test_files_are_utf_8_whatever_the_systems_encoding() -> None:
    """The input starts with a byte order mark, like a file from a spreadsheet, and the system's encoding is ASCII."""
    told = by_shell("batch", "court_costs", "--today", TODAY, typed="\ufeffcase,amount_owed\nMüller,£3000\n".encode())
    rows = list(csv.DictReader(io.StringIO(told.stdout.decode("utf-8-sig"))))
    assert [(row["case"], row["issue_fee"]) for row in rows] == [("Müller", "115.00")]
    assert told.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "ending", "said"),
    [
        (("batch", "court_costs"), "<&-", "There’s nothing to read."),
        (("summary",), "<&-", "“-” is not a JSON file that we can read."),
        (("figure",), ">/dev/full", "The answer can’t be written: No space left on device."),
    ],
)
def test_a_closed_or_full_stream_gives_a_message_instead_of_a_traceback(
    arguments: tuple[str, ...], ending: str, said: str
) -> None:
    told = by_shell(*arguments, ending=ending)
    assert told.returncode == 2
    assert told.stderr.decode().startswith(said)
    assert told.stderr.count(b"\n") == 1


def test_a_figure_that_we_worked_out_is_printed_with_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "england_wales.warrant_of_control_fee", "--on", TODAY]) == 0
    assert "(warrant of control): about £96\n" in capsys.readouterr().out


def test_a_fee_that_we_worked_out_is_printed_with_about_in_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["court_costs", "--amount-owed", "2500", "--nation", "northern_ireland", "--today", TODAY]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Court fee to start the claim about £171.00" in told
    assert "Fee to make a small claim about £171.00" in told


def test_an_abbreviated_option_is_refused() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["court_costs", "--amount", "3000"])


def test_an_answer_says_if_a_figure_is_due_to_be_checked_again(capsys: pytest.CaptureFixture[str]) -> None:
    for today, due in ((TODAY, False), ("2027-05-23", True)):
        assert main([*CLAIM[:-1], today]) == 0
        assert ("It is due to be checked again." in " ".join(capsys.readouterr().out.split())) is due


def test_a_figure_says_if_it_is_due_to_be_checked_again(capsys: pytest.CaptureFixture[str]) -> None:
    for today, due in ((TODAY, False), ("2027-05-23", True)):
        assert (
            main(["figure", "england_wales.issue_fee", "--amount", "500", "--on", "2026-11-22", "--today", today]) == 0
        )
        assert ("It is due to be checked again." in " ".join(capsys.readouterr().out.split())) is due


def test_progress_is_shown_in_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("calculators.command_line.batch.ROWS_BETWEEN_NEWS", 2)
    monkeypatch.setattr("sys.stdin", io.StringIO("amount_owed\n" + "5\n" * 5))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["batch", "court_costs", "--today", TODAY]) == 0
    assert capsys.readouterr().err == "2 rows\r4 rows\r5 rows, 0 with a problem\n"
