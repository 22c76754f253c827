"""Rows from electronic invoices: UBL 2.1 (Peppol BIS Billing 3.0) and CII (Factur-X, ZUGFeRD 2, XRechnung).

Both are syntaxes of EN 16931, whose business terms have the BT numbers below. We parse with expat, event by event: it's
built into Pyodide, and lets us refuse a document type or an entity before it has any effect.
"""

import pyexpat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from calculators.kernel.base.money import pounds_and_pence
from calculators.kernel.base.schema import MOST_ROWS, items

from .csv_import import LONG, MOST_NOTES, TOO_MANY, Found

MOST_CHARACTERS = 10_000_000
"""An invoice may contain its own PDF, encoded as text that is a third longer."""

DEEPEST = 100
LONGEST_TEXT = 1000
LONGEST_TERMS = 60  # the limit of the question about payment terms

TOO_BIG = "That file is too big. We read electronic invoices of up to 10 MB."
DECLARES = "That XML file declares a document type or its own entities, which can be unsafe, so we didn’t read it."
BROKEN = "That XML file is damaged at line {line}, so we couldn’t read it."
UNKNOWN = (
    "That XML file isn’t an invoice that we can read. We read UBL (Peppol) and CII (Factur-X, ZUGFeRD, XRechnung)."
)
PDF = "That’s a PDF. If it’s a Factur-X or ZUGFeRD invoice, save the XML file that’s attached to it, and load that."
NOT_THESE = "That’s an electronic invoice, so it can’t be used for these rows."

OTHER_CURRENCY = "{name} is in {currency}. We work in pounds, so we left it out."
CREDIT_NOTE = "{name} isn’t an invoice, so we left it out."
NO_CREDIT_NOTE = "{name} isn’t a credit note, so we left it out."
PROFORMA = "{name} is a pro forma, so we left it out."
NO_AMOUNT = "{name} has no amount to pay that we can read, so we left it out."
NOTHING_LEFT = "{name} has nothing left to pay, so we left it out."
PART_PAID = (
    "{name} says that {paid} was paid in advance. We’ve entered the {left} that was left to pay, so don’t enter that "
    "payment again."
)
NO_DUE_DATE = (
    "{name} has no due date. Enter it or, if you didn’t agree one, the date you supplied the goods or finished the "
    "work."
)
SEVERAL_DUE = "{name} has several due dates. We’ve used the last one."
SEVERAL_NAMES = "These invoices aren’t all between the same two businesses, so we didn’t fill in any names."

CREDIT_NOTES = frozenset(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"])
"""The codes of UNTDID 1001 for credit notes in the code lists of EN 16931 (its validation rule BR-CL-01)."""

PROFORMAS = frozenset({"325"})

_UBL = {
    "ID": "number",  # BT-1
    "IssueDate": "issued",  # BT-2
    "InvoiceTypeCode": "type",  # BT-3
    "CreditNoteTypeCode": "type",
    "DocumentCurrencyCode": "currency",  # BT-5
    "DueDate": "due",  # BT-9
    "PaymentMeans/PaymentDueDate": "due",  # BT-9 in a credit note
    "PaymentTerms/Note": "terms",  # BT-20
    "BillingReference/InvoiceDocumentReference/ID": "corrects",  # BT-25
    "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName": "seller",  # BT-27
    "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName": "buyer",  # BT-44
    "LegalMonetaryTotal/PrepaidAmount": "prepaid",  # BT-113
    "LegalMonetaryTotal/PayableAmount": "payable",  # BT-115
}
_AGREEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement"
_SETTLEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement"
_CII = {
    "ExchangedDocument/ID": "number",
    "ExchangedDocument/IssueDateTime/DateTimeString": "issued",
    "ExchangedDocument/TypeCode": "type",
    f"{_SETTLEMENT}/InvoiceCurrencyCode": "currency",
    f"{_SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString": "due",
    f"{_SETTLEMENT}/SpecifiedTradePaymentTerms/Description": "terms",
    f"{_SETTLEMENT}/InvoiceReferencedDocument/IssuerAssignedID": "corrects",
    f"{_AGREEMENT}/SellerTradeParty/Name": "seller",
    f"{_AGREEMENT}/BuyerTradeParty/Name": "buyer",
    f"{_SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation/TotalPrepaidAmount": "prepaid",
    f"{_SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation/DuePayableAmount": "payable",
}
_ROOTS: Mapping[str, Mapping[str, str]] = {
    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice": _UBL,
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote": _UBL,
    "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice": _CII,
}


class _Refused(Exception):
    """A file that we refuse to read; the message says why, in a sentence."""


@dataclass
class _Document:
    """What one invoice or credit note says: every value of each term."""

    is_credit_note: bool
    said: dict[str, list[str]] = field(default_factory=dict)

    def first(self, term: str) -> str:
        return next(iter(self.said.get(term, ())), "")

    @property
    def amount(self) -> Decimal | None:
        """The amount to pay (BT-115), or None if it can't be read."""
        return _decimal(self.first("payable"))

    @property
    def is_credit(self) -> bool:
        """Whether it gives money back: a negative invoice is a credit note, whatever its code, and vice versa.

        See “Negative invoices and credit notes” in Peppol BIS Billing 3.0.
        """
        says_so = self.is_credit_note or self.first("type") in CREDIT_NOTES
        return says_so != bool(self.amount and self.amount < 0)

    @property
    def name(self) -> str:
        """What the notes to the reader call it."""
        kind = "Credit note" if self.is_credit else "Invoice"
        return f"{kind} {self.first('number')[:LONG] or 'without a number'}"


class _Documents:
    """Collects the invoices in one file as expat reads it, keeping only the terms we use."""

    def __init__(self) -> None:
        self.found: list[_Document] = []
        self._above = 0
        self._paths: Mapping[str, str] = {}
        self._path: list[str] = []
        self._term = ""
        self._text: list[str] = []

    def start(self, name: str, _: Mapping[str, str]) -> None:
        if self._above + len(self._path) > DEEPEST:
            raise _Refused(UNKNOWN)
        self._term = ""
        if not self._paths:
            self._begin(name)
            return
        self._path.append(name.rpartition(" ")[2])
        self._term = self._paths.get("/".join(self._path), "")
        self._text = []

    def _begin(self, name: str) -> None:
        self._paths = _ROOTS.get(name, {})
        if self._paths:
            self.found.append(_Document(is_credit_note=name.endswith(" CreditNote")))
        else:
            self._above += 1

    def text(self, text: str) -> None:
        if self._term and sum(map(len, self._text)) < LONGEST_TEXT:
            self._text.append(text)

    def end(self, _: str) -> None:
        if self._term and (said := " ".join("".join(self._text).split())):
            self.found[-1].said.setdefault(self._term, []).append(said)
        self._term = ""
        if self._path:
            self._path.pop()
        elif self._paths:
            self._paths = {}
        else:
            self._above -= 1


def _documents(content: str | bytes) -> list[_Document]:
    """Every invoice and credit note in an XML file. Raises _Refused."""
    if len(content) > MOST_CHARACTERS:
        raise _Refused(TOO_BIG)
    if content[:4] in ("%PDF", b"%PDF"):
        raise _Refused(PDF)
    reading, parser = _Documents(), pyexpat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(content.strip() if isinstance(content, str) else content, True)
    except (pyexpat.ExpatError, ValueError, LookupError):
        raise _Refused(BROKEN.format(line=parser.CurrentLineNumber)) from None
    if not reading.found:
        raise _Refused(UNKNOWN)
    return reading.found


def _refuse(*_: object) -> None:
    raise _Refused(DECLARES)


# Rows


def read(record: type, content: str | bytes) -> Found:
    """The rows of an electronic invoice for a question answered with rows; never raises.

    The amount is what was left to pay when the invoice was sent, including VAT (BT-115). `names` has the two
    businesses.
    """
    fields = {item.name for item in items(record)}
    make = next((make for needed, make in _MAKERS if needed <= fields), None)
    if make is None:
        return Found((), (NOT_THESE,))
    try:
        found = _documents(content)
    except _Refused as why:
        return Found((), (str(why),))
    notes: list[str] = []
    taken = [(one, row) for one in found if (row := make(one, notes.append))]
    names = _names([one for one, _ in taken], notes.append)
    if len(taken) > MOST_ROWS:
        notes.append(TOO_MANY.format(most=MOST_ROWS, found=len(taken)))
    if len(notes) > MOST_NOTES:
        notes = [*notes[:MOST_NOTES], "There’s more to check in this file."]
    return Found(tuple(row for _, row in taken[:MOST_ROWS]), tuple(notes), names)


Note = Callable[[str], None]
Row = dict[str, str]


def _invoice(one: _Document, note: Note) -> Row:
    amount = _amount(one, note, credit=False)
    if amount is None:
        return {}
    if paid := _decimal(one.first("prepaid")):
        note(PART_PAID.format(name=one.name, paid=pounds_and_pence(paid), left=pounds_and_pence(amount)))
    row = {"amount": f"{amount:.2f}", "number": one.first("number"), "invoice_date": _day(one.first("issued"))}
    return {name: said for name, said in (row | _due(one, note)).items() if said}


def _due(one: _Document, note: Note) -> Row:
    """The due date or, if there is none, the payment terms that give it from the invoice's date."""
    days = sorted({day for said in one.said.get("due", ()) if (day := _day(said))})
    if len(days) > 1:
        note(SEVERAL_DUE.format(name=one.name))
    if days:
        return {"due_date": days[-1]}
    terms = one.first("terms")
    if terms and len(terms) <= LONGEST_TERMS and _day(one.first("issued")):
        return {"terms": terms}
    note(NO_DUE_DATE.format(name=one.name))
    return {"invoice_date": ""}  # on its own, the date would only lead to a question about the terms


def _credit_note(one: _Document, note: Note) -> Row:
    amount = _amount(one, note, credit=True)
    if amount is None:
        return {}
    row = {
        "date": _day(one.first("issued")),
        "amount": f"{amount:.2f}",
        "invoice": one.first("corrects"),
        "number": one.first("number"),
    }
    return {name: said for name, said in row.items() if said}


_MAKERS: tuple[tuple[set[str], Callable[[_Document, Note], Row]], ...] = (
    ({"amount", "due_date", "invoice_date", "number"}, _invoice),
    ({"amount", "date", "invoice", "number"}, _credit_note),
)
"""The function that makes the rows, for records with these fields."""


def _amount(one: _Document, note: Note, *, credit: bool) -> Decimal | None:
    """The amount to pay or, on a credit note, to give back; None, with a note, if the row is left out."""
    amount, currency = one.amount, one.first("currency").upper()
    faults = (
        (NO_AMOUNT, amount is None or not currency),
        (OTHER_CURRENCY, currency != "GBP"),
        (PROFORMA, one.first("type") in PROFORMAS),
        (NOTHING_LEFT, not amount),
        (CREDIT_NOTE, one.is_credit and not credit),
        (NO_CREDIT_NOTE, credit and not one.is_credit),
    )
    for words, holds in faults:
        if holds:
            note(words.format(name=one.name, currency=currency[:3]))
            return None
    return abs(amount or Decimal(0))


def _decimal(said: str) -> Decimal | None:
    """An amount to the penny, or None if it's missing, has fractions of a penny or isn't a plain number."""
    try:
        amount = Decimal(said)
    except InvalidOperation:
        return None
    exact = amount.is_finite() and abs(amount) < 10**15 and amount == round(amount, 2)
    return amount if exact and said.isascii() else None


def _day(said: str) -> str:
    """A date as ISO text, or empty if there is none: UBL writes 2026-03-31, and CII 20260331 (format 102)."""
    written = f"{said[:4]}-{said[4:6]}-{said[6:]}" if len(said) == 8 else said[:10]
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return ""


def _names(taken: list[_Document], note: Note) -> Row:
    """The seller and the buyer, if they're the same on every invoice."""
    between = {(one.first("seller"), one.first("buyer")) for one in taken}
    if len(between) > 1:
        note(SEVERAL_NAMES)
    if len(between) != 1:
        return {}
    ((seller, buyer),) = between
    return {name: said for name, said in (("your_business", seller), ("customer_name", buyer)) if said}
