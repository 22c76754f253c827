"""The amount owed today, line by line: debt, interest and compensation."""

from calculators.kernel import Step, adding_up, step

from .case_calculations import Case


def working(case: Case) -> tuple[Step, ...]:
    """Debt, interest and compensation, adding up to what is owed."""
    lines = [step("Amount of the judgment" if case.judged else "Unpaid invoices", case.debt)]
    if case.late:
        lines += [step("Late payment interest", case.interest), step("Fixed compensation", case.compensation)]
    return tuple(adding_up("Owed to you today", lines))
