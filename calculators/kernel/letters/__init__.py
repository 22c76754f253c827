"""Letters and agreements: their paragraphs, and what all drafts have in common."""

from calculators.kernel.law.shared_questions import is_person

from .build_draft import CREDIT, LOWER_PRICE, Draft, Option, blanks, sum_steps, write
from .merge_fields import (
    customer_line,
    day_in,
    due_on,
    fell_due,
    for_what,
    invoices,
    invoices_of,
    owed,
    sentence,
    sum_in,
    to_whom,
    typed,
)
from .paragraphs import RULE, Paragraph, Part
from .paste_boxes import Box, Limit, box
from .paste_boxes import as_text as boxes_as_text
from .plain_text import as_text
from .questions import (
    DEAL,
    EARLIEST,
    YOU,
    AgreementForm,
    LateLetter,
    Letter,
    agreement_details,
    agreement_form,
    days_before_claim,
    days_to_answer,
    disputed,
    fewer_days,
    if_longer,
    not_late_yet,
    settlement_amount,
    steps_so_far,
    time_is_short,
    too_few_days,
    too_much,
    what_they_claim,
    words,
)
from .reply_deadlines import answer_by, under_debt_protocol
from .shared_paragraphs import a_day, bottom, how_to_pay, on_top, owed_for, paid_late, so_far, to_pay, top

__all__ = [
    "CREDIT", "DEAL", "EARLIEST", "LOWER_PRICE", "RULE", "YOU", "AgreementForm", "Box", "Draft", "LateLetter",
    "Letter", "Limit", "Option", "Paragraph", "Part", "a_day", "agreement_details", "agreement_form", "answer_by",
    "as_text", "blanks", "bottom", "box", "boxes_as_text", "customer_line", "day_in", "days_before_claim",
    "days_to_answer", "disputed", "due_on", "fell_due", "fewer_days", "for_what", "how_to_pay", "if_longer",
    "invoices", "invoices_of", "is_person", "not_late_yet", "on_top", "owed", "owed_for", "paid_late", "sentence",
    "settlement_amount", "so_far", "steps_so_far", "sum_in", "sum_steps", "time_is_short", "to_pay", "to_whom",
    "too_few_days", "too_much", "top", "typed", "under_debt_protocol", "what_they_claim", "words", "write",
]  # fmt: skip
