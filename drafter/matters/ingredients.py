"""What a draft was made of, and what the same things are in a library now.

A draft can only read differently when one of these has another digest; whether it does, only
drafting again can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.library.model import ClauseLibrary, Definition, Precedent, Topic, Variant
from drafter.matters.content import content_digest
from drafter.questionnaire.model import Fact, Question
from drafter.questionnaire.order import questions_behind
from drafter.registry.model import Revision, Use
from drafter.selection.model import Chosen, Selection
from drafter.selection.select import possible_rows

if TYPE_CHECKING:
    from drafter.consistency.finding import Finding
    from drafter.drafting import Draft
    from drafter.word.house_style import HouseStyle


class Ingredients:
    """The ingredients of one library; each digest is worked out once."""

    def __init__(self, library: ClauseLibrary) -> None:
        self.library = library
        self._known: dict[tuple[str, str, str], str | None] = {}

    def of(
        self,
        agreement: Draft,
        house: HouseStyle,
        style: str = "house",
        taken: Iterable[str] = (),
    ) -> tuple[Use, ...]:
        """Everything that a draft in a house style, known by its name, was made of; `taken` names
        the questions whose recommendation an earlier draft took."""
        selection = agreement.decision.selection
        return (
            *self._precedent(selection.precedent),
            *self._found(agreement.decision.findings, selection.precedent),
            self._use("words", agreement.assembled.edition.words.id),
            *(use for chosen in selection.chosen.values() for use in self._topic(chosen)),
            *self._definitions(agreement.assembled.terms, selection),
            *(
                self._use("recommendation", name)
                for name in dict.fromkeys((*selection.deal.taken, *taken))
            ),
            Use("style", style, "", house.digest),
        )

    def now(self, use: Use) -> str | None:
        """The digest that the same thing has in this library; None where it is gone, and for a
        house style, which is no part of a library."""
        return self._digest(use.kind, use.name, use.choice if use.kind in _BY_CHOICE else "")

    # --- of one draft ---

    def _precedent(self, precedent: Precedent) -> Iterator[Use]:
        for kind in ("precedent", "questionnaire"):
            yield self._use(kind, precedent.id)
        yield self._use("words", BENDS)

    def _found(self, findings: Iterable[Finding], precedent: Precedent) -> Iterator[Use]:
        yield self._use("rules", precedent.id)
        found = {one.rule.id: one.rule.severity for one in findings if not one.pending}
        yield from (Use("finding", id, severity, "") for id, severity in found.items())

    def _topic(self, chosen: Chosen) -> Iterator[Use]:
        id = chosen.topic.id
        yield self._use("selection", id, "|".join(chosen.rows))
        if chosen.variant is not None:
            yield self._use("wording", id, chosen.variant.id)
            yield self._use("text", id, chosen.variant.id)

    def _definitions(self, terms: tuple[str, ...], selection: Selection) -> Iterator[Use]:
        for id in terms:
            rows = possible_rows(self.library.definitions[id].rows, selection.deal).possible
            yield self._use("definition", id, "|".join(rows))

    def _use(self, kind: str, name: str, choice: str = "") -> Use:
        digest = self._digest(kind, name, choice if kind in _BY_CHOICE else "")
        return Use(kind, name, choice, digest or "")

    # --- of the library ---

    def _digest(self, kind: str, name: str, choice: str) -> str | None:
        key = (kind, name, choice)
        if key not in self._known:
            self._known[key] = (
                self._worked_out[kind](name, choice) if (kind in self._worked_out) else None
            )
        return self._known[key]

    @cached_property
    def _worked_out(self) -> Mapping[str, Callable[[str, str], str | None]]:
        library = self.library
        return {
            "wording": lambda name, choice: _file(_variant(library, name, choice)),
            "text": lambda name, choice: _text(_variant(library, name, choice)),
            "selection": lambda name, _: _table(library.topics.get(name)),
            "definition": lambda name, _: _definition(library.definitions.get(name)),
            "precedent": lambda name, _: _outline(library.precedents.get(name)),
            "questionnaire": lambda name, _: self._questionnaire(library.precedents.get(name)),
            "rules": lambda name, _: _judged(library),
            "words": lambda name, _: _words(library, name),
            "recommendation": lambda name, _: _ladder(library.questionnaire.questions.get(name)),
        }

    def _questionnaire(self, precedent: Precedent | None) -> str | None:
        if precedent is None:
            return None
        known, asks = self.library.questionnaire, set(precedent.asks)
        facts = [
            fact
            for name, fact in known.facts.items()
            if asks.intersection(questions_behind(name, known))
        ]
        questions = [_asked(known.questions[name]) for name in precedent.asks]
        return content_digest((tuple(questions), tuple(_worked(fact) for fact in facts)))


def style_used(revision: Revision) -> Use:
    """The house style that a revision was written in."""
    return next((use for use in revision.uses if use.kind == "style"), Use("style", "", "", ""))


def words_used(revision: Revision) -> str:
    """The printed words that a revision has, `en-us`; empty where an earlier release kept none."""
    names = (use.name for use in revision.uses if use.kind == "words")
    return next((name for name in names if name != BENDS), "")


BENDS = "bends"
_BY_CHOICE = ("wording", "text")


def _variant(library: ClauseLibrary, topic: str, id: str) -> Variant | None:
    found = library.topics.get(topic)
    return found.variants.get(id) if found else None


def _file(variant: Variant | None) -> str | None:
    return variant.digest if variant else None


def _text(variant: Variant | None) -> str | None:
    if variant is None:
        return None
    front = variant.front
    printed = (front.survives, front.surviving_labels, front.note, front.confirm)
    return content_digest((variant.text, printed))


def _table(topic: Topic | None) -> str | None:
    return content_digest((topic.heading, topic.rows, topic.within)) if topic else None


def _definition(one: Definition | None) -> str | None:
    return content_digest((one.term, one.rows, one.texts)) if one else None


def _outline(one: Precedent | None) -> str | None:
    if one is None:
        return None
    return content_digest(
        (
            one.title,
            one.language,
            one.parts,
            one.opening,
            one.closing,
            one.schedules,
            one.fewest_parties,
            one.most_parties,
        )
    )


def _ladder(one: Question | None) -> str | None:
    return content_digest(tuple((step.take, step.when) for step in one.recommend)) if one else None


def _judged(library: ClauseLibrary) -> str:
    """Of all that answers are held to: rules, relations and the words that are looked for."""
    rules = ((one.id, one.severity, one.when, one.message) for one in library.rules.values())
    relations = (replace(one, place=None) for one in library.questionnaire.relations.values())
    return content_digest((tuple(rules), tuple(relations), library.words))


def _words(library: ClauseLibrary, name: str) -> str | None:
    """Of the words that bend, or of an edition of the printed words."""
    if name == BENDS:
        return content_digest(library.words.bends)
    words = library.printing.get(name)
    return content_digest(replace(words, is_own=True)) if words else None


def _asked(one: Question) -> tuple[object, ...]:
    """What of a question can reach the page; a changed recommendation changes no old deal."""
    fields = tuple(_asked(field) for field in one.fields.values())
    return (
        one.id,
        one.asks,
        one.kind,
        one.options,
        fields,
        one.period,
        one.ask_when,
        one.optional,
        one.at_least,
        one.at_most,
        one.pattern,
    )


def _worked(fact: Fact) -> tuple[object, ...]:
    return fact.id, fact.rule, fact.kind
