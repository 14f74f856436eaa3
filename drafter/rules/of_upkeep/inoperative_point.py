"""What covers a point binds: it has a sentence with a verb that does not just send elsewhere.

Why: "clause 9 states when the licence ends" settles nothing; the point belongs to the clause that
says so.

Bad:

    covers: [end]
    [@exit-ip] states when the licence ends. {#end}

Good:

    The licence ends when this Agreement does. {#end}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.library.model import Topic, Variant
from drafter.prose.model import ProseParagraph, Reference, Sentence, Words
from drafter.prose.walk import beneath, paragraphs
from drafter.rules.of_style.sentences import VERB
from drafter.rules.of_upkeep.crowded_paragraph import points_of
from drafter.rules.of_upkeep.model import Upkeep

RULE = "inoperative-point"
_WORD = re.compile(r"[\w’'-]+")


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Labelled paragraphs that cover a point and hold no such sentence; a table is bound by its
    lead."""
    for topic in upkeep.library.topics.values():
        for variant in topic.variants.values():
            yield from _without_effect(topic, variant)


def _without_effect(topic: Topic, variant: Variant) -> Iterator[Diagnostic]:
    points = points_of(topic, variant)
    for paragraph in paragraphs(variant.text):
        if paragraph.label in points and not is_operative(paragraph):
            says = f"`{{#{paragraph.label}}}` covers {', '.join(points[paragraph.label])}"
            cure = "say who must, may or owns what, or cover the point where that is said"
            says += ", and no sentence of it binds"
            yield Diagnostic(RULE, says, paragraph.place, cure)


def is_operative(paragraph: ProseParagraph) -> bool:
    """Whether a sentence of it, or of its bullets, does more than send elsewhere."""
    return any(_binds(one) for part in beneath(paragraph) for one in part.sentences)


def _binds(sentence: Sentence) -> bool:
    first = sentence.inlines[0] if sentence.inlines else None
    words = " ".join(one.text for one in sentence.inlines if isinstance(one, Words))
    return not isinstance(first, Reference) and any(map(VERB.match, _WORD.findall(words)))
