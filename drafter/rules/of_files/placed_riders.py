"""A rider stands in a host that exists, and the host's variants place it, each at most once.

Why: a rider that no variant places is law that is silently left out.

Bad:

    The Results belong to the Parties.          (the rider co-owner-law is placed nowhere)

Good:

    The Results belong to the Parties.

    {place co-owner-law}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import ClauseLibrary, Precedent, Topic, Variant
from drafter.prose.model import COMPUTED
from drafter.prose.walk import placed

RULE = "placed-rider"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Faults of riders and of the places that name them."""
    for topic in library.topics.values():
        if topic.within and topic.within not in library.topics:
            says = f"`{topic.id}` stands within `{topic.within}`, which is no topic"
            yield Diagnostic(RULE, says, topic.place, did_you_mean(topic.within, library.topics))
        riders = library.riders(topic.id)
        for variant in topic.variants.values():
            yield from _places(topic, variant, riders)
        yield from _never_placed(topic, riders)
    for precedent in library.precedents.values():
        yield from _two_lists_of_definitions(library, precedent)


def _two_lists_of_definitions(library: ClauseLibrary, precedent: Precedent) -> Iterator[Diagnostic]:
    """The terms of an agreement are defined in one place."""
    topics = (one for one in library.topics.values() if {one.id, one.within} & {*precedent.topics})
    homes = {
        topic.id: block.place
        for topic in topics
        for variant in topic.variants.values()
        for block in placed(variant.text)
        if block.what == "definitions"
    }
    first, *others = homes or ("",)
    for other in others:
        says = f"`definitions` is placed in `{first}` and in `{other}` of `{precedent.id}`"
        yield Diagnostic(RULE, says, homes[other], "keep one list of definitions")


def _places(topic: Topic, variant: Variant, riders: tuple[Topic, ...]) -> Iterator[Diagnostic]:
    known = {*COMPUTED, *(rider.id for rider in riders)}
    for one in placed(variant.text):
        if one.what not in known:
            says = f"`{one.what}` is no rider of `{topic.id}`"
            yield Diagnostic(RULE, says, one.place, did_you_mean(one.what, known))
    for what, count in Counter(one.what for one in placed(variant.text)).items():
        if count > 1:
            says = f"`{what}` is placed {count} times"
            yield Diagnostic(RULE, says, Place(variant.file), "place it once")


def _never_placed(host: Topic, riders: tuple[Topic, ...]) -> Iterator[Diagnostic]:
    placed_somewhere = {
        one.what for variant in host.variants.values() for one in placed(variant.text)
    }
    for rider in riders:
        if rider.id not in placed_somewhere:
            says = f"no wording of `{host.id}` places `{rider.id}`"
            cure = f"write {{place {rider.id}}} alone in a block"
            yield Diagnostic(RULE, says, rider.place, cure)
