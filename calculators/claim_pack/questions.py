"""What the reader is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from calculators import late_payment_interest, statement_of_account
from calculators.kernel import (
    AgreementForm,
    Choice,
    CustomerType,
    Letter,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    ask_again,
    in_words,
    letters,
    shared,
)
from calculators.late_payment_interest import Basis, Payment, PaymentsGoTo
from calculators.statement_of_account import CreditNote, Invoice

AGREEMENT = "What you agreed"


class Service(Choice):
    """The service or form used to claim in England and Wales."""

    unsure = "I’m not sure"
    online_civil_money_claims = "Online Civil Money Claims"
    money_claim_online = "Money Claim Online"
    form_n1 = "Form N1, on paper"


def _account(name: str, **words: Any) -> Any:
    """A question of `statement_of_account`, reused here."""
    return ask_again(statement_of_account.Inputs.__dataclass_fields__[name], **words)


def _letter(name: str, **words: Any) -> Any:
    """A question that letters ask, reused here."""
    return ask_again(Letter.__dataclass_fields__[name], **words)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    service: Service = ask(
        "Which service or form will you use?", noun="the service or form", group=shared.DEBT,
        when={"nation": ("england_wales",)}, default=Service.unsure,
        hint="If you’re not sure, we’ll choose one for you.",
    )  # fmt: skip
    customer_type: CustomerType = shared.customer_type()
    invoices: tuple[Invoice, ...] = _account(
        "invoices", question="Which invoices are you claiming for?", hint="Add each invoice that is late."
    )
    payments: tuple[Payment, ...] = _account("payments")
    what_for: str = _letter("what_for")
    credit_notes: tuple[CreditNote, ...] = _account("credit_notes", more=True)
    payments_go_to: PaymentsGoTo = _account("payments_go_to")
    your_business: str = _letter("your_business", more=True)
    your_address: str = _letter("your_address")
    customer_name: str = _letter("customer_name", more=True)
    customer_address: str = _letter("customer_address")
    agreement_form: AgreementForm = letters.agreement_form(group=AGREEMENT, more=True)
    agreement_details: str = letters.agreement_details(group=AGREEMENT, more=True)
    steps_so_far: str = letters.steps_so_far(group=AGREEMENT, more=True)
    letter_sent_on: date | None = ask(
        "When did you send your letter before claim?", noun="the date of your letter before claim", group=shared.DATES,
        more=True, low=shared.EARLIEST, high=shared.LATEST, default=None, hint="For example, 2 November 2026",
    )  # fmt: skip
    days_to_answer: int | None = ask_again(
        letters.days_before_claim(), question="How many days did your letter before claim give them to reply?",
        noun="the number of days in your letter before claim", low=1,
    )  # fmt: skip
    claim_date: date = shared.claim_date()
    add_interest: bool = _account(
        "add_interest", question="Do you want to claim interest and compensation?",
        noun="whether the claim asks for interest",
        hint="You may not be able to ask for interest later.",
    )  # fmt: skip
    basis: Basis = _account("basis")
    contract_rate: Percentage | None = _account("contract_rate")
    recovery_costs: Money = _account("recovery_costs")

    @property
    def asks_interest(self) -> bool:
        """Whether the claim includes interest.

        Interest that a court may award is left out except in England and Wales, since we haven't confirmed it for the
        other nations.
        """
        private = late_payment_interest.basis_of(self._on_account(adds=True)) is Basis.court_discretion
        return self.add_interest and not (private and self.nation is not Nation.england_wales)

    @cached_property
    def account(self) -> statement_of_account.Inputs:
        """The inputs for the statement of account, up to the date of the claim."""
        return self._on_account(adds=self.asks_interest)

    def _on_account(self, *, adds: bool) -> statement_of_account.Inputs:
        return statement_of_account.Inputs(
            customer_type=self.customer_type, invoices=self.invoices, payments=self.payments,
            payments_go_to=self.payments_go_to, interest_to=self.claim_date, basis=self.basis,
            contract_rate=self.contract_rate, recovery_costs=self.recovery_costs, credit_notes=self.credit_notes,
            add_interest=adds, your_business=self.your_business, customer_name=self.customer_name,
        )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems with the account, invoices that aren't late yet, and a claim for nothing."""
        found = list(self.account.problems())
        yield from found
        if self.letter_sent_on and self.letter_sent_on > self.claim_date:
            last = in_words(self.claim_date)
            yield Problem("letter_sent_on", f"The date of your letter before claim must be {last} or earlier.")
        if not found:
            yield from self._nothing_to_claim()

    def _nothing_to_claim(self) -> Iterator[Problem]:
        owed = late_payment_interest.calculate(self.account.after_credit)
        early = [row for row in owed.per_invoice if row.unpaid and row.last_day >= self.claim_date]
        for row in early:
            first = in_words(row.last_day + timedelta(days=1))
            yield Problem(
                f"invoices.{row.invoice}.due_date",
                f"Invoice {row.invoice}: You can’t claim this before {first}, because it isn’t late yet. Take it "
                "off the list.",
            )
        if not early and not owed.total_owed:
            yield Problem("invoices", "Nothing is owed on these invoices, so there’s nothing to claim.")
