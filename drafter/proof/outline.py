"""One precedent over all answers: which variant stands when, what may be referred to, and which
terms are in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.data_classes import dataclass, field
from drafter.library.model import ClauseLibrary, Definition, Precedent, Row, Topic, Variant
from drafter.proof.clause_text import PossibleText, Site, printed
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.comparisons import Mentions
from drafter.proof.encode import Encoding, constrain
from drafter.proof.tables import TableCases, table
from drafter.questionnaire.model import Classification
from drafter.selection.select import outline


class PossibleVariant(NamedTuple):
    """A text that may stand in the agreement: whose it is, when it stands, what it prints."""

    topic: str  # "" for a definition
    id: str
    stands: int
    printed: PossibleText
    variant: Variant | None = None


@dataclass(slots=True)
class Standing:
    """A precedent as the proof sees it."""

    encoding: Encoding
    topics: Mapping[str, Topic]
    tables: Mapping[str, TableCases]  # of topics
    terms: Mapping[str, TableCases]  # of definitions
    facts: Mapping[str, TableCases]  # of classifications
    variants: tuple[PossibleVariant, ...] = ()
    _targets: dict[tuple[str, str], int] = field(default_factory=dict)
    _in_use: Mapping[str, int] | None = None
    _all: tuple[PossibleVariant, ...] | None = None
    _definitions: dict[str, tuple[PossibleVariant, ...]] = field(default_factory=dict)

    @property
    def library(self) -> ClauseLibrary:
        """The library."""
        return self.encoding.library

    @property
    def precedent(self) -> Precedent:
        """The precedent."""
        return self.encoding.precedent

    def all_tables(self) -> Iterator[tuple[tuple[str, str], TableCases]]:
        """Every table with what it decides: a topic, a definition, a fact."""
        for kind, tables in (
            ("fact", self.facts),
            ("topic", self.tables),
            ("definition", self.terms),
        ):
            yield from (((kind, id), one) for id, one in tables.items())

    def assume_sound(self) -> None:
        """From here on, only answers in which every table gives exactly one row."""
        clauses = self.encoding.clauses
        for _, one in self.all_tables():
            clauses.add(-one.gap)
            for first, second in one.overlaps():
                clauses.add(-one.verdicts[first.variant].true, -one.verdicts[second.variant].true)

    def section(self, topic: str) -> int:
        """When a topic has text."""
        found = self.tables.get(topic)
        return self.encoding.clauses.either(found.stands) if found else FALSE

    def target(self, topic: str, label: str) -> int:
        """When a reference to this topic, or to this label of it, finds something."""
        if (topic, label) not in self._targets:
            self._targets[topic, label] = self._target(topic, label)
        return self._targets[topic, label]

    def _target(self, topic: str, label: str) -> int:
        either, both = self.encoding.clauses.either, self.encoding.clauses.both
        return either(
            both((one.stands, either(one.printed.labels.get(label, ())) if label else TRUE))
            for one in self.variants
            if one.topic == topic and topic
        )

    def definition(self, id: str) -> tuple[PossibleVariant, ...]:
        """The texts of a definition, each standing where its row is chosen."""
        if id not in self._definitions:
            found = _definition(self.library.definitions[id], self)
            self._definitions[id] = tuple(found)
        return self._definitions[id]

    def definitions_in_use(self) -> Mapping[str, int]:
        """When each definition is used, by a clause or by another definition in use."""
        if self._in_use is None:
            self._in_use = _in_use(self)
        return self._in_use

    def all_variants(self) -> tuple[PossibleVariant, ...]:
        """The variants of topics, then the texts of the definitions in use."""
        if self._all is None:
            in_use, both = self.definitions_in_use(), self.encoding.clauses.both
            texts = (
                one._replace(stands=both((one.stands, in_use[one.id])))
                for id in self.library.definitions
                for one in self.definition(id)
            )
            self._all = (*self.variants, *texts)
        return self._all


def standing(library: ClauseLibrary, precedent: Precedent, mentions: Mentions) -> Standing:
    """The precedent over all answers."""
    encoding = Encoding(library, precedent, mentions)
    constrain(encoding)
    return standing_of(encoding)


def standing_of(encoding: Encoding) -> Standing:
    """The precedent in the answers of an encoding: all, or those of one deal."""
    library, precedent = encoding.library, encoding.precedent
    topics = {topic.id: topic for topic in outline(library, precedent)}
    tables = {id: table(topic.rows, encoding) for id, topic in topics.items()}
    terms = {id: table(one.rows, encoding) for id, one in library.definitions.items()}
    found = Standing(encoding, topics, tables, terms, _classifications(encoding))
    encoding.set_standing({id: found.section(id) for id in tables})
    found.variants = tuple(_variants(found))
    return found


def _classifications(encoding: Encoding) -> dict[str, TableCases]:
    return {
        fact.id: table(
            tuple(Row(row, when, fact.place) for row, when in fact.rule.rows.items()), encoding
        )
        for fact in encoding.names.facts.values()
        if isinstance(fact.rule, Classification)
    }


def _variants(standing: Standing) -> Iterator[PossibleVariant]:
    """Every variant; a rider stands where a variant of its host that stands places it."""
    clauses = standing.encoding.clauses
    placed: dict[str, list[int]] = {}
    for id, topic in standing.topics.items():
        here = clauses.either(placed.get(id, ())) if topic.within else TRUE
        for variant in topic.variants.values():
            chosen = standing.tables[id].chosen.get(variant.id, FALSE)
            stands = clauses.both((chosen, here))
            found = printed(variant.text, standing.encoding)
            for what, literals in found.placed.items():
                placed.setdefault(what, []).append(clauses.both((stands, clauses.either(literals))))
            yield PossibleVariant(id, variant.id, stands, found, variant)


def _definition(definition: Definition, standing: Standing) -> Iterator[PossibleVariant]:
    rows = standing.terms[definition.id].chosen
    for id, text in definition.texts.items():
        yield PossibleVariant(
            "", definition.id, rows.get(id, FALSE), printed(text, standing.encoding)
        )


def _in_use(standing: Standing) -> dict[str, int]:
    """Uses by clauses, then by definitions that those use, until no more is found."""
    either, both = standing.encoding.clauses.either, standing.encoding.clauses.both
    definitions = standing.library.definitions
    used = _uses(standing, standing.variants)
    by_clauses = {id: either(used.get(id, ())) for id in definitions}
    by_terms: dict[str, list[tuple[str, int]]] = {id: [] for id in definitions}
    for other in definitions:
        for id, literals in _uses(standing, standing.definition(other)).items():
            by_terms.setdefault(id, []).append((other, either(literals)))
    known = by_clauses
    for _ in definitions:
        more = {
            id: either((here, *(both((known[other], use)) for other, use in by_terms[id])))
            for id, here in by_clauses.items()
        }
        if more == known:
            break
        known = more
    return known


def _uses(standing: Standing, variants: tuple[PossibleVariant, ...]) -> dict[str, list[int]]:
    """When each term is used by these texts."""
    both = standing.encoding.clauses.both
    found: dict[str, list[int]] = {}
    for possible in variants:
        for site in possible.printed.uses:
            stands = both((possible.stands, site.at.stands))
            found.setdefault(str(site.what), []).append(stands)
    return found


__all__ = ["Site", "Standing", "PossibleVariant", "standing", "standing_of"]
