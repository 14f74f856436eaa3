"""What a library promises of all answers, said again in z3's own theories.

Every table gives one row; every reference, term, need and schedule finds what it speaks of; no
blank waits for what is not asked; no list is left with one bullet; no condition leans on a
question that was not asked; no two wordings are at odds. Where it is not exact it errs on the side
of fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from drafter.diagnostics import Place
from drafter.prose.model import Choice, Fill, Reference, Term, TermUse, Words
from support.native import NO
from support.native_library import NativeLibrary, PossibleVariant
from support.native_texts import Site, both, either, opposite
from support.native_wordings import out_of_place, said_twice, two_outcomes

Statement = tuple[tuple[str, ...], Any]  # a fault by what it is about, and when it is there


def statements(here: NativeLibrary) -> Iterator[Statement]:
    """All that must be impossible in one precedent."""
    yield from _of_tables(here)
    faults = _Faults(here)
    for one in (*here.variants, *faults.definitions):
        for what, bad in faults.of(one):
            yield (one.topic or "(term)", one.id, what), both(one.stands, bad)
    yield from faults.terms_twice()
    for (id, *_), bad in lone_schedules(here, faults.definitions):
        yield (id, "alone"), bad
    yield from two_outcomes(here)
    yield from said_twice(here)


def _of_tables(here: NativeLibrary) -> Iterator[Statement]:
    for id, rows in here.tables().items():
        for one, other in combinations(rows, 2):
            together = both(here.judge(one).true, here.judge(other).true)
            yield (id, one.variant, other.variant), together
        yield (id, "gap"), opposite(either(here.chosen(rows).values()))
        if not id.endswith(" (fact)"):
            yield (id, "leaning"), either(here.leaning(row) for row in rows)


class Offers:
    """What the variants have for others to refer to: targets, and definitions of terms."""

    def __init__(self, here: NativeLibrary) -> None:
        self.here = here
        self.targets: dict[tuple[str, str], list[Any]] = {}
        self.defined: dict[str, list[Any]] = {}
        self.sites: dict[str, list[tuple[Any, Place | None]]] = {}  # of terms that clauses define
        for one in here.variants:
            self._offer(one)
        for one in here.definitions:
            here_too = both(one.stands, either(one.printed.blocks))
            self.defined.setdefault(one.id, []).append(here_too)

    def _offer(self, one: PossibleVariant) -> None:
        self.targets.setdefault((one.topic, ""), []).append(one.stands)
        for label, places in one.printed.labels.items():
            self.targets.setdefault((one.topic, label), []).append(both(one.stands, either(places)))
        for site in one.printed.sites:
            if isinstance(site.what, Term):
                here = both(one.stands, site.stands)
                self.sites.setdefault(site.what.words, []).append((here, site.place))
                self.defined.setdefault(f"{one.topic}:{site.what.words}", []).append(here)

    def found(self, topic: str, label: str) -> Any:
        """When a reference finds its target."""
        return either(self.targets.get((topic, label), ()))

    def has_definition(self, term: str) -> Any:
        """When a term is defined, in the list or in a clause."""
        return either(self.defined.get(term, ()))


class _Faults:
    def __init__(self, here: NativeLibrary) -> None:
        self.here, self.native = here, here.native
        self.definitions = tuple(here.in_use())
        self.offers = Offers(here)

    def of(self, one: PossibleVariant) -> Iterator[tuple[str, Any]]:
        """The faults of one variant, where it stands."""
        yield "text", either(bad for site in one.printed.sites for bad in self._at(site, one))
        lists = one.printed.lists
        yield "list", either(bad for each in lists for bad in (each.is_empty, each.is_alone))
        yield "leaning", either(leans for _, leans in one.printed.leaning)
        yield "statute", either(bad for _, bad in out_of_place(one, self.native))
        for need in one.variant.front.needs if one.variant else ():
            wanted = self.native.judge(need.when).true
            yield f"needs {need.topic}", both(wanted, opposite(self._stands(need.topic)))
        for foe in one.variant.front.conflicts if one.variant else ():
            stands = (other.stands for other in self.here.variants
                      if f"{other.topic}/{other.id}" == foe)  # fmt: skip
            yield f"conflicts {foe}", either(stands)

    def _stands(self, topic: str) -> Any:
        return self.native.standing.get(topic, NO)

    def _at(self, site: Site, one: PossibleVariant) -> Iterator[Any]:
        match site.what:
            case Reference(targets):
                for to in targets:
                    found = self.offers.found(to.topic or one.topic, to.label)
                    yield both(site.stands, opposite(found))
            case Words(uses=uses) | TermUse(uses=uses):
                for term in uses:
                    yield both(site.stands, opposite(self.offers.has_definition(term)))
            case Fill(subject) | Choice(subject) if not site.looped:
                yield both(site.stands, self.native.answer(subject[0]).unasked)

    def terms_twice(self) -> Iterator[Statement]:
        for term, sites in self.offers.sites.items():
            pairs = (both(one, other) for (one, _), (other, _) in combinations(sites, 2))
            yield (term, "twice"), either(pairs)


def lone_schedules(
    here: NativeLibrary, definitions: tuple[PossibleVariant, ...]
) -> Iterator[Statement]:
    """Each schedule, and when it stands although nothing that is printed leads to it."""
    referred: dict[str, list[Any]] = {}
    for one in (*here.variants, *definitions):
        for site in one.printed.sites:
            for to in site.what.targets if isinstance(site.what, Reference) else ():
                if to.topic and to.topic != one.topic:
                    referred.setdefault(to.topic, []).append(both(one.stands, site.stands))
    for id in here.native.precedent.schedules:
        stands = here.native.standing.get(id, NO)
        yield (id,), both(stands, opposite(either(referred.get(id, ()))))
