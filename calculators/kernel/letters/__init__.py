"""Letters and agreements: their paragraphs, and what all drafts have in common."""

from calculators.kernel.law.shared_questions import is_person

from .dates import answer_by
from .draft import CREDIT, Draft, sum_steps, write
from .paragraphs import Paragraph
from .parts import bottom, how_to_pay, on_top, top
from .plain_text import as_text, download
from .questions import (
    DEAL,
    EARLIEST,
    Letter,
    days_to_answer,
    disputed,
    not_late_yet,
    settlement_amount,
    too_much,
    what_they_claim,
)
from .wording import customer_line, day_in, due_on, fell_due, for_what, invoices, owed, sentence, sum_in, to_whom, typed

__all__ = [
    "CREDIT", "DEAL", "EARLIEST", "Draft", "Letter", "Paragraph", "answer_by", "as_text", "bottom", "customer_line",
    "day_in", "days_to_answer", "disputed", "download", "due_on", "fell_due", "for_what", "how_to_pay", "invoices",
    "is_person", "not_late_yet", "on_top", "owed", "sentence", "settlement_amount", "sum_in", "sum_steps", "to_whom",
    "too_much", "top", "typed", "what_they_claim", "write",
]  # fmt: skip
