"""Two files of one agreement held against each other, topic by topic, with the playbook beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Refused
from drafter.drafting import Decision, Library
from drafter.gate import Approvals
from drafter.library.model import LEFT_OUT
from drafter.matters.ingredients import words_used
from drafter.matters.recording import as_recorded, block_texts
from drafter.merging.side_by_side import BlockText, BothFiles, reads_alike, side_by_side
from drafter.negotiation.model import ChangedTopic, LikeOurs, Turn
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.package import read_package
from drafter.printed_words import edition_in
from drafter.regeneration.difference import difference
from drafter.regeneration.model import ChangedParagraph
from drafter.regeneration.paired_lines import TextLine
from drafter.registry.model import Revision
from drafter.selection.explanation import Alternative
from drafter.word.likeness import words_apart
from drafter.word.marks_left import changes_left, comments_left

LEAST_ALIKE = 0.6  # of the words of both: less is another wording
NEARER = 0.05  # by how much another wording has to be nearer than ours


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """A file by what a reader is to call it, and its bytes."""

    called: str
    data: bytes


def turn_between(
    sent: ComparedFile,
    back: ComparedFile,
    recorded: Revision,
    library: Library,
    approvals: Approvals,
) -> Turn:
    """What `back` changed against `sent`, both files of a recorded revision.

    Raises `Refused` for what is no safe Word file or another agreement.
    """
    both = side_by_side(sent.data, back.data, (sent.called, back.called))
    ours, theirs = _text_lines(both, recorded)
    terms = {id: one.term for id, one in library.clauses.definitions.items()}
    changes = difference(ours, theirs, terms).changes
    known = _Known(library, recorded, approvals)
    topics = tuple(_topics(changes, theirs, known))
    before, after = (read_package(one.data, one.called)[0] for one in (sent, back))
    within = {line.text[:_KNOWN_BY] for line in (*ours, *theirs)}
    outside = [one for one in words_apart(before, after) if not _stands_in(one, within)]
    return Turn(
        recorded.agreement,
        sent.called,
        back.called,
        topics,
        tuple(outside),
        tuple(_marks(after)),
        both.told,
    )


_KNOWN_BY = 30  # characters


def _stands_in(words: str, within: set[str]) -> bool:
    plain = " ".join(words.split())
    return any(start and start in plain for start in within)


def _marks(parts: Mapping[str, bytes]) -> Iterator[str]:
    for what, left in (("tracked changes", changes_left), ("comments", comments_left)):
        for author, number in left(parts).items():
            yield f"{number} {what} by {author}"


def _text_lines(both: BothFiles, recorded: Revision) -> tuple[list[TextLine], list[TextLine]]:
    blocks = {bookmark_name(one.block): one.block for one in recorded.blocks}

    def line(one: BlockText) -> TextLine:
        block = blocks.get(one.name, one.name)
        return TextLine(f"{block}.own{one.own}" if one.own else block, one.number, one.text)

    return [*map(line, both.sent)], [*map(line, both.back)]


@dataclass(frozen=True, slots=True)
class _Known:
    """What we know of the deal: its library, its answers, its approvals."""

    library: Library
    recorded: Revision
    approvals: Approvals

    @property
    def edition(self) -> str:
        """The edition that what we sent was worded in, for it was drafted in a house style."""
        return edition_in(words_used(self.recorded))

    def record(self, alternative: Alternative | None = None) -> dict[str, Any]:
        """The answers, with those that give another wording."""
        record = as_recorded(self.recorded, self.library)
        changes = alternative.change.changes if alternative and alternative.change else ()
        answers = {**record["answers"], **{one.question: one.answer for one in changes}}
        return {**record, "answers": answers}

    def texts(self, topic: str, alternative: Alternative | None = None) -> str:
        """What a topic would print; empty where those answers cannot be drafted."""
        try:
            draft = self.library.draft(self.record(alternative), edition=self.edition)
        except Refused:
            return ""
        blocks = block_texts(draft.numbered().document)
        return " ".join(one.text for one in blocks if _topic_of(one.block) == topic)

    def is_approved(self, wording: str) -> bool:
        """Whether a wording may go out on the day of the approvals."""
        topic, _, id = wording.partition("/")
        digest = self.library.clauses.topics[topic].variants[id].digest
        given = self.approvals.of(wording)
        return any(one.digest == digest and one.holds(self.approvals.today) for one in given)


def _topic_of(block: str) -> str:
    return TextLine(block, "", "").topic


def _topics(
    changes: Sequence[ChangedParagraph], theirs: Sequence[TextLine], known: _Known
) -> Iterator[ChangedTopic]:
    grouped: dict[str, list[ChangedParagraph]] = {}
    for change in changes:
        grouped.setdefault(_topic_of(change.block), []).append(change)
    decision = known.library.select(known.record()) if grouped else None
    for topic, some in grouped.items():
        if decision is None or topic not in decision.selection.chosen:
            yield ChangedTopic(topic, some[0].heading, "", "", tuple(some))
            continue
        said = " ".join(line.text for line in theirs if line.topic == topic)
        yield _changed(topic, tuple(some), said, decision, known)


def _changed(
    topic: str,
    changes: tuple[ChangedParagraph, ...],
    said: str,
    decision: Decision,
    known: _Known,
) -> ChangedTopic:
    explained = decision.explain(topic)
    others = tuple(one for one in explained.instead if _can_be_given(one))
    like = _nearest(topic, said, others, known)
    left = tuple(one for one in others if like is None or one is not like.wording)
    variant, position = explained.variant or "open", explained.position
    return ChangedTopic(topic, explained.heading, variant, position, changes, like, left)


def _can_be_given(one: Alternative) -> bool:
    """Whether other answers that no rule refuses give it, and the same parties."""
    change = one.change
    return (
        one.variant != LEFT_OUT
        and change is not None
        and not change.blocked
        and all(each.question != "parties" for each in change.changes)
    )


def _nearest(
    topic: str, said: str, others: Sequence[Alternative], known: _Known
) -> LikeOurs | None:
    """The wording of ours that theirs reads like, if it is nearer than the one we sent."""
    tried = [(reads_alike(said, known.texts(topic, one)), one) for one in others]
    share, best = max(tried, key=lambda each: each[0], default=(0.0, None))
    if best is None or share < max(LEAST_ALIKE, reads_alike(said, known.texts(topic)) + NEARER):
        return None
    return LikeOurs(best, share, known.is_approved(f"{topic}/{best.variant}"))
