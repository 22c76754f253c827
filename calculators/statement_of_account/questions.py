"""What the reader is asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculators import late_payment_interest
from calculators.kernel import NIL, Letter, Money, Problem, ask, ask_again, in_words, pounds, shared
from calculators.late_payment_interest import Basis

PAID = "What they have paid"
Day = date
"""Another name for `date`, for a class with a field that is itself called `date`."""

_LETTER = Letter.__dataclass_fields__
_INTEREST = late_payment_interest.Inputs.__dataclass_fields__


@dataclass(frozen=True, kw_only=True)
class Invoice(late_payment_interest.Invoice):
    """One invoice on the account; its number is one of the main questions, not an optional extra."""

    number: str = ask_again(late_payment_interest.Invoice.__dataclass_fields__["number"], more=False)


@dataclass(frozen=True, kw_only=True)
class CreditNote:
    """One credit note."""

    date: Day = ask(
        "What date is on the credit note?", noun="the date of the credit note", low=shared.EARLIEST,
        high=shared.LATEST, hint="For example, 20 May 2026",
    )  # fmt: skip
    amount: Money = ask(
        "How much was it for?", noun="the amount of the credit note", low="0.01", high=shared.MOST,
        vat_rate=shared.vat_rate, hint="Including VAT. For example, 120",
    )  # fmt: skip
    invoice: str = ask(
        "Which invoice was it for?", noun="the invoice it was for", high=40, default="",
        hint="Enter its number, or its row in the list above.",
    )  # fmt: skip
    number: str = ask(
        "What is the credit note number?", noun="the number of the credit note", high=40, default="", more=True,
        hint="For example, 12",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs(late_payment_interest.Inputs):
    """What the reader is asked: the questions of `late_payment_interest`, credit notes, and details of both sides."""

    invoices: tuple[Invoice, ...] = ask(
        "Which invoices are on the account?", noun="the list of invoices", row="invoice", group=shared.DEBT,
        hint="Add every invoice, paid or not.",
    )  # fmt: skip
    interest_to: date = ask_again(_INTEREST["interest_to"], more=True)
    credit_notes: tuple[CreditNote, ...] = ask(
        "Have you sent them any credit notes?", noun="the list of credit notes", row="credit note", group=PAID,
        default=(), hint="For returned goods, a discount or a mistake. Leave this blank if you haven’t.",
    )  # fmt: skip
    add_interest: bool = ask(
        "Do you want the statement to include interest and compensation?", noun="whether the statement adds interest",
        group=shared.DEBT, more=True, default=True, hint="If you say no, you can still claim them later.",
    )  # fmt: skip
    your_business: str = ask_again(_LETTER["your_business"])
    your_address: str = ask_again(_LETTER["your_address"])
    bank_details: str = ask_again(_LETTER["bank_details"])
    customer_name: str = ask_again(_LETTER["customer_name"])
    customer_address: str = ask_again(_LETTER["customer_address"])

    @property
    def after_credit(self) -> "Inputs":
        """The same account with the credit notes taken off their invoices, and without interest if none is wanted."""
        invoices = tuple(
            replace(one, amount=one.amount - self.credited(row)) for row, one in enumerate(self.invoices, 1)
        )
        if self.add_interest:
            return replace(self, invoices=invoices)
        dated = tuple(
            replace(one, due_date=one.agreed_date or one.supplied_date, terms="", supplied_date=None)
            for one in invoices
        )
        return replace(self, invoices=dated, basis=Basis.contract, contract_rate=Decimal(0), recovery_costs=NIL)

    def credited(self, row: int) -> Money:
        """The amount credited on the invoice in that row."""
        return sum((one.amount for one in self.credit_notes if self.row_of(one) == row), NIL)

    def row_of(self, note: CreditNote) -> int | None:
        """The row of the invoice that a credit note names or, if it names none, of the only invoice.

        0 if there's no invoice with that name; None if no invoice is named and there are several.
        """
        if not note.invoice and len(self.invoices) == 1:
            return 1
        return late_payment_interest.row_named(self.invoices, note)

    def problems(self) -> Iterator[Problem]:
        """Credit notes that don't match an invoice or, if all do, problems with working out the interest."""
        found = list(self._credit_problems())
        yield from found
        if not found:
            yield from super(Inputs, self.after_credit if self._is_dated else self).problems()

    @property
    def _is_dated(self) -> bool:
        return all(one.agreed_date or one.supplied_date for one in self.invoices)

    def _credit_problems(self) -> Iterator[Problem]:
        for number, note in enumerate(self.credit_notes, 1):
            if note.date > self.interest_to:
                yield Problem(
                    f"credit_notes.{number}.date",
                    f"Credit note {number}: The date of the credit note must be {in_words(self.interest_to)} or "
                    "earlier, because the statement ends there.",
                )
            row = self.row_of(note)
            if row is None:
                yield Problem(
                    f"credit_notes.{number}.invoice",
                    f"Credit note {number}: Write the number of the invoice it was for. That affects the interest.",
                )
            elif row == 0:
                yield Problem(
                    f"credit_notes.{number}.invoice",
                    f"Credit note {number}: There is no invoice “{note.invoice}” in your list. Write its number as you "
                    "typed it there, or its place in the list.",
                )
            elif self.credited(row) > self.invoices[row - 1].amount:
                whole = pounds(self.invoices[row - 1].amount)
                yield Problem(
                    f"credit_notes.{number}.amount",
                    f"Credit note {number}: The credit notes for an invoice can’t be more than the invoice, {whole}.",
                )
