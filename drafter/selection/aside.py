"""The answers that are kept and not used, and why: nobody should look for them in the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic
from drafter.library.model import Precedent
from drafter.questionnaire.deal import Deal

RULE = "set-aside"
CURE = "read what the agreement says of it, or choose an agreement that prints it"


def set_aside(precedent: Precedent, deal: Deal) -> tuple[str, ...]:
    """The questions whose answers are not used: another answer leaves them unasked, or the
    precedent neither prints them nor reads them in a rule."""
    return tuple(deal.questionnaire.in_order({*deal.set_aside, *_unused(precedent, deal)}))


def warnings_of_set_aside(precedent: Precedent, deal: Deal) -> Iterator[Diagnostic]:
    """A warning for each of them."""
    for name in set_aside(precedent, deal):
        says = f"the answer to `{name}` is set aside: "
        if name in deal.set_aside:
            says += "the other answers leave it unasked"
            cure = "change what leaves it unasked, or take the answer out"
        else:
            says += f"nothing in the {precedent.title} turns on it"
            cure = "take the answer out, or choose an agreement that asks it"
        yield Diagnostic(RULE, says, None, cure, severity=WARNING, questions=(name,))


def warnings_of_no_word(precedent: Precedent, deal: Deal) -> Iterator[Diagnostic]:
    """A warning for each choice that rules and recommendations alone read."""
    for name in precedent.asks:
        is_choice = deal.questionnaire.questions[name].nature == "choice"
        if is_choice and name in deal.answers.values and name not in precedent.prints:
            says = f"the answer to `{name}` changes no word of the {precedent.title}"
            yield Diagnostic(
                "changes-no-word", says, None, CURE, severity=WARNING, questions=(name,)
            )


def _unused(precedent: Precedent, deal: Deal) -> Iterator[str]:
    """What somebody answered, or called unknown, and the precedent has no use for."""
    said = {*deal.answers.values, *deal.answers.unknown} - {*precedent.asks}
    return (name for name in said if "." not in name)
