"""Drafts: every paragraph has a reason, typed markup is escaped, and the wording follows the law that applies."""

import html
import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from email import policy
from email.parser import BytesParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import late_payment_interest, payment_plan
from calculators.kernel import CustomerType, letters
from calculators.kernel.base.dates import in_words, read_date
from calculators.kernel.base.money import pounds_and_pence
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import items
from calculators.kernel.figures.working_days import is_working_day
from calculators.kernel.letters import Draft, Paragraph
from calculators.kernel.letters.merge_fields import FILLS
from calculators.kernel.letters.paragraphs import Part
from calculators.kernel.output.email import as_email
from calculators.kernel.output.form import form
from calculators.kernel.output.letter import data, rich_text, section
from tests.test_every_calculator import MARKUP, Balanced

NAMES = calculators.draft_names()
TODAY = date(2026, 11, 22)
NATIONS = ("england_wales", "scotland", "northern_ireland")
KINDS = ("company", "sole_trader", "partnership", "consumer", "public_body", "association")
PEOPLE = ("sole_trader", "partnership", "consumer", "association")
DEBT = {"amount_owed": "1800", "due_date": "2026-06-30"}

each = pytest.mark.parametrize("name", NAMES)
each_kind = pytest.mark.parametrize("kind", KINDS)
each_person = pytest.mark.parametrize("kind", PEOPLE)


def draft(name: str, values: Mapping[str, str] | None = None, today: date = TODAY) -> Draft:
    module = calculators.load(name)
    inputs: Any = parse(module.Inputs, values or {}, today)
    assert not isinstance(inputs, list), inputs
    made: Draft = module.calculate(inputs)
    return made


def text(name: str, values: Mapping[str, str] | None = None) -> str:
    """The text of the letter on one line, for searching."""
    return " ".join(letters.as_text(draft(name, values).paragraphs).split())


def told(name: str, values: Mapping[str, str] | None = None) -> str:
    return " ".join(draft(name, values).cautions)


def test_there_are_eight_drafts_and_none_shares_its_name_with_a_calculator() -> None:
    assert len(NAMES) == 8
    assert not set(NAMES) & set(calculators.names())
    assert all(calculators.load(name).__name__.endswith(f".drafts.{name}") for name in NAMES)


@each
def test_every_paragraph_has_a_reason(name: str) -> None:
    for example in calculators.load(name).EXAMPLES:
        for paragraph in draft(name, example.values).paragraphs:
            assert paragraph.text.strip()
            assert paragraph.why.endswith(".")
            assert paragraph.why not in paragraph.text


@each
@each_kind
@pytest.mark.parametrize("nation", NATIONS)
def test_with_nothing_typed_a_letter_has_blanks_to_fill_in_by_hand(name: str, kind: str, nation: str) -> None:
    made = draft(name, {"customer_type": kind, "nation": nation})
    written = letters.as_text(made.paragraphs)
    assert "None" not in written + made.headline
    assert {"[your business]", "[your customer’s full name]", "[number]", "[amount]"} <= set(made.blanks)
    assert not made.LETTER_FIRST or made.headline.startswith("This draft ")
    assert made.headline.endswith(".")
    assert not re.search("[][]", re.sub(r"\[[^][]+\]", "", written))


@each
def test_typed_answers_fill_in_all_the_blanks(name: str) -> None:
    module = calculators.load(name)
    typed = {item.name: f"my {item.name}" for item in items(module.Inputs) if item.kind is str}
    made = draft(name, {**module.EXAMPLES[0].values, **typed, "amount_owed": "50000"})
    assert made.blanks == ()
    for field in ("your_business", "customer_name", "what_for", "invoice_numbers"):
        assert f"my {field}" in letters.as_text(made.paragraphs).replace("\n", " ")


@each
def test_markup_typed_into_every_text_box_is_shown_as_text(name: str) -> None:
    module = calculators.load(name)
    typed = {item.name: MARKUP for item in items(module.Inputs) if item.kind is str}
    for example in module.EXAMPLES:
        values = {**example.values, **typed}
        reply = calculators.answer(module, values, TODAY)
        page = reply["answer"] + rich_text(draft(name, values).paragraphs)
        assert "<script" not in page
        assert html.escape(MARKUP) in page
        assert MARKUP in reply["downloads"][0]["text"]


@each
def test_the_download_is_the_letter_as_plain_text(name: str) -> None:
    module = calculators.load(name)
    reply = calculators.answer(module, module.EXAMPLES[0].values, TODAY)
    file, *_ = reply["downloads"]
    assert (file["name"], file["type"]) == (f"{name}.txt", "text/plain")
    assert file["text"] == letters.as_text(draft(name, module.EXAMPLES[0].values).paragraphs)
    assert file["text"].endswith("\n")


@each
def test_the_letter_on_the_page_matches_the_file_and_has_a_reason_for_each_paragraph(name: str) -> None:
    for example in calculators.load(name).EXAMPLES:
        made = draft(name, example.values)
        drawn = section(made.paragraphs)
        Balanced().check(drawn)
        assert drawn.count('<p class="why">') == len(made.paragraphs)
        assert drawn.count('role="switch"') == 1
        without_notes = re.sub('<p class="why">.*?</p>|<label.*?</label>', " ", drawn)
        for shown in (without_notes, rich_text(made.paragraphs)):
            words = html.unescape(re.sub("<[^>]*>", " ", shown))
            assert in_order(words) == in_order(letters.as_text(made.paragraphs))


def in_order(text: str) -> list[str]:
    """The words and amounts of a letter in order, without bullet points and the labels of the schedule."""
    text = re.sub(
        r"Balance after this payment: |Balance|\bPayment Date Amount\b|\bPayment (?=\d)", " ", " ".join(text.split())
    )
    return re.findall(r"[\w£’@]+(?:\.\d\d)?", re.sub("_+", " ", text))


@each
def test_the_email_is_an_unsent_draft_with_the_subject_and_full_text_of_the_letter(name: str) -> None:
    module = calculators.load(name)
    made = draft(name, module.EXAMPLES[0].values)
    written = data(module, made)
    message = BytesParser(policy=policy.default).parsebytes(written["email"].encode("ascii"))
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert message["Subject"] == written["subject"]
    assert message.get_content().replace("\r\n", "\n") == written["text"]
    assert max(map(len, written["email"].split("\r\n"))) <= 76
    assert "\n" not in written["email"].replace("\r\n", "")


def test_the_email_is_addressed_to_the_customer_and_no_other_header_can_be_injected() -> None:
    typed = {"customer_email": "Ms Patel <accounts@example.com>", "invoice_numbers": "Ä17\u2028Bcc: x@example.com " * 4}
    written = data(calculators.load("reminder"), draft("reminder", typed))
    assert written["to"] == "accounts@example.com"
    message = BytesParser(policy=policy.default).parsebytes(written["email"].encode("ascii"))
    assert message["To"] == "accounts@example.com"
    assert message["Bcc"] is None
    assert "Ä17" in message["Subject"]
    assert draft("reminder", {"customer_email": "not an address"}).email_to == ""


def test_the_email_preserves_a_line_with_a_single_dot_and_a_very_long_word() -> None:
    body = ".\n" + "x" * 200 + " = 5 \n"
    message = BytesParser(policy=policy.default).parsebytes(as_email("Hello", body).encode("ascii"))
    assert message.get_content().replace("\r\n", "\n") == body


def test_an_agreement_is_labelled_as_one_and_its_schedule_is_a_table() -> None:
    example = calculators.load("payment_plan_agreement").EXAMPLES[0]
    made = draft("payment_plan_agreement", example.values)
    reply = calculators.answer(calculators.load("payment_plan_agreement"), example.values, TODAY)
    assert "Your agreement</h2>" in reply["answer"]
    assert [one["label"] for one in reply["downloads"]] == [
        "Save the agreement as text", "Save the agreement as an email file",
    ]  # fmt: skip
    written = data(calculators.load("payment_plan_agreement"), made)
    assert written["subject"] == "Payment plan agreement"
    (table,) = [block for block in written["blocks"] if block["kind"] == "table"]
    assert table["rows"][0] == ["Payment", "Date", "Amount", "Balance"]
    assert table["rows"][-1][-1] == "£0.00"
    assert '<table border="1"' in written["html"]
    signed = [one for one in made.paragraphs if one.part is Part.signature]
    assert len(signed) == 2
    person = draft("payment_plan_agreement", {**example.values, "customer_type": "sole_trader"})
    assert data(calculators.load("payment_plan_agreement"), person)["called"] == "letter"


LATE = {"customer_type": "company", "amount_owed": "3000", "due_date": "2026-06-30", "letter_date": "2026-11-22"}


def test_statutory_interest_is_offered_but_never_added_automatically() -> None:
    made = draft("reminder", LATE)
    (option,) = made.options
    found = late_payment_interest.calculate(
        late_payment_interest.Inputs(
            customer_type=CustomerType.company,
            invoices=(late_payment_interest.Invoice(amount=Decimal(3000), due_date=date(2026, 6, 30)),),
            interest_to=date(2026, 11, 22),
        )
    )
    values = dict(option.values)
    assert Decimal(values["interest_and_compensation"]) == found.interest_and_compensation
    assert Decimal(values["daily_interest"]) == found.daily_interest
    assert made.asks_for == 3000
    added = draft("reminder", {**LATE, **values})
    assert added.asks_for == 3000 + found.interest_and_compensation
    (taken_out,) = added.options
    assert taken_out.values == (("add_interest", "no"),)
    without = draft("reminder", {**LATE, **values, "add_interest": "no"})
    assert without.asks_for == 3000
    assert without.options[0].values == (("add_interest", "yes"),)
    assert letters.as_text(without.paragraphs) == letters.as_text(made.paragraphs)


@pytest.mark.parametrize("kind", ["consumer", "association"])
def test_no_interest_is_offered_if_the_late_payment_act_may_not_apply(kind: str) -> None:
    assert draft("reminder", {**LATE, "customer_type": kind}).options == ()


def test_line_breaks_are_kept_and_long_paragraphs_are_not_wrapped() -> None:
    long = "- " + "word " * 40 + "end"
    drawn = letters.as_text([Paragraph("Sam\n\nLeeds", "So."), Paragraph(long, "So.")])
    assert drawn == f"Sam\n\nLeeds\n\n{long}\n"
    assert section((Paragraph("Sam\nLeeds", "So."),)).count("<br>") == 1


@given(
    st.sampled_from(NAMES),
    st.dates(date(2025, 1, 1), date(2028, 9, 1)),
    st.sampled_from(NATIONS),
    st.integers(30, 90),
)
def test_the_reply_by_date_is_a_working_day_up_to_five_days_after_the_time_allowed(
    name: str, day: date, nation: str, days: int
) -> None:
    values = {"letter_date": day.isoformat(), "nation": nation, "days_to_answer": str(days)}
    last = draft(name, values).reply_by
    assert last is not None
    assert is_working_day(last, nation)
    assert timedelta(days) <= last - day <= timedelta(days + 5)


@given(st.dates(date(2025, 1, 1), date(2028, 9, 1)), st.sampled_from(NATIONS), st.integers(0, 90))
def test_the_dates_to_pay_and_to_stop_work_are_working_days(day: date, nation: str, days: int) -> None:
    base = {"letter_date": day.isoformat(), "nation": nation}
    offer = draft("offer_without_prejudice", {**base, "days_to_pay": str(days)})
    notice = draft("hold_work_notice", {**base, "contract_allows": "allows"})
    for made in (offer, notice):
        written = [found for one in made.paragraphs for found in re.findall(r"\d{1,2} [A-Z][a-z]+ 20\d\d", one.text)]
        days_named = [read for found in written if (read := letter_day(found)) != day]
        assert len(days_named) >= 2
        assert all(is_working_day(one, nation) for one in days_named)


def letter_day(written: str) -> date:
    found = read_date(written)
    assert found
    return found


def test_a_date_beyond_the_known_bank_holidays_gets_a_caution() -> None:
    assert "We don’t know the bank holidays" in told("reminder", {"letter_date": "2028-12-28"})
    assert "We don’t know the bank holidays" not in told("reminder")


@each
def test_a_letter_mentions_interest_only_if_it_was_typed(name: str) -> None:
    without = (
        text(name, DEBT)
        .replace("The settlement sum includes VAT, interest and costs", "")
        .replace("VAT and interest", "")
    )
    assert "nterest and compensation" not in without
    assert "Interest runs" not in without
    assert "£1,911.25" in text(name, {**DEBT, "interest_and_compensation": "111.25"})


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1041", "(invoice 1041)"), ("1041 and 1057", "(invoices 1041 and 1057)"), ("7, 8", "(invoices 7, 8)")],
)
def test_invoice_is_singular_or_plural_to_match_the_numbers_typed(typed: str, said: str) -> None:
    assert said in text("reminder", {"invoice_numbers": typed})


@each
def test_the_browser_can_autofill_the_users_own_details_but_nobody_elses(name: str) -> None:
    """WCAG 2.2, 1.3.5: the user's own details have an autocomplete token; autocomplete is off for other people's."""
    drawn = form(calculators.load(name))
    tokens = dict(re.findall(r'name="(\w+)"[^>]* autocomplete="([\w-]+)"', drawn))
    own = {
        "your_name": "name",
        "your_business": "organization",
        "your_address": "street-address",
        "your_contact": "email",
    }
    others = {"bank_details", "customer_name", "customer_contact", "customer_address", "customer_email", "mediator"}
    assert own.items() <= tokens.items()
    assert {field for field, token in tokens.items() if token == "off"} <= others
    assert tokens.keys() == own.keys() | (others & {item.name for item in items(calculators.load(name).Inputs)})


# The letter before claim


@each_person
def test_an_individual_gets_30_days_to_reply_and_the_protocols_forms(kind: str) -> None:
    made = draft("letter_before_claim", {**DEBT, "customer_type": kind}, today=date(2026, 11, 23))
    written = text("letter_before_claim", {**DEBT, "customer_type": kind})
    assert made.reply_by == date(2026, 12, 23)
    for must in ("Pre-Action Protocol for Debt Claims", "Information Sheet", "Reply Form", "Financial Statement"):
        assert must in written
    assert "free and independent advice" in written
    assert "Practice Direction" not in written
    assert made.sources[0].figure.name == "england_wales.letter_before_claim_days_individual"


@pytest.mark.parametrize("kind", ["company", "public_body"])
def test_a_company_gets_14_days_to_reply_and_no_forms(kind: str) -> None:
    made = draft("letter_before_claim", {**DEBT, "customer_type": kind}, today=date(2026, 11, 23))
    written = text("letter_before_claim", {**DEBT, "customer_type": kind})
    assert made.reply_by == date(2026, 12, 7)
    assert "Practice Direction on pre-action conduct" in written
    for not_there in ("Protocol", "Information Sheet", "Reply Form", "Financial Statement"):
        assert not_there not in written


@each_kind
@pytest.mark.parametrize("nation", ["scotland", "northern_ireland"])
def test_outside_england_and_wales_no_english_rule_is_cited(kind: str, nation: str) -> None:
    values = {**DEBT, "customer_type": kind, "nation": nation}
    written = text("letter_before_claim", values)
    for english in ("Protocol", "Practice Direction", "County Court", "Reply Form"):
        assert english not in written
    assert "We wrote this for England and Wales." in told("letter_before_claim", values)


@each_kind
def test_every_letter_before_claim_offers_mediation_and_says_how_to_pay(kind: str) -> None:
    written = text("letter_before_claim", {**DEBT, "customer_type": kind, "bank_details": "00-00-00 12345678"})
    assert "to use a mediator" in written
    assert "Please pay into this account: 00-00-00 12345678" in written
    assert "statement of account" in written


def test_a_letter_about_a_spoken_agreement_does_not_enclose_a_copy() -> None:
    assert "a copy of our agreement" in text("letter_before_claim", DEBT)
    spoken = text("letter_before_claim", {**DEBT, "agreement_form": "spoken"})
    assert "orally" in spoken
    assert "copy of our agreement" not in spoken


# Plans and settlements


@each_person
def test_a_plan_with_an_individual_charges_nothing_and_has_no_signatures(kind: str) -> None:
    values = {**DEBT, "customer_type": kind, "instalments": "6", "interest_rate": "8", "daily_interest": "0.58"}
    made = draft("payment_plan_agreement", {**values, "interest_and_compensation": "111.25"})
    written = " ".join(letters.as_text(made.paragraphs).split())
    assert made.asks_for == Decimal("1800.00")
    assert "I ask for nothing in return." in written
    for price in ("Signature", "Simple interest", "£0.58", "111.25", "AGREEMENT", "settlement"):
        assert price not in written
    assert "The letter leaves out the £111.25 of interest and compensation" in made.options[0].words
    assert "no wording is certain to be safe" in " ".join(made.cautions)


@pytest.mark.parametrize("kind", ["company", "public_body"])
def test_a_plan_with_a_company_is_signed_by_both(kind: str) -> None:
    values = {**DEBT, "customer_type": kind, "instalments": "6", "interest_rate": "8"}
    written = text("payment_plan_agreement", values)
    assert written.count("Signature:") == 2
    assert "simple interest at 8% a year" in written


@given(
    st.decimals(1, 100_000, places=2),
    st.integers(1, 60),
    st.sampled_from(["week", "month", "quarter"]),
    st.sampled_from(KINDS),
)
def test_the_payments_in_the_agreement_match_the_payment_plan(
    owed: Decimal, number: int, every: str, kind: str
) -> None:
    values = {"amount_owed": str(owed), "instalments": str(number), "every": every, "customer_type": kind}
    asked: Any = parse(payment_plan.Inputs, {**values, "agreement_date": TODAY.isoformat()}, TODAY)
    rows = payment_plan.calculate(asked).schedule if not isinstance(asked, list) else ()
    inputs: Any = parse(calculators.load("payment_plan_agreement").Inputs, values, TODAY)
    assert isinstance(inputs, list) is isinstance(asked, list)
    if rows:
        paragraphs = draft("payment_plan_agreement", values).paragraphs
        (schedule,) = [one.text for one in paragraphs if "Balance after this payment" in one.text]
        lines = [line for line in schedule.splitlines() if "Balance after this payment" in line]
        paid = [Decimal(re.sub("[£,]", "", line.split(": ")[1].split(" ")[0]).rstrip(".")) for line in lines]
        assert paid == [row.payment for row in rows]
        assert sum(paid) == owed
        assert lines[-1].endswith("Balance after this payment: £0.00.")


AGREED = {"amount_owed": "3000", "interest_and_compensation": "70", "agreement_date": "2026-12-01"}


@each_kind
@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize(
    "terms",
    [
        {"instalments": "6"},
        {"instalments": "5", "every": "week", "deposit": "100"},
        {"instalments": "3", "deposit": "600", "deposit_date": "2026-12-25", "first_payment_date": "2027-02-01"},
        {"instalments": "4", "last_day_of_month": "yes", "if_not_working_day": "previous", "already_paid": "250"},
        {"solve_for": "instalments", "instalment_amount": "333.33", "every": "fortnight"},
        {"solve_for": "instalment_amount", "end_date": "2027-06-30", "every": "quarter", "agreement_date": ""},
    ],
    ids=lambda terms: " ".join(terms),
)
def test_the_agreement_and_the_calculator_have_the_same_schedule(kind: str, nation: str, terms: dict[str, str]) -> None:
    """The same answers give the same dates and amounts; only a company can be asked for interest during the plan."""
    rate = {} if kind in PEOPLE else {"interest_rate": "4"}
    values = {**AGREED, "customer_type": kind, "nation": nation, **terms, **rate}
    asked: Any = parse(payment_plan.Inputs, values, TODAY)
    found = payment_plan.calculate(asked)
    (written,) = [one for one in draft("payment_plan_agreement", values).paragraphs if one.part is Part.schedule]
    assert [row[1:] for row in written.table[1:]] == [
        (in_words(row.due), pounds_and_pence(row.payment), pounds_and_pence(row.balance)) for row in found.schedule
    ]
    assert sum(row.principal for row in found.schedule) == asked.owed_before
    assert asked.owed_before + asked.already_paid == (3000 if kind in PEOPLE else 3070)


def test_the_payment_plan_passes_on_every_answer_that_its_agreement_asks_for() -> None:
    ours = {item.name for item in items(payment_plan.Inputs)}
    theirs = {item.name for item in items(calculators.load("payment_plan_agreement").Inputs)}
    found = payment_plan.calculate(payment_plan.Inputs(amount_owed=Decimal(600), instalments=6, agreement_date=TODAY))
    assert ours & theirs == set(payment_plan.action(found).fields) & ours
    assert payment_plan.action(found).label == "Write the agreement"


@pytest.mark.parametrize(
    ("values", "deed"),
    [
        ({"disputed": "no", "settlement_amount": "1500"}, True),
        ({"disputed": "no"}, True),
        ({"disputed": "no", "settlement_amount": "1800"}, False),
        ({"disputed": "yes", "settlement_amount": "1500"}, False),
        ({"disputed": "no", "settlement_amount": "1500", "nation": "scotland"}, False),
        ({"disputed": "no", "settlement_amount": "1500", "nation": "northern_ireland"}, True),
    ],
)
def test_a_deed_is_used_only_to_accept_less_than_an_admitted_debt(values: dict[str, str], deed: bool) -> None:
    written = text("settlement_agreement", {**DEBT, **values})
    assert ("Signed as a deed" in written) is deed
    assert ("Witness’s signature" in written) is deed


@pytest.mark.parametrize("disputed", ["yes", "no"])
def test_only_an_admitted_debt_is_revived_if_the_settlement_is_breached(disputed: str) -> None:
    written = text("settlement_agreement", {**DEBT, "settlement_amount": "1500", "disputed": disputed})
    assert ("the settlement ends." in written) is (disputed == "no")
    assert ("The customer disputes this." in written) is (disputed == "yes")


def test_a_settlement_can_leave_out_mediation_and_add_future_terms() -> None:
    values = {**DEBT, "settlement_amount": "1500", "back_to_mediation": "no", "future_terms": "half in advance"}
    written = text("settlement_agreement", values)
    assert "Back to mediation" not in written
    assert "the parties agree as follows: half in advance." in written
    assert all(f" {number}. " in written for number in range(1, 9))


def test_the_consent_order_fee_and_its_source_are_given_only_if_known() -> None:
    values = {**DEBT, "settlement_amount": "1500", "claim_started": "yes"}
    assert "£126" in told("settlement_agreement", values)
    assert draft("settlement_agreement", values).sources[0].field == "consent_order_fee"
    assert "£126" not in told("settlement_agreement", {**values, "nation": "scotland"})


# The tone


@each
@each_kind
def test_no_letter_threatens(name: str, kind: str) -> None:
    written = text(name, {**DEBT, "customer_type": kind}).lower()
    for word in (
        "bailiff",
        "blacklist",
        "credit rating",
        "reputation",
        "immediately",
        "legal action",
        "or else",
        "fail",
    ):
        assert word not in written


@each
@each_kind
@pytest.mark.parametrize("nation", NATIONS)
def test_no_letter_has_a_contraction(name: str, kind: str, nation: str) -> None:
    found = re.findall(
        r"\b\w+(?:n’t|’(?:ll|re|ve|d|m)\b)", text(name, {**DEBT, "customer_type": kind, "nation": nation})
    )
    assert found == []


@each
@each_kind
def test_every_blank_links_to_a_question_in_the_same_letter(name: str, kind: str) -> None:
    filled = {FILLS[what] for blank in draft(name, {"customer_type": kind}).blanks if (what := blank[1:-1]) in FILLS}
    assert {"your_business", "customer_name", "invoice_numbers"} <= filled
    assert filled <= {item.name for item in items(calculators.load(name).Inputs)}


@each
def test_the_friendlier_letters_do_not_mention_court(name: str) -> None:
    calm = {"reminder", "hold_work_notice", "mediation_invitation"}
    assert name not in calm or "court" not in text(name, DEBT).lower()


@pytest.mark.parametrize(("allows", "stops"), [("allows", True), ("silent", False), ("not_checked", False)])
def test_promised_work_stops_only_if_the_contract_allows_it(allows: str, stops: bool) -> None:
    written = text("hold_work_notice", {**DEBT, "contract_allows": allows})
    assert ("I will pause" in written) is stops
    assert ("I will finish what I have promised" in written) is not stops


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 100, places=2))
def test_the_shares_of_a_mediators_fee_add_up(cost: Decimal, share: Decimal) -> None:
    values = {"amount_owed": "500", "mediation_cost": str(cost), "your_share_percent": str(share)}
    mine, yours, whole = draft("mediation_invitation", values).working[-3:]
    assert mine.amount + yours.amount == whole.amount == cost
    assert min(mine.amount, yours.amount) >= 0
