"""Electronic invoices fill in the rows of a list: UBL 2.1 and CII, the two syntaxes of EN 16931."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.__main__ import main
from calculators.kernel.base.schema import MOST_ROWS, items
from calculators.kernel.extras import einvoice
from calculators.kernel.extras.csv_import import Found
from calculators.kernel.output import json
from tests.einvoices import cii, in_envelope, tag, ubl

CLAIM = calculators.load("claim_pack")
RECORDS: dict[str, Any] = {item.name: item.kind[0] for item in items(CLAIM.Inputs) if isinstance(item.kind, list)}
ROW = {"amount": "1200.00", "due_date": "2026-03-31", "number": "1041", "invoice_date": "2026-03-01"}
NAMES = {"your_business": "Jones & Daughters Ltd", "customer_name": "Example Offices Ltd"}


def read(content: str | bytes, field: str = "invoices") -> Found:
    return einvoice.read(RECORDS[field], content)


@pytest.mark.parametrize("file", [ubl(), cii(), in_envelope(ubl())], ids=["UBL", "CII", "in an envelope"])
def test_an_invoice_fills_in_its_number_dates_amount_to_pay_and_both_names(file: str) -> None:
    assert read(file) == Found((ROW,), (), NAMES)
    assert read(file.encode()) == read(file)
    assert read("\ufeff" + file if file.startswith("<r") else file).rows == (ROW,)


def test_the_encoding_declared_in_the_file_is_used() -> None:
    file = ubl(buyer="Müller plc").replace("UTF-8", "ISO-8859-1")
    assert read(file.encode("latin-1")).names["customer_name"] == "Müller plc"
    assert read(file).names["customer_name"] == "Müller plc"
    assert read(file.replace("ISO-8859-1", "UTF-16").encode("utf-16")).names["customer_name"] == "Müller plc"


@pytest.mark.parametrize(("file", "terms"), [(ubl(due=None, terms="30 days"), "30 days"), (cii(due=None, terms="Net 14 days"), "Net 14 days")])  # fmt: skip
def test_without_a_due_date_the_payment_terms_are_used(file: str, terms: str) -> None:
    (row,) = read(file).rows
    assert row == {"amount": "1200.00", "number": "1041", "invoice_date": "2026-03-01", "terms": terms}
    values = {"invoices": [row], "interest_to": "2026-11-22"}
    assert "result" in calculators.answer(calculators.load("late_payment_interest"), values, None)


@pytest.mark.parametrize("terms", [None, "As agreed " * 10])
def test_without_a_due_date_or_usable_terms_a_note_says_what_to_enter(terms: str | None) -> None:
    found = read(ubl(due=None, terms=terms))
    assert found.rows == ({"amount": "1200.00", "number": "1041"},)
    assert found.notes == (
        "Invoice 1041 has no due date. Enter it or, if you didn’t agree one, the date you supplied the goods or finished the work.",
    )


@pytest.mark.parametrize(
    ("file", "note"),
    [
        (ubl(currency="EUR"), "Invoice 1041 is in EUR. We work in pounds, so we left it out."),
        (ubl(payable="0.00"), "Invoice 1041 has nothing left to pay, so we left it out."),
        (ubl(payable="12,00"), "Invoice 1041 has no amount to pay that we can read, so we left it out."),
        (ubl(payable="1.001"), "Invoice 1041 has no amount to pay that we can read, so we left it out."),
        (ubl(payable="NaN"), "Invoice 1041 has no amount to pay that we can read, so we left it out."),
        (ubl(number=""), None),
        (ubl(code="325"), "Invoice 1041 is a pro forma, so we left it out."),
        (ubl(credit=True, code="381"), "Credit note 1041 isn’t an invoice, so we left it out."),
        (cii(code="381"), "Credit note 1041 isn’t an invoice, so we left it out."),
        (ubl(payable="-1200.00"), "Credit note 1041 isn’t an invoice, so we left it out."),
    ],
)
def test_anything_but_a_debt_in_pounds_is_left_out_with_a_note(file: str, note: str | None) -> None:
    found = read(file)
    assert found.notes == ((note,) if note else ())
    assert bool(found.rows) is (note is None)
    assert bool(found.names) is (note is None)


def test_an_amount_paid_in_advance_is_mentioned_in_a_note() -> None:
    found = read(ubl(payable="700.00", prepaid="500.00"))
    assert found.rows == ({**ROW, "amount": "700.00"},)
    assert found.notes == (
        (
            "Invoice 1041 says that £500.00 was paid in advance. We’ve entered the £700.00 that was left to pay, so don’t enter "
            "that payment again."
        ),
    )


@pytest.mark.parametrize(
    "file",
    [ubl("C7", credit=True, code="381", corrects="1041"), ubl("C7", payable="-1200.00", corrects="1041")],
    ids=["a credit note", "a negative invoice"],
)
def test_a_credit_note_fills_in_a_row_of_credit_notes(file: str) -> None:
    found = read(file, "credit_notes")
    assert found.rows == ({"date": "2026-03-01", "amount": "1200.00", "invoice": "1041", "number": "C7"},)
    assert read(ubl(), "credit_notes").notes == ("Invoice 1041 isn’t a credit note, so we left it out.",)


def test_an_invoice_is_refused_if_the_rows_are_not_invoices_or_credit_notes() -> None:
    assert read(ubl(), "payments") == Found((), (einvoice.NOT_THESE,))


def test_each_invoice_in_a_file_makes_a_row_and_names_are_used_only_if_they_agree() -> None:
    assert read(in_envelope(ubl(), ubl("1042"))).names == NAMES
    found = read(in_envelope(ubl(), ubl("1042", buyer="Someone Else Ltd")))
    assert [row["number"] for row in found.rows] == ["1041", "1042"]
    assert (found.names, found.notes) == ({}, (einvoice.SEVERAL_NAMES,))
    many = read(in_envelope(*map(ubl, map(str, range(MOST_ROWS + 1)))))
    assert len(many.rows) == MOST_ROWS
    assert many.notes == (f"We read the first {MOST_ROWS} rows. The file has {MOST_ROWS + 1}.",)


def test_the_last_of_several_due_dates_is_used() -> None:
    file = cii().replace(
        "</ram:SpecifiedTradePaymentTerms>",
        f"</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>{tag('udt:DateTimeString', '20260430')}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>",
    )
    found = read(file)
    assert found.rows[0]["due_date"] == "2026-04-30"
    assert found.notes == ("Invoice 1041 has several due dates. We’ve used the last one.",)


BOMB = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (ubl().replace("?>", f"?>{BOMB}", 1).replace("1041", "&b;"), einvoice.DECLARES),
        (ubl().replace("?>", '?><!DOCTYPE Invoice SYSTEM "file:///etc/passwd">', 1), einvoice.DECLARES),
        (ubl().replace("1041", "&b;"), einvoice.BROKEN.format(line=1)),
        (ubl()[:-4], einvoice.BROKEN.format(line=1)),
        ("<", einvoice.BROKEN.format(line=1)),
        (ubl().replace("1041", "\ud800"), einvoice.BROKEN.format(line=1)),
        (ubl().replace("UTF-8", "no-such-encoding").encode(), einvoice.BROKEN.format(line=1)),
        ("<html><body>Invoice</body></html>", einvoice.UNKNOWN),
        (f"<Invoice>{tag('ID', '1041')}</Invoice>", einvoice.UNKNOWN),
        ("<a>" * 1_000_000, einvoice.UNKNOWN),
        (f"{ubl()}{' ' * einvoice.MOST_CHARACTERS}", einvoice.TOO_BIG),
        ("%PDF-1.7", einvoice.PDF),
    ],
    ids=["a bomb", "a file", "an entity", "cut short", "one sign", "half a character", "an encoding", "a page", "no namespace",
         "deep", "big", "a PDF"],
)  # fmt: skip
def test_a_hostile_file_or_one_without_an_invoice_is_refused_in_a_sentence(file: str | bytes, why: str) -> None:
    assert read(file) == Found((), (why,))


def test_attachments_in_an_invoice_are_ignored() -> None:
    attached = "<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>"
    file = ubl().replace(
        "<cac:AccountingSupplierParty>",
        f"{attached}{'QUJD' * 250_000}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>",
    )
    assert read(file) == Found((ROW,), (), NAMES)


@given(st.text())
def test_reading_any_text_in_an_invoice_never_raises_an_error(text: str) -> None:
    read(text)
    read(ubl(number=text, payable=text, due=text, terms=text, currency=text, prepaid=text, buyer=text))


# On a page and on the command line


def test_a_page_loads_an_e_invoice_like_a_table() -> None:
    asked = {"calculator": "claim_pack", "surface": "rows", "field": "invoices", "file": f"\ufeff\n{ubl()[38:]}"}
    assert json.read(calculators.respond(json.write(asked))) == {"rows": [ROW], "notes": [], "values": NAMES}
    asked["calculator"] = "late_payment_interest"  # this calculator doesn't ask for names
    assert json.read(calculators.respond(json.write(asked))) == {"rows": [ROW], "notes": [], "values": {}}


def test_the_command_line_takes_files_and_rows_together(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_text(ubl(payable="700.00", prepaid="500.00"))
    (tmp_path / "b.csv").write_bytes("amount,due_date,number\n£300,2026-03-31,1042\n".encode("utf-16"))
    rows = [str(tmp_path / "a.xml"), str(tmp_path / "b.csv"), '[{"amount": "50", "due_date": "2026-03-31"}]']
    assert main(["statement_of_account", "--json", "--today", "2026-11-22", "--invoices", *rows]) == 0
    told = capsys.readouterr()
    result = json.read(told.out)["result"]
    assert (result["amount_owed"], result["invoice_numbers"]) == ("1050.00", "1041 and 1042")
    assert result["headline"].startswith("Example Offices Ltd owes you")
    assert told.err.startswith(f"{tmp_path / 'a.xml'}: Invoice 1041 says that £500.00 was paid in advance.")


def test_typed_names_are_kept_and_names_that_differ_between_files_are_left_out(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, buyer in (("a.xml", "A Ltd"), ("b.xml", "B Ltd")):
        (tmp_path / name).write_text(ubl(buyer=buyer))
    a, b = str(tmp_path / "a.xml"), str(tmp_path / "b.xml")
    asked = ["statement_of_account", "--today", "2026-11-22", "--invoices"]
    assert main([*asked, a, "--customer-name", "C Ltd"]) == 0
    assert capsys.readouterr().out.startswith("C Ltd owes you")
    assert main([*asked, a, b]) == 0
    told = capsys.readouterr()
    assert told.err == f"{einvoice.SEVERAL_NAMES}\n"
    assert "A Ltd" not in told.out


@pytest.mark.parametrize(
    ("name", "why"), [("none.xml", "can’t be read: No such file or directory."), ("big.xml", einvoice.TOO_BIG)]
)
def test_a_missing_or_oversized_file_is_a_problem(
    name: str, why: str, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "big.xml").open("wb") as file:
        file.truncate(50_000_000)
    assert main(["late_payment_interest", "--invoices", str(tmp_path / name)]) == 2
    assert why in capsys.readouterr().err
