"""A rider stands in a host that exists, and every wording of the host places it once.

Why: a rider that a wording forgets is law that is silently left out.

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
from drafter.library.model import Library, Topic, Variant
from drafter.prose.model import COMPUTED
from drafter.prose.walk import placed

RULE = "placed-rider"


def check(library: Library) -> Iterator[Diagnostic]:
    """Faults of riders and of the places that name them."""
    for topic in library.topics.values():
        if topic.within and topic.within not in library.topics:
            yield Diagnostic(RULE, f"`{topic.id}` stands within `{topic.within}`, which is no topic",
                             topic.place, did_you_mean(topic.within, library.topics))
        for variant in topic.variants.values():
            yield from _places(topic, variant, library)
        yield from _never_placed(topic, library)


def _places(topic: Topic, variant: Variant, library: Library) -> Iterator[Diagnostic]:
    riders = {rider.id for rider in library.riders(topic.id)}
    for one in placed(variant.text):
        if one.what not in COMPUTED and one.what not in riders:
            yield Diagnostic(RULE, f"`{one.what}` is no rider of `{topic.id}`", one.place,
                             did_you_mean(one.what, [*riders, *COMPUTED]))
    for what, count in Counter(one.what for one in placed(variant.text)).items():
        if count > 1:
            yield Diagnostic(RULE, f"`{what}` is placed {count} times", Place(variant.file),
                             "place it once")


def _never_placed(host: Topic, library: Library) -> Iterator[Diagnostic]:
    for rider in library.riders(host.id):
        by = [v for v in host.variants.values() if any(p.what == rider.id for p in placed(v.text))]
        if not by:
            yield Diagnostic(RULE, f"no wording of `{host.id}` places `{rider.id}`", rider.place,
                             f"write {{place {rider.id}}} alone in a block")
