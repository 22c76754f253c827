"""Calculators and letter drafts for a small business that is owed money: call `load` or, from a browser, `respond`."""

__version__ = "0.4.0"

from .answering import answer, refusal, work_out
from .catalogue import ROOMS, draft_names, load, names
from .requests import respond

__all__ = ["ROOMS", "answer", "draft_names", "load", "names", "refusal", "respond", "work_out"]
