"""Our own schedule: when to remind, phone, write again and send the letter before claim. No law sets these times."""

REMINDER, CALL, SECOND_LETTER, HOLD_NOTICE, LETTER_BEFORE_CLAIM = 1, 7, 14, 21, 30
"""Days after the last day to pay."""

GAP_DAYS = 7
"""Days to leave between one contact and the next."""

MOST_REMINDERS = 2
"""The most written reminders worth sending: after that, phone, and then send the letter before claim."""

MONTHS_TO_KEEP_THEM = 3
"""How many months you can go on asking before the letter, if you want to keep the customer."""


def letter_is_due(*, months_late: int, reminders: int, keep_them: bool) -> bool:
    """Whether the letter before claim is next for a customer who doesn't reply; `months_late` counts whole months."""
    if months_late < 1:
        return False
    return reminders >= MOST_REMINDERS or not keep_them or months_late >= MONTHS_TO_KEEP_THEM


def in_words(days: int) -> str:
    """When a step of the schedule is due, in words such as "one week late"."""
    return {
        REMINDER: "the next working day",
        CALL: "one week late",
        SECOND_LETTER: "two weeks late",
        HOLD_NOTICE: "three weeks late",
        LETTER_BEFORE_CLAIM: "once it’s a month late",
    }[days]
