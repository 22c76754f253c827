"""What the courts of each nation charge for a claim, with every fee as on the date of its own step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from calculators.kernel.base.dates import add_months
from calculators.kernel.base.money import NIL, Money, portion, pounds, to_pence
from calculators.kernel.base.schema import Choice
from calculators.kernel.figures.reference import Figure, NoFigure, figure, latest, table
from calculators.kernel.figures.working_days import next_working_day

from .shared_questions import CourtApplication, CustomerType, EnforcementMethod, Nation


class Track(Choice):
    """The track or procedure for a defended claim."""

    small_claims = "Small claims track"
    fast_track = "Fast track"
    intermediate_track = "Intermediate track"
    multi_track = "Multi-track"
    simple_procedure = "Simple procedure"
    ordinary_cause = "Ordinary cause"
    northern_ireland_small_claim = "Small claims court"
    civil_bill = "Civil bill in the county court"
    high_court = "High Court"

    @property
    def is_small(self) -> bool:
        """Whether it is a small claims procedure, where the loser rarely pays the other side's lawyer."""
        return self in (Track.small_claims, Track.simple_procedure, Track.northern_ireland_small_claim)


@dataclass(frozen=True, kw_only=True)
class CourtClaim:
    """What court fees depend on; `value` is the debt with the interest and compensation claimed.

    `counterclaim` is what the customer claims in return, or zero.
    """

    nation: Nation
    amount_owed: Money
    value: Money
    claim_date: date
    hearing_date: date | None
    enforcement_date: date | None
    method: EnforcementMethod
    represented: bool
    vat_registered: bool
    counterclaim: Money = NIL
    application: CourtApplication = CourtApplication.none
    application_date: date | None = None
    asks_for_information: bool = False
    second_method: EnforcementMethod = EnforcementMethod.none

    @property
    def methods(self) -> tuple[EnforcementMethod, ...]:
        """The enforcement methods chosen, in the order they're tried."""
        return tuple(one for one in (self.method, self.second_method) if one is not EnforcementMethod.none)


@dataclass(frozen=True, kw_only=True)
class Charges:
    """Every figure that applies to a claim; None if there is none or it isn't confirmed.

    `unknown` has a sentence for each fee that isn't confirmed. `counterclaim` is the customer's own fee.
    """

    track: Track
    issue: Figure | None
    application: Figure | None = None
    hearing: Figure | None = None
    enforcement: tuple[Figure, ...] = ()
    officer: Figure | None = None
    vat: Figure | None = None
    commencement: Figure | None = None
    default_judgment: Figure | None = None
    enforcement_costs: tuple[Figure, ...] = ()
    counterclaim: Figure | None = None
    limit: Figure
    weeks: Figure | None = None
    hearing_date: date | None
    enforcement_date: date | None
    unknown: tuple[str, ...] = ()

    @property
    def officer_with_vat(self) -> Money:
        """What an enforcement officer may charge you if nothing is recovered, including any VAT."""
        net = value_of(self.officer)
        return net + to_pence(portion(net, value_of(self.vat)))

    @property
    def enforcement_total(self) -> Money:
        """The court fees for enforcement."""
        return sum((one.value for one in self.enforcement), NIL)

    @property
    def court_fees(self) -> tuple[Figure, ...]:
        """The fees the claimant pays up front, in the order they fall due."""
        return tuple(one for one in (self.issue, self.application, self.hearing, *self.enforcement) if one)


def value_of(found: Figure | None) -> Money:
    """The amount of a fee, or zero if there is none."""
    return found.value if found else NIL


def charges(claim: CourtClaim) -> Charges:
    """The figures for the claim's nation, each in force on the date of its step.

    Raises NoFigure for a date outside the figures for England and Wales; fees that aren't confirmed for Scotland or
    Northern Ireland are listed in `unknown`.
    """
    nations = {
        Nation.england_wales: _england_wales,
        Nation.scotland: _scotland,
        Nation.northern_ireland: _northern_ireland,
    }
    return nations[claim.nation](claim)


# England and Wales


def _england_wales(claim: CourtClaim) -> Charges:
    start, track = claim.claim_date, track_of(max(claim.amount_owed, claim.counterclaim), claim.claim_date)
    speed = "small_claims" if track is Track.small_claims else "other_tracks"
    weeks = latest(f"england_wales.{speed}_weeks_to_trial")
    heard = claim.hearing_date or start + timedelta(days=int(weeks.value * 7))
    enforced = claim.enforcement_date or heard
    writ = EnforcementMethod.high_court_writ in claim.methods
    steps = [*(["order_to_obtain_information"] if claim.asks_for_information else []), *(m.name for m in claim.methods)]
    return Charges(
        track=track,
        issue=figure("england_wales.issue_fee", start, claim.value),
        hearing=figure(f"england_wales.{track.name}_hearing_fee", heard, claim.value),
        application=_application(claim),
        enforcement=tuple(figure(f"england_wales.{step}_fee", enforced) for step in steps),
        officer=figure("england_wales.enforcement_officer_compliance_fee", enforced) if writ else None,
        vat=figure("uk.vat_rate", enforced) if writ and not claim.vat_registered else None,
        limit=figure("england_wales.small_claims_track_limit", start),
        weeks=None if claim.hearing_date else weeks,
        hearing_date=heard,
        enforcement_date=enforced,
        commencement=_fixed_costs(claim, "commencement"),
        default_judgment=_fixed_costs(claim, "default_judgment"),
        enforcement_costs=_enforcement_costs(claim, enforced),
        counterclaim=_counterclaim(claim),
    )


def _application(claim: CourtClaim) -> Figure | None:
    """The fee for an application during the claim, on the date it's made or, if not known, the date of the claim."""
    if claim.application is CourtApplication.none:
        return None
    return figure(f"england_wales.application_{claim.application.name}_fee", claim.application_date or claim.claim_date)


def _fixed_costs(claim: CourtClaim, step: str) -> Figure | None:
    """A solicitor's fixed costs for a step (CPR PD 45, Tables 2 and 3)."""
    return figure(f"england_wales.fixed_costs_{step}", claim.claim_date, claim.value) if claim.represented else None


def _enforcement_costs(claim: CourtClaim, enforced: date) -> tuple[Figure, ...]:
    """A solicitor's fixed costs for each enforcement method (CPR PD 45, Table 7); a warrant has none."""
    if not claim.represented:
        return ()
    found = (one for one in claim.methods if one is not EnforcementMethod.warrant_of_control)
    return tuple(figure(f"england_wales.fixed_costs_{one.name}", enforced) for one in found)


def _counterclaim(claim: CourtClaim) -> Figure | None:
    """The customer's fee, on the scale of a claim for that amount, in force when your claim starts.

    Civil Proceedings Fees Order 2008, Schedule 1, fee 1.7; the courts' fee register has the amounts of fee 1.1 for it.
    """
    if not claim.counterclaim:
        return None
    found = figure("england_wales.issue_fee", claim.claim_date, claim.counterclaim)
    return replace(found, label="Their counterclaim fee")


def track_of(amount: Money, on: date) -> Track:
    """The normal track for an amount, which leaves out any claim for interest (CPR 26.13, once 26.8(2)).

    With a counterclaim, the amount is the larger of the two: the court generally goes by it, though it doesn't have to
    (Practice Direction 26, paragraph 7.7 as once numbered, which we saw quoted in a textbook published by Taylor &
    Francis). Before the intermediate track began, everything above the fast track was multi-track.
    """
    return next((track for track, limit in track_limits(on) if amount <= limit.value), Track.multi_track)


@cache
def track_limits(on: date) -> tuple[tuple[Track, Figure], ...]:
    """The tracks of England and Wales on that date, lowest first, each with its upper limit."""
    tracks = (
        (Track.small_claims, "england_wales.small_claims_track_limit"),
        (Track.fast_track, "england_wales.fast_track_limit"),
        (Track.intermediate_track, "england_wales.intermediate_track_limit"),
    )
    return tuple((track, figure(name, on)) for track, name in tracks if table(name).versions[0].valid_from <= on)


# Scotland


def _scotland(claim: CourtClaim) -> Charges:
    limit = latest("scotland.simple_procedure_limit")
    simple = claim.amount_owed <= limit.value
    name = "simple_procedure_fee" if simple else "ordinary_cause_writ_fee"
    amount = min(claim.value, limit.value) if simple else None  # interest doesn't take a claim beyond the scale
    issue, why = _if_established(f"scotland.{name}", claim.claim_date, amount)
    return Charges(
        track=Track.simple_procedure if simple else Track.ordinary_cause,
        issue=issue,
        limit=limit,
        hearing_date=claim.hearing_date,
        enforcement_date=claim.enforcement_date or claim.hearing_date,
        unknown=(*why, *_scottish_gaps(claim, simple)),
    )


def _scottish_gaps(claim: CourtClaim, simple: bool) -> Iterator[str]:
    if simple:
        yield (
            "Ask the sheriff clerk if there’s a fee for a simple procedure hearing. We couldn’t find one, so "
            "we’ve left it out."
        )
    else:
        yield "Ask a solicitor about the further fees at each step of an ordinary cause action."
    if claim.method is not EnforcementMethod.none:
        yield (
            "Ask sheriff officers what they charge to serve documents and enforce a judgment: we couldn’t confirm "
            "their charges."
        )
    yield from _not_established(claim)


def _not_established(claim: CourtClaim) -> Iterator[str]:
    """Sentences on the optional fees that we only know for England and Wales."""
    if claim.application is not CourtApplication.none:
        yield "Ask the court what an application costs: we couldn’t confirm the fee, so we’ve left it out."
    if claim.asks_for_information:
        yield (
            "We’ve left out the cost of questioning them in court, because we couldn’t confirm how that works in "
            f"{claim.nation}."
        )
    if claim.counterclaim:
        yield f"We’ve left out their own fee to counterclaim, because we couldn’t confirm what it is in {claim.nation}."


# Northern Ireland


def _northern_ireland(claim: CourtClaim) -> Charges:
    small, county = latest("northern_ireland.small_claim_limit"), latest("northern_ireland.county_court_limit")
    track = (
        Track.northern_ireland_small_claim if claim.value <= small.value
        else Track.civil_bill if claim.value <= county.value
        else Track.high_court
    )  # fmt: skip
    issue, why = _northern_irish_issue(claim, track)
    enforcement, gaps = _enforcement_office(claim)
    return Charges(
        track=track,
        issue=issue,
        enforcement=enforcement,
        limit=small,
        hearing_date=claim.hearing_date,
        enforcement_date=claim.enforcement_date or claim.hearing_date,
        unknown=(*why, *gaps, *_not_established(claim)),
    )


def _northern_irish_issue(claim: CourtClaim, track: Track) -> tuple[Figure | None, tuple[str, ...]]:
    if track.is_small:
        found, why = _if_established("northern_ireland.small_claim_fee", claim.claim_date, claim.value)
        return found, (
            *why,
            "Ask the court office if a small claims hearing has a fee. We couldn’t find one, so we’ve left it out.",
        )
    return None, (f"{track}: ask the court office what it costs to start, because we couldn’t confirm the fee.",)


def _enforcement_office(claim: CourtClaim) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """The fees of the one office that enforces every judgment: for a notice, then for an application, by amount."""
    if claim.method is EnforcementMethod.none:
        return (), ()
    on = claim.enforcement_date or claim.hearing_date or claim.claim_date
    notice, no_notice = _if_established("northern_ireland.enforcement_notice_fee", on, None)
    asked, no_asked = _if_established("northern_ireland.enforcement_fee", on, claim.value)
    if notice and asked:
        return (notice, asked), tuple(_second_way(claim))
    known = [one for one in (notice, asked) if one]
    counted = (
        f"{one.label}: {pounds(one.value)}. We’ve left it out, because we don’t know the rest of the fees."
        for one in known
    )
    return (), (*no_notice, *no_asked, *counted)


def _second_way(claim: CourtClaim) -> Iterator[str]:
    if claim.second_method is not EnforcementMethod.none:
        yield (
            "We’ve only included the fees of the Enforcement of Judgments Office once, because we couldn’t confirm "
            "whether a second way to collect costs more."
        )


def _if_established(name: str, on: date, amount: Money | None) -> tuple[Figure | None, tuple[str, ...]]:
    """The figure, or the sentence that says why there is none."""
    try:
        return figure(name, on, amount), ()
    except NoFigure as why:
        return None, (str(why),)


# Before and around a claim


def reply_days(nation: Nation, customer_type: CustomerType, on: date) -> Figure | None:
    """How many days a customer gets to reply to a letter before claim: more for a person than for a company.

    See the Pre-Action Protocol for Debt Claims and the Practice Direction on pre-action conduct. None outside England
    and Wales, where we haven't found such a rule.
    """
    if nation is not Nation.england_wales:
        return None
    kind = "company" if customer_type in (CustomerType.company, CustomerType.public_body) else "individual"
    return figure(f"england_wales.letter_before_claim_days_{kind}", on)


def days_to_give(customer_type: CustomerType, on: date) -> Figure:
    """How many days to give, which is the same in every nation; outside England and Wales it's only a suggestion."""
    found = reply_days(Nation.england_wales, customer_type, on)
    if found is None:
        raise ValueError("no days to reply are set for England and Wales")
    return found


def last_day_to_reply(nation: Nation, customer_type: CustomerType, sent: date) -> date:
    """The last day to reply to a letter before claim sent on that date; if it isn't a working day, the next one."""
    days = int(days_to_give(customer_type, sent).value)
    return next_working_day(sent + timedelta(days=days), nation.name)


def limitation_years(nation: Nation) -> Figure:
    """How many years there are to start a claim for a debt; in Scotland, the debt itself then ends."""
    return latest(f"{nation.name}.limitation_years")


def last_day_to_claim(nation: Nation, due_date: date | None) -> date | None:
    """The date on which the time limit ends, if nothing has restarted it; None without a due date."""
    return add_months(due_date, int(limitation_years(nation).value) * 12) if due_date else None
