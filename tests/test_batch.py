"""Batches of any length: constant memory, one row out for each row in, and never a traceback."""

import argparse
import csv
import gc
import io
import sys
import tracemalloc
from binascii import b2a_base64
from collections.abc import Iterator
from datetime import date
from itertools import chain, repeat
from typing import Any

import pytest

import calculators
from calculators.batch import csv_file
from calculators.batch.answers import MOST_IN_A_CELL
from calculators.batch.csv_file import A_PDF, EMPTY, LONGEST_CELL, MARK, NO_TEXT, WINDOWS, WORKBOOK
from calculators.command_line import batch
from calculators.command_line.batch import answer_file
from calculators.kernel.base.schema import is_choice, items
from calculators.kernel.output import json
from macros.build_steps.sample_cases import sample
from tests.bench.batch import ASKED, mixed_rows

TODAY = date(2026, 11, 22)


class Counting(io.StringIO):
    """A file that only counts the rows written to it and those with a problem."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.wrong = 0

    def write(self, text: str) -> int:
        for row in csv.reader(io.StringIO(text)):
            self.rows += 1
            self.wrong += bool(row[-1])
        return len(text)


def answered(rows: int, times: int = 1) -> tuple[Counting, int]:
    """Answer `rows` mixed rows, repeated `times` times. Returns the rows counted and the bytes held afterwards."""
    target = Counting()
    tracemalloc.start()
    head, *cases = mixed_rows(rows)
    answer_file(ASKED, TODAY, chain([head], *repeat(cases, times)), target)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return target, held


def test_mixed_rows_are_all_answered_and_none_are_kept_in_memory() -> None:
    answered(100)  # fill the caches first
    _, held_after_few = answered(100)
    many, held_after_many = answered(100, times=6)
    assert many.rows == 601
    assert many.wrong - 1 == 6 * sum(1 for number in range(100) if number % 10 in (3, 7))
    assert held_after_many - held_after_few < 500 * 100  # a row and its answer take about 500 characters


class Batch:
    """One run of the command: its exit status, the file it wrote, that file's rows by heading, and its messages."""

    def __init__(self, status: int, written: str, said: str) -> None:
        self.status, self.written, self.said = status, written, said
        self.rows = list(csv.DictReader(io.StringIO(written.removeprefix(MARK))))

    def column(self, name: str) -> list[str]:
        return [row[name] for row in self.rows]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(monkeypatch, capsys)


class Run:
    """Runs the command on the bytes of a file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, file: str | bytes, calculator: str = "court_costs", **asked: object) -> Batch:
        content = file.encode() if isinstance(file, str) else file
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))
        wanted = {"calculator": calculator, "full": False, "jobs": 1, "progress": False, **asked}
        status = batch.run(argparse.Namespace(**wanted), TODAY)
        return Batch(status, *self.capsys.readouterr())


# The answered file


def test_the_answer_columns_start_with_headline_and_end_with_problems(run: Run) -> None:
    found = run("case,amount_owed\na,3000\n")
    assert found.status == 0
    assert list(found.rows[0])[:3] == ["case", "amount_owed", "headline"]
    assert list(found.rows[0])[-1] == "problems"
    assert found.rows[0]["headline"].startswith("To claim £3,000 you pay £115 to start")
    assert found.said == ""


def test_the_verdict_has_its_own_column(run: Run) -> None:
    (row,) = run("amount_owed,offer_amount\n3000,2500\n", "settlement_range").rows
    assert row["verdict"] == row["offer_verdict"] == "good"


@pytest.mark.parametrize("name", calculators.names())
def test_a_result_has_at_most_one_verdict_and_it_is_a_choice(name: str) -> None:
    found = [item for item in items(calculators.load(name).Result) if item.tell and item.tell.verdict]
    assert all(is_choice(item.kind) for item in found)
    assert len(found) <= 1


@pytest.mark.parametrize("name", calculators.names())
def test_every_row_of_a_sample_file_is_answered_with_its_tables(name: str, run: Run) -> None:
    calculator = calculators.load(name)
    target = io.StringIO()
    csv.writer(target).writerows(sample(name))
    found = run(target.getvalue(), name, full=True)
    assert found.said == ""
    for row, example in zip(found.rows, calculator.EXAMPLES, strict=True):
        assert (row["case"], row["problems"]) == (example.title, "")
        result = calculators.answer(calculator, example.values, TODAY)["result"]
        for item in items(calculator.Result):
            if isinstance(item.kind, list) and item.tell:
                assert json.read(row[item.name]) == result[item.name], item.name


def test_tables_are_left_out_unless_full_is_set(run: Run) -> None:
    assert "outcomes" not in run("amount_owed\n3000\n").rows[0]
    assert "outcomes" in run("amount_owed\n3000\n", full=True).rows[0]


def test_an_answered_file_can_be_answered_again(run: Run) -> None:
    first = run("case,amount_owed,chance_of_defence\na,3000,50\nb,lots,50\n")
    again = run(first.written.replace("lots", "4000"))
    assert list(again.rows[0]) == list(first.rows[0])
    assert (again.status, again.column("claim_value")) == (0, ["3000.00", "4000.00"])
    assert again.said.startswith("These columns have the names of answers, so our answers replace them: headline, ")


def test_other_columns_are_kept_and_mentioned_once(run: Run) -> None:
    found = run("adviser,amount_owed,amount_owd,case\nAnn,3000,1,x\nBob,4000,2,y\n")
    assert (found.status, found.column("adviser")) == (0, ["Ann", "Bob"])
    assert found.said == (
        "These columns aren’t questions, so we’ve left them as they are: adviser, amount_owd (did you mean "
        "amount_owed?).\n"
    )


def test_a_column_can_be_headed_with_the_text_of_its_question(run: Run) -> None:
    (question,) = [
        item.ask.question
        for item in items(calculators.load("court_costs").Inputs)
        if item.name == "amount_owed" and item.ask
    ]
    assert run(f"{question}\n3000\n").column("claim_value") == ["3000.00"]


def test_two_columns_for_one_question_are_refused(run: Run) -> None:
    found = run("amount_owed,Amount owed\n3000,4000\n")
    assert (found.status, found.written) == (2, "")
    assert found.said == "More than one column answers “amount_owed”. Keep one.\n"


@pytest.mark.parametrize("headings", ["Invoice amount,invoices.due_date", "Amount,Due date"])
def test_amount_and_due_date_columns_make_one_invoice_per_row(headings: str, run: Run) -> None:
    one = run(f"{headings}\n1200,31 March 2026\n,\n500,\n", "late_payment_interest")
    listed = run('invoices\n"[{""amount"": ""1200"", ""due_date"": ""31 March 2026""}]"\n', "late_payment_interest")
    assert one.rows[0]["total_owed"] == listed.rows[0]["total_owed"] != ""
    assert "The due date is missing" in one.rows[-1]["problems"]
    both = run("invoices,invoice amount\n[],5\n", "late_payment_interest")
    assert both.said == "More than one column answers “invoices”. Keep one.\n"


def test_cells_without_a_heading_are_a_problem_unless_empty(run: Run) -> None:
    found = run("amount_owed,,\n3000,,\n3000,a,b\n3000,,,,\n3000,,,x\n,,,\n")
    assert [bool(problem) for problem in found.column("problems")] == [False, False, False, True, False]
    assert found.status == 2
    assert found.rows[-1]["claim_value"] == ""


# Files and rows that can't be answered


@pytest.mark.parametrize("file", ["", "\n\n", "\ufeff", b"\xff\xfe"])
def test_an_empty_file_is_refused_with_a_message(file: str | bytes, run: Run) -> None:
    found = run(file)
    assert (found.status, found.written, found.said) == (2, "", f"{EMPTY}\n")


def test_a_file_with_headings_only_is_refused_with_a_message(run: Run) -> None:
    found = run("amount_owed\n")
    assert (found.status, found.rows) == (2, [])
    assert found.said == "The file names the questions but has no cases.\n"


def test_a_file_without_headings_is_refused_with_advice_on_its_first_line(run: Run) -> None:
    found = run("3000,england_wales\n4000,scotland\n")
    assert (found.status, found.written) == (2, "")
    assert found.said.startswith("We don’t recognise any of the column headings. Name the columns after the questions")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", WORKBOOK),
        (b"%PDF-1.7\n%\xb5\xb5\n1 0 obj", A_PDF),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NO_TEXT),
    ],
)
def test_a_workbook_pdf_or_image_is_refused_with_advice_to_save_as_csv(file: bytes, words: str, run: Run) -> None:
    found = run(file)
    assert (found.status, found.written, found.said) == (2, "", f"{words}\n")


@pytest.mark.parametrize("empty_lines", [0, 1, 5])
def test_an_unclosed_quotation_mark_is_a_problem_that_names_its_line(empty_lines: int, run: Run) -> None:
    found = run("\n" * empty_lines + 'case,amount_owed\na,3000\nb,"4000\nc,5000\n')
    assert (found.status, found.column("claim_value")) == (2, ["3000.00", ""])
    said = f"Line {empty_lines + 3} has a quotation mark that’s never closed"
    assert found.rows[1]["problems"].startswith(said)


def test_rows_run_together_by_a_missing_quotation_mark_are_pointed_out(run: Run) -> None:
    found = run('amount_owed,case\n"3000,a\n4000,b\n"5000,c\n6000,d\n')
    assert found.column("claim_value") == ["", "6000.00"]
    assert found.rows[0]["problems"].endswith("We read lines 2 to 4 as one row: is a quotation mark missing?")


def test_a_long_cell_is_shortened_in_a_row_with_a_problem(run: Run) -> None:
    found = run(f"case,amount_owed\n{'x' * 1_000_000},lots\n{'y' * (MOST_IN_A_CELL + 1)},3000\n")
    assert found.rows[0]["case"] == f"{'x' * 60}…"
    assert found.rows[0]["problems"].endswith("We’ve shortened a cell of 1,000,000 characters.")
    assert len(found.rows[1]["case"]) == MOST_IN_A_CELL + 1


def test_a_long_heading_is_shortened_in_messages(run: Run) -> None:
    assert len(run(f"amount_owed,{'x' * 1_000_000}\n3000,\n").said) < 200


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_cell_too_long_to_read_stops_the_batch_with_a_message(jobs: int, run: Run) -> None:
    found = run(f"amount_owed\n3000\n{'9' * (LONGEST_CELL + 1)}\n4000\n", jobs=jobs)
    assert (found.status, found.column("claim_value")) == (2, ["3000.00"])
    assert found.said.startswith("Line 3 is too long for us to read as a row of CSV")


def test_a_first_line_too_long_to_read_stops_the_batch_with_a_message(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(csv_file, "LONGEST_LINE", 100)
    found = run("x" * 100)
    assert (found.status, found.written) == (2, "")
    assert found.said.startswith("Line 1 is too long for us to read as a row of CSV")


def test_malformed_rows_do_not_stop_the_batch() -> None:
    def lines() -> Iterator[str]:
        yield "case,amount_owed,nation\n"
        yield from ("a,3000\n", "b\n", "\n", 'c,"3,000",england_wales\n', "d,5,wales\n", "e,1,scotland,more,still\n")
        yield 'f,"unclosed\n'

    target = io.StringIO()
    assert answer_file(ASKED, TODAY, lines(), target) == 2
    rows = {row["case"]: row for row in csv.DictReader(io.StringIO(target.getvalue()))}
    assert {name: bool(row["problems"]) for name, row in rows.items()} == {
        "a": False, "b": True, "c": False, "d": True, "e": True, "f": True,
    }  # fmt: skip


# Encodings, separators and line endings

NAMED = "case,amount_owed\nMüller & Söhne – “best”,£3000\n"


@pytest.mark.parametrize(
    ("encoding", "marked", "said"),
    [
        ("utf-8", False, ""),
        ("utf-8-sig", True, ""),
        ("utf-16", True, ""),
        ("utf-16-le", False, ""),
        ("utf-16-be", False, ""),
        ("windows-1252", False, f"{WINDOWS}\n"),
    ],
)
def test_a_file_is_read_in_every_encoding_that_excel_saves(encoding: str, marked: bool, said: str, run: Run) -> None:
    found = run(NAMED.encode(encoding))
    assert (found.status, found.column("case"), found.column("claim_value")) == (
        0,
        ["Müller & Söhne – “best”"],
        ["3000.00"],
    )
    assert found.written.startswith(MARK) is marked
    assert found.said == said


@pytest.mark.parametrize("parted", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_read_with_any_separator_and_line_ending(parted: str, end: str, run: Run) -> None:
    found = run(end.join(["case,amount_owed", "a,3000", '"b,c",4000', ""]).replace(",", parted))
    assert (found.status, found.column("claim_value")) == (0, ["3000.00", "4000.00"])
    assert found.column("case") == ["a", f"b{parted}c"]


# On a page


def asks(**request: object) -> Any:
    """The reply to a page's request about a batch."""
    return json.read(
        calculators.respond(json.write({"calculator": "court_costs", "today": TODAY.isoformat()} | request))
    )


def answered_on_a_page(file: bytes, *, rows: int = 2, **asked: object) -> tuple[str, list[str]]:
    """The CSV file that a page makes, answering `rows` rows at a time, and its messages."""
    read = asks(batch="read", file=b2a_base64(file).decode())
    found = asks(batch="columns", heads=read["heads"], **asked)
    parts = [
        asks(batch="answer", heads=read["heads"], rows=read["rows"][start : start + rows], **asked)
        for start in range(0, len(read["rows"]), rows)
    ]
    written = "".join([read["mark"], found["csv"], *(part["csv"] for part in parts)])
    assert [cells for part in parts for cells in part["rows"]] == [*csv.reader(io.StringIO(written, newline=""))][1:]
    return written, [*read["notes"], *found["notes"]]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize(
    "file",
    [
        "".join(mixed_rows(20)).encode(),
        'adviser;amount_owd;amount_owed\r\n=Ann;"a\nb";3000\r\n;;\r\n\r\nBob;+44;lots\r\n'.encode("utf-16"),
        NAMED.encode("windows-1252"),
        b'\xef\xbb\xbfcase,amount_owed,headline\na,3000,old\nb,3000,,,x\nc,"5000\nd,6000\n',
    ],
)
def test_a_page_makes_the_same_file_as_the_command_line(file: bytes, full: bool, run: Run) -> None:
    on_command_line = run(file, full=full)
    written, said = answered_on_a_page(file, full=full)
    assert written == on_command_line.written
    assert "".join(f"{words}\n" for words in said) == on_command_line.said


def test_a_page_can_choose_which_question_a_column_answers() -> None:
    written, _ = answered_on_a_page(b"case,Claim size\na,3000\n", chosen=["", "amount_owed"])
    (row,) = csv.DictReader(io.StringIO(written))
    assert (row["Claim size"], row["claim_value"], row["problems"]) == ("3000", "3000.00", "")


def test_a_workbook_is_answered_like_a_csv_file_and_its_empty_rows_are_skipped() -> None:
    read = asks(batch="read", cells=[["", ""], ["case", "amount_owed"], ["", ""], ["a", "3000"], [" ", ""]])
    assert (read["heads"], read["rows"]) == (["case", "amount_owed"], [[["a", "3000"], 4, 4, False]])
    assert read["examples"] == ["a", "3000"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"batch": "read", "file": ""}, EMPTY),
        ({"batch": "read", "cells": [[""]]}, EMPTY),
        ({"batch": "read", "cells": [["amount_owed"]]}, "The file names the questions but has no cases."),
        ({"batch": "read", "file": b2a_base64(b"%PDF-1.7").decode()}, A_PDF),
        ({"batch": "answer", "heads": ["a"], "rows": []}, "We don’t recognise any of the column headings."),
        ({"batch": "answer", "heads": ["amount_owed"] * 2, "rows": []}, "More than one column answers “amount_owed”."),
        ({"batch": "read", "file": 3}, "We can’t read that request."),
        ({"batch": "answer", "heads": 3}, "We can’t read that request."),
        ({"batch": "all"}, "We can’t read that request."),
        ({"batch": "columns", "heads": ["amount_owed"], "calculator": "reminder"}, "We can’t read that request."),
    ],
)
def test_a_page_request_that_cannot_be_answered_gets_a_reason(asked: dict[str, object], words: str) -> None:
    (problem,) = asks(**asked)["problems"]
    assert problem["message"].startswith(words)


# On several cores


def test_two_processes_give_the_same_rows_in_the_same_order(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr(batch, "ROWS_AT_ONCE", 3)
    file = "".join(mixed_rows(20))
    one, two = run(file), run(file, jobs=2)
    assert one.written == two.written
    assert (one.status, len(two.rows)) == (two.status, 20)


def test_several_processes_do_not_read_the_whole_file_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "ROWS_AT_ONCE", 2)
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for line in mixed_rows(40):
            read += 1
            yield line

    class Watching(io.StringIO):
        written = ahead = 0

        def write(self, text: str) -> int:
            Watching.written += text.count("\n")
            Watching.ahead = max(Watching.ahead, read - Watching.written)
            return len(text)

    answer_file(argparse.Namespace(**{**vars(ASKED), "jobs": 2}), TODAY, lines(), Watching())
    assert Watching.written == 41
    assert Watching.ahead <= 2 * 2 * 2 + 1


def test_progress_is_shown_only_if_asked_for(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr(batch, "ROWS_BETWEEN_NEWS", 2)
    file = "amount_owed\n3000\nlots\n4000\n"
    assert run(file, progress=True).said == "2 rows\n3 rows, 1 with a problem\n"
    assert run(file).said == ""
