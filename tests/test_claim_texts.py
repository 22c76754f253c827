"""A statement of account agrees with the interest to the penny, and the text for a court form fits its box."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators import claim_pack, late_payment_interest, statement_of_account
from calculators.claim_pack.short_particulars import accepted
from calculators.kernel import letters
from calculators.late_payment_interest import Payment, PaymentsGoTo
from calculators.statement_of_account import CreditNote, Invoice

TODAY = date(2026, 11, 22)
pounds = st.integers(1, 3_000_00).map(lambda pence: Decimal(pence) / 100)
days = st.integers(1, 700).map(lambda ago: TODAY - timedelta(days=ago))
invoices = st.lists(st.builds(Invoice, amount=pounds, due_date=days), min_size=1, max_size=5).map(tuple)
payments = st.lists(st.builds(Payment, date=days, amount=pounds), max_size=4).map(tuple)


@given(invoices=invoices, payments=payments, goes_to=st.sampled_from(PaymentsGoTo), share=st.integers(0, 100))
def test_the_closing_balance_is_the_total_owed_with_interest(
    invoices: tuple[Invoice, ...], payments: tuple[Payment, ...], goes_to: PaymentsGoTo, share: int
) -> None:
    credit = (invoices[0].amount * share / 100).quantize(Decimal("0.01"))
    notes = (CreditNote(date=TODAY, amount=credit, invoice="1"),) if credit else ()
    account = statement_of_account.Inputs(
        invoices=invoices, payments=payments, payments_go_to=goes_to, credit_notes=notes, interest_to=TODAY
    )
    found = statement_of_account.calculate(account)
    owed = late_payment_interest.calculate(account.after_credit)
    assert max(found.balance, Decimal(0)) == owed.total_owed
    assert sum((one.charged or 0) - (one.credited or 0) for one in found.entries) == found.balance


@given(st.text(max_size=200))
def test_text_for_money_claim_online_has_only_characters_it_accepts(typed: str) -> None:
    text = accepted(typed)
    assert all((one.isascii() and one.isalnum()) or one in " .,£[]" for one in text)
    assert "  " not in text


def test_the_count_for_a_box_is_of_characters_and_of_lines_wrapped_between_words() -> None:
    limit = letters.Limit(characters=1080, lines=24)
    assert limit.width == 45
    full = letters.box("Particulars", "x" * 45 + " " + "y" * 45, limit=limit)
    assert (full.characters, full.lines, full.fits) == (91, 2, True)
    assert full.count == "91 of 1,080 characters, 2 of 24 lines"
    long = letters.box("Particulars", " ".join(["z" * 40] * 25), limit=limit)
    assert (long.characters, long.lines, long.fits) == (1024, 25, False)
    assert long.count.startswith("Too long: ")
    assert letters.box("Value", "x" * 5000).fits


def test_the_text_for_sixty_invoices_still_fits_its_box() -> None:
    many = tuple(Invoice(amount=Decimal(500), due_date=date(2026, 1, 1) + timedelta(days=day)) for day in range(60))
    claim = claim_pack.calculate(
        claim_pack.Inputs(invoices=many, claim_date=TODAY, service=claim_pack.Service.money_claim_online)
    )
    assert claim.boxes[0].fits
    assert claim.paragraphs
    assert "60 invoices fell due" in claim.boxes[0].text
