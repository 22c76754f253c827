"""The claim: what is owed, the court fee, and which form to use."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from calculators import court_costs, late_payment_interest, statement_of_account
from calculators.kernel import Money, Nation, Track, latest, letters
from calculators.late_payment_interest import Basis, InvoiceRow
from calculators.statement_of_account import EntryKind

from .questions import Inputs, Service
from .result_types import Form

ONLINE, MCOL = "england_wales.online_civil_money_claims_limit", "england_wales.money_claim_online_limit"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A claim with its amounts, and what the court calls each side."""

    inputs: Inputs
    found: late_payment_interest.Result
    court: court_costs.Result

    @property
    def value(self) -> Money:
        """The whole claim, without the court fee."""
        return self.found.total_owed

    @property
    def with_fee(self) -> Money | None:
        """The claim with the court fee, or None if the fee isn't confirmed."""
        return None if self.court.issue_fee is None else self.value + self.court.issue_fee

    @property
    def claimant(self) -> str:
        """What the court calls the side that makes the claim."""
        return "applicant" if self.inputs.nation is Nation.northern_ireland else "claimant"

    @property
    def defendant(self) -> str:
        """What the court calls the customer."""
        return "defendant" if self.inputs.nation is Nation.england_wales else "respondent"

    @property
    def your_name(self) -> str:
        """The claimant's name, or a blank to fill in."""
        return letters.typed(self.inputs.your_business, "your business")

    @property
    def their_name(self) -> str:
        """The customer's name, or a blank to fill in."""
        return letters.typed(self.inputs.customer_name, "your customer’s full name")

    @cached_property
    def rows(self) -> Sequence[InvoiceRow]:
        """The invoices with something left to claim."""
        return [row for row in self.found.per_invoice if row.unpaid or row.interest or row.compensation]

    @cached_property
    def entries(self) -> Sequence[statement_of_account.Entry]:
        """The invoices, credit notes and payments of the account, without interest, compensation or costs."""
        kinds = (EntryKind.invoice, EntryKind.credit_note, EntryKind.payment)
        found = statement_of_account.calculate(self.inputs.account).entries
        return [one for one in found if one.kind in kinds]

    @property
    def has_one_interest(self) -> bool:
        """Whether all interest is at one rate on one balance from one date, as Online Civil Money Claims requires."""
        late = [row for row in self.rows if row.interest]
        return not late or (len(late) == 1 and not late[0].interest_paid and self._paid_only_before(late[0]))

    def _paid_only_before(self, row: InvoiceRow) -> bool:
        return all(one.date <= row.last_day for one in self.inputs.payments)

    @cached_property
    def form(self) -> Form:
        """The form that was chosen if it can be used for this claim, otherwise one that can."""
        if self.inputs.nation is Nation.scotland:
            return Form.simple_procedure if self.court.track is Track.simple_procedure else Form.solicitor
        if self.inputs.nation is Nation.northern_ireland:
            return Form.small_claim if self.court.track.is_small else Form.solicitor
        wanted = self.inputs.service
        if wanted is not Service.unsure and self.takes(Form[wanted.name]):
            return Form[wanted.name]
        fitting = (Form.online_civil_money_claims, Form.money_claim_online, Form.form_n1)
        return next(one for one in fitting if self.takes(one))

    def takes(self, form: Form) -> bool:
        """Whether a form of England and Wales can be used for this claim."""
        if form is Form.online_civil_money_claims:
            return self.value <= latest(ONLINE).value and self.has_one_interest
        return form is not Form.money_claim_online or self.value < latest(MCOL).value

    @property
    def is_statutory(self) -> bool:
        """Whether interest and compensation are claimed under the 1998 Act."""
        return self.found.basis_used is Basis.statutory


def case_of(inputs: Inputs) -> Case:
    """The claim with its interest and court fee. Raises NoFigure."""
    found = late_payment_interest.calculate(inputs.account.after_credit)
    court = court_costs.calculate(
        court_costs.Inputs(
            nation=inputs.nation,
            customer_type=inputs.customer_type,
            amount_owed=found.amount_owed,
            interest_and_compensation=found.total_owed - found.amount_owed,
            claim_date=inputs.claim_date,
        )
    )
    return Case(inputs=inputs, found=found, court=court)
