"""A log of contacts with the customer, when to contact them again, and a document list for a court bundle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from .kernel import (
    Choice,
    Download,
    Example,
    Problem,
    Source,
    Step,
    ask,
    csv,
    in_words,
    reminder_schedule,
    shared,
    tell,
)

TITLE = "Your contact log"
ACTION = "Show my log"
LEADS_TO = ("deadlines", "next_step", "court_day")
FORMER_LABELS = {"Who began it": "began", "Promise due": "promised", "Promised by": "promised"}
"""Column names used in older saved logs, which can still be loaded."""
GAP_DAYS = reminder_schedule.GAP_DAYS
"""The gap in days that we suggest between contacts. No law sets it."""

LOG = "Your log"
METER = "When to contact them again"
DAY = timedelta(days=1)


class How(Choice):
    """The kind of contact."""

    call = "Phone call"
    email = "Email"
    letter = "Letter"
    meeting = "Meeting"
    payment = "Payment"
    other = "Other"


class Began(Choice):
    """Who made contact."""

    you = "You"
    they = "Your customer"


class Meter(Choice):
    """Whether it is time to contact them again."""

    no_contact = "You haven’t contacted them yet"
    too_soon = "Too soon"
    wait_for_promise = "Wait until the date they promised"
    they_spoke_last = "They got in touch last, so it’s your turn to reply"
    time = "You can contact them again"


def _prose(question: str, noun: str, most: int, hint: str = "") -> Any:
    return ask(question, noun=noun, group=LOG, hint=hint, high=most, default="")


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One contact, as the reader records it."""

    day: date = ask(
        "When was it?",
        noun="the date",
        group=LOG,
        low=shared.EARLIEST,
        high=shared.LATEST,
        hint="For example, 2 November 2026",
    )
    time: str = _prose("What time was it?", "the time", 20, "For example, 10.30")
    how: How = ask("What kind of contact was it?", noun="the kind of contact", group=LOG, default=How.call)
    began: Began = ask("Who got in touch?", noun="who got in touch", group=LOG, default=Began.you)
    who: str = _prose("Who did you deal with?", "the person you dealt with", 100, "For example, Ms Patel in accounts")
    said: str = _prose(
        "What was said or sent?",
        "what was said",
        1000,
        "Use their own words if you can. For a payment, give the amount.",
    )
    promised: date | None = ask(
        "If they made a promise, what date did they give?", noun="the date they promised", group=LOG,
        low=shared.EARLIEST,
        high=shared.LATEST, nearest="either", default=None, hint="Leave this blank if they didn’t give one.",
    )  # fmt: skip
    paper: str = _prose(
        "Which document backs this up?",
        "the document",
        200,
        "For example, an email of 2 November or a photo of the parcel",
    )
    pages: int | None = ask(
        "How many pages is that document?", noun="the number of pages", group=LOG, low=1, high=1000, default=None,
        hint="We use it to number the pages of your bundle.",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    contacts: tuple[Contact, ...] = ask(
        "What contact have you had?", noun="the list of contacts", row="entry", group=LOG, default=(),
        hint="Add each call, message, letter, meeting and payment, in any order.",
    )  # fmt: skip
    gap_days: int = ask(
        "How many days do you want to leave between contacts?", noun="the number of days between contacts", group=METER,
        more=True, low=1, high=60, default=GAP_DAYS,
        hint="We suggest a week, so your customer has time to act. There’s no legal rule on this.",
    )  # fmt: skip
    log_date: date = ask(
        "Which date should we use?", noun="the date to use", group=METER, more=True, low=shared.EARLIEST,
        high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Contacts dated after the date of the log."""
        for number, contact in enumerate(self.contacts, 1):
            if contact.day > self.log_date:
                told = f"Entry {number}: The date must be {in_words(self.log_date)} or earlier."
                yield Problem(f"contacts.{number}.day", told)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One contact, in order of date."""

    day: date = tell("Date")
    time: str = tell("Time")
    how: How = tell("Kind of contact")
    began: Began = tell("Who got in touch")
    who: str = tell("Person")
    said: str = tell("What was said")
    promised: date | None = tell("Date promised", absent="")
    paper: str = tell("Document")
    pages: int | None = tell("Pages", absent="")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document in the bundle."""

    number: int = tell("No.")
    day: date = tell("Date")
    paper: str = tell("Document")
    page: int | None = tell("First page", absent="____")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told."""

    headline: str
    meter: Meter = tell("Time to contact them again?", verdict=True)
    last_contact: date | None = tell("Date you last contacted them", absent="not yet")
    days_since: int | None = tell("Days since you last contacted them", absent="–")
    contact_again: date | None = tell("Earliest date to contact them again", absent="today")
    gap_days: int = tell("Days to leave between contacts")
    entries: tuple[Entry, ...] = tell("Your log, oldest first")
    bundle: tuple[Paper, ...] = tell("Document list for the front of your bundle")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# Sorting


def in_order(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts by date, then time; a time that can't be read counts as midnight, and ties keep the order typed."""
    return sorted(contacts, key=lambda one: (one.day, _minutes(one.time)))


def _minutes(time: str) -> int:
    """Minutes since midnight for 9.10, 09:10, 2pm or 2.15 pm; 0 for anything else."""
    text = time.lower().replace(" ", "").replace(".", ":")
    afternoon = text.endswith("pm")
    hours, _, minutes = text.removesuffix("am").removesuffix("pm").partition(":")
    if not all(part.isascii() and part.isdigit() for part in (hours, minutes or "0")):
        return 0
    return (int(hours) % 12 + 12 if afternoon else int(hours)) * 60 + int(minutes or 0)


def bundle_of(entries: Sequence[Contact]) -> Iterator[Paper]:
    """The documents in order, with their first pages up to the first document without a page count."""
    page: int | None = 1
    for number, one in enumerate((one for one in entries if one.paper), 1):
        yield Paper(number=number, day=one.day, paper=one.paper, page=page)
        page = page + one.pages if page and one.pages else None


# When to contact them again


def _meter(inputs: Inputs, entries: Sequence[Contact]) -> tuple[Meter, date | None]:
    """Whether it's time to contact the customer again and, if not, the first date when it will be."""
    ours = [one.day for one in entries if one.began is Began.you and one.how is not How.payment]
    promised = max((one.promised for one in entries if one.promised), default=None)
    if promised and promised >= inputs.log_date:
        return Meter.wait_for_promise, promised + DAY
    if not ours:
        return (Meter.they_spoke_last if entries else Meter.no_contact), None
    again = max(ours) + timedelta(days=inputs.gap_days)
    if entries[-1].began is Began.they and entries[-1].how is not How.payment:
        return Meter.they_spoke_last, None
    return (Meter.too_soon, again) if again > inputs.log_date else (Meter.time, None)


def _headline(meter: Meter, again: date | None, since: int | None) -> str:
    ago = "today" if since == 0 else "yesterday" if since == 1 else f"{since} days ago"
    wait = in_words(again) if again else ""
    return {
        Meter.no_contact: "Your log is empty. Add your first contact as soon as you’ve made it.",
        Meter.too_soon: f"You contacted your customer {ago}. Wait until {wait} to give them time to act.",
        Meter.wait_for_promise: f"Your customer has made you a promise. Wait until {wait}, then chase them if they "
        f"haven’t kept it.",
        Meter.they_spoke_last: "Your customer got in touch last, so you can reply now.",
        Meter.time: f"You contacted your customer {ago}, so it’s time to contact them again.",
    }[meter]


def calculate(inputs: Inputs) -> Result:
    """The log in order, the date of the next contact and the document list."""
    entries = in_order(inputs.contacts)
    meter, again = _meter(inputs, entries)
    ours = [one.day for one in entries if one.began is Began.you and one.how is not How.payment]
    since = (inputs.log_date - max(ours)).days if ours else None
    return Result(
        headline=_headline(meter, again, since),
        meter=meter,
        last_contact=max(ours, default=None),
        days_since=since,
        contact_again=again,
        gap_days=inputs.gap_days,
        entries=tuple(_entry(one) for one in entries),
        bundle=tuple(bundle_of(entries)),
        working=(),
        cautions=tuple(_cautions(inputs, meter)),
        next_steps=tuple(_next_steps(meter, entries)),
        sources=(),
    )


def _entry(one: Contact) -> Entry:
    return Entry(
        day=one.day, time=one.time, how=one.how, began=one.began, who=one.who, said=one.said,
        promised=one.promised, paper=one.paper, pages=one.pages,
    )  # fmt: skip


def _cautions(inputs: Inputs, meter: Meter) -> Iterator[str]:
    if meter in (Meter.too_soon, Meter.wait_for_promise):
        yield (
            "Leave a gap between messages. Several messages in a few days can feel threatening, and may look bad in "
            "court."
        )
    yield (
        f"You can change the {inputs.gap_days}-day gap between contacts. It’s only our suggestion, not a legal rule."
    )
    yield "Check how long you have to claim. Legal time limits keep running while you wait."
    if any("without prejudice" in f"{one.said} {one.paper}".casefold() for one in inputs.contacts):
        yield (
            "Leave any offer marked “without prejudice” out of the bundle. Get advice before you show it to the court."
        )


def _next_steps(meter: Meter, entries: Sequence[Contact]) -> Iterator[str]:
    if meter is Meter.they_spoke_last:
        yield "Reply the same way they contacted you, then add your reply to this log."
    if entries and entries[-1].how is How.call:
        yield (
            "Send an email to confirm what was said on the call and any date you agreed, so that you have it in "
            "writing."
        )
    if any(one.paper for one in entries):
        yield "Print the document list, then number every page of the bundle at the bottom, from first to last."
    yield "Log each new contact straight away, while you remember it."


def downloads(result: Result) -> tuple[Download, ...]:
    """The log as a spreadsheet file, which can be loaded back into this calculator."""
    if not result.entries:
        return ()
    log = partial(csv.table, result.entries)
    return (Download(name="contact-log.csv", label="Download the log (CSV)", type="text/csv", make=log),)


EXAMPLES = (
    Example(
        title="Three contacts and a promise",
        story="Sam sent a reminder, then phoned. Ms Patel promised to pay by 13 November. The names are made up.",
        values={
            "contacts": [
                {
                    "day": "2026-11-06", "time": "10.30", "how": "call", "began": "you", "who": "Ms Patel",
                    "said": "She has the invoice, but her boss must sign it off. Will pay on 13 November.",
                    "promised": "2026-11-13",
                    "paper": "Note of the call", "pages": "1",
                },
                {
                    "day": "2026-11-02", "time": "9.10", "how": "email", "began": "you", "who": "Accounts",
                    "said": "Reminder, invoice 1041 enclosed", "paper": "Reminder and invoice 1041", "pages": "2",
                },
                {
                    "day": "2026-11-06", "time": "10.45", "how": "email", "began": "you", "who": "Ms Patel",
                    "said": "You told me that you would pay on 13 November.", "paper": "Email after the call",
                },
            ]
        },
        today=date(2026, 11, 10),
    ),
    Example(
        title="No reply after nine days",
        story="One reminder went out and nobody replied. The names are made up.",
        values={
            "contacts": [
                {"day": "2026-11-02", "how": "letter", "who": "Accounts", "said": "Reminder", "paper": "Reminder"}
            ]
        },
        today=date(2026, 11, 11),
    ),
)  # fmt: skip
