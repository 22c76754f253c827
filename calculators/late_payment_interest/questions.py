"""What the reader is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import NIL, CustomerType, Money, Percentage, Problem, ask, shared, unreadable_terms

from .input_types import KIND, PAID, Basis, Invoice, Payment, PaymentsGoTo
from .problems import late_payments, no_contract_rate, strange_payments, undated, unknown_rates


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    customer_type: CustomerType = shared.customer_type()
    invoices: tuple[Invoice, ...] = ask(
        "Which invoices are late?", noun="the list of invoices", row="invoice", group=shared.DEBT,
        hint="Add each one separately, including any that were paid late.",
    )  # fmt: skip
    payments: tuple[Payment, ...] = ask(
        "What have they paid towards these invoices?", noun="the list of payments", row="payment",
        group=PAID, default=(),
        hint="Leave this blank if they haven’t paid anything. We take each payment off the oldest invoice first.",
    )  # fmt: skip
    payments_go_to: PaymentsGoTo = ask(
        "Should their payments come off the invoice or the interest first?",
        noun="what their payments pay off first", group=PAID, more=True,
        default=PaymentsGoTo.invoice_first,
        hint="The invoice is the safe choice. Interest first only works if they didn’t say what the payment was for.",
    )  # fmt: skip
    interest_to: date = ask(
        "What date should we work out interest to?", noun="the date to work out interest to", group=shared.DATES,
        low=shared.EARLIEST, high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip
    basis: Basis = ask(
        "Which interest will you claim?", noun="the kind of interest", group=KIND, more=True, default=Basis.statutory,
        hint="If you’re both businesses, the law entitles you to interest, unless your contract sets its own.",
    )  # fmt: skip
    contract_rate: Percentage | None = ask(
        "What yearly rate does your contract set?", noun="the rate in your contract", group=KIND, more=True, low=0,
        high=100, default=None,
        hint="Only answer this if you chose the rate in your contract. If it’s on top of Bank Rate, add the two "
        "together. For example, 8.5",
    )  # fmt: skip
    claim_issued: date | None = ask(
        "If you’ve started a claim, when was it issued?", noun="the date the claim was issued", group=PAID, more=True,
        when=({"customer_type": ("consumer",)}, {"basis": ("court_discretion",)}), low=shared.EARLIEST,
        high=shared.LATEST, default=None,
        hint="A court won’t award interest on money paid before the claim was issued.",
    )  # fmt: skip
    recovery_costs: Money = ask(
        "What else have you spent on chasing the debt?", noun="the cost of collecting", group=KIND, more=True, low=0,
        high=shared.MOST, default=NIL,
        hint="For example, what a debt collector charged you, less any VAT you can reclaim. Leave out court fees.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems with answers that contradict each other, or for which there's no figure."""
        unread = list(unreadable_terms(self.invoices))
        found = [
            *no_contract_rate(self), *unread, *undated(self, besides=unread), *late_payments(self),
            *strange_payments(self),
        ]  # fmt: skip
        yield from found or unknown_rates(self)
