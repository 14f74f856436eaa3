"""What a deal must bring to be drafted: essential answers, its parties, places for its terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter import kinds
from drafter.agreement.parties import PARTIES
from drafter.diagnostics import Diagnostic, did_you_mean
from drafter.kinds import Kind, NotAValue, read_value
from drafter.kinds.model import Missing
from drafter.library.model import Precedent
from drafter.questionnaire.answers import Answers, SpecialTerm
from drafter.questionnaire.deal import Deal


def unfit(precedent: Precedent, deal: Deal) -> Iterator[Diagnostic]:
    """Essential answers that are missing, and a number of parties that the precedent is not for.

    What is unknown on purpose stands as a blank or a bracket; only parties must be known.
    """
    for name in precedent.essential:
        value = deal.value(name)
        waits = value is Missing.UNKNOWN and name != PARTIES
        if isinstance(value, Missing) and not waits:
            asks = deal.questionnaire.questions[name].asks
            says = f"`{name}` is not answered, and the agreement cannot stand without it"
            yield Diagnostic(
                "essential",
                says,
                deal.answers.place("answers", ""),
                f"answer: {asks}",
                questions=(name,),
            )
    members = deal.value("parties")
    if isinstance(members, tuple) and not (
        precedent.fewest_parties <= len(members) <= (precedent.most_parties or len(members))
    ):
        says = f"`{precedent.id}` is not made for {len(members)} parties"
        yield Diagnostic(
            "party-count",
            says,
            deal.answers.place("answers", "parties", ""),
            "choose another precedent",
            questions=("parties",),
        )


def special_term_faults(precedent: Precedent, answers: Answers) -> Iterator[Diagnostic]:
    """Special terms without a place, or whose words cannot stand in a document."""
    replaced: dict[str, str] = {}
    for term in answers.special_terms:
        for says, cure in _faults_of(term, precedent, replaced):
            place = answers.place("special_terms", term.id, "")
            yield Diagnostic("special-term", f"special term `{term.id}` {says}", place, cure)
        if term.replaces:
            replaced.setdefault(term.replaces, term.id)


def _faults_of(
    term: SpecialTerm, precedent: Precedent, replaced: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a special term, and the cure."""
    topic = term.after or term.replaces
    if bool(term.after) is bool(term.replaces):
        yield "has no place", "say `after:` or `replaces:` and a topic, one of the two"
    elif topic not in precedent.topics:
        cure = did_you_mean(topic, precedent.topics)
        yield f"names `{topic}`, which is no topic of the precedent", cure
    elif term.replaces in replaced:
        yield f"and `{replaced[topic]}` both replace `{topic}`", "put one `after:` it"
    for key, words in (("heading", term.heading), ("text", term.text)):
        try:
            read_value(words, Kind(kinds.TEXT if key == "heading" else kinds.LONG_TEXT))
        except NotAValue as fault:
            yield f"has a `{key}:` at fault: {fault.says}", fault.cure
