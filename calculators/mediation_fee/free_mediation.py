"""Free options: court mediation, and talking to the customer."""

from collections.abc import Iterator

from calculators.kernel import Nation, court_mediation, in_words, latest, pounds

from .questions import Inputs
from .sums import claim_day


def in_england_and_wales(inputs: Inputs) -> bool:
    """Whether the courts of England and Wales would hear the claim."""
    return inputs.nation is Nation.england_wales


def court_mediates_free(inputs: Inputs) -> bool:
    """Whether the court mediates a claim of this amount for free (Practice Direction 51ZE)."""
    return court_mediation.small_enough(inputs.nation, inputs.amount_owed) is not None and court_mediation.runs(
        claim_day(inputs)
    )


def free_ways(inputs: Inputs) -> Iterator[str]:
    """The free options, one sentence each."""
    if in_england_and_wales(inputs):
        yield from _free_in_england_and_wales(inputs)
    elif inputs.nation is Nation.scotland:
        limit = pounds(latest("scotland.simple_procedure_limit").value)
        yield (
            f"In a simple procedure claim of up to {limit}, the sheriff may send you both to free mediation. It isn’t "
            "automatic, so ask the sheriff clerk."
        )
    else:
        yield "We couldn’t find any free court mediation in Northern Ireland. Ask the court office."
    yield "Talking to your customer yourself costs nothing, so try that first."


def _free_in_england_and_wales(inputs: Inputs) -> Iterator[str]:
    found, ends = latest(court_mediation.LIMIT), in_words(court_mediation.pilot_ends())
    limit = pounds(found.value)
    if not court_mediates_free(inputs):
        since = in_words(found.valid_from)
        yield f"The court’s free mediation is for claims of up to {limit} started between {since} and {ends}."
        return
    if inputs.claim_started:
        yield (
            f"Your claim is for {limit} or less. If they defend it, the court automatically arranges a free phone call "
            "of up to an hour with a mediator. Take part, because the court can penalise a side that doesn’t."
        )
    else:
        yield (
            f"If you claim {limit} or less and they defend it, the court arranges a free phone call of up to an hour "
            "with a mediator. You pay the court fee to start the claim first."
        )
    yield f"The court’s free mediation is a pilot for claims started by {ends}. We don’t know what will replace it."
