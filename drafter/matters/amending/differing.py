"""What differs between a signed agreement and a fresh draft in its numbers, as changes.

What counsel worded by hand is never restated over his words: it is told, with what the library
would say now.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.model import Agreement, Role
from drafter.agreement.restated import Change, ChangeDone, ChangePlace
from drafter.data_classes import dataclass, field
from drafter.diagnostics import WARNING, Diagnostic
from drafter.matters.amending.passages import (
    DEFINITION,
    FreshSection,
    Passages,
    fresh_sections,
    passages,
    term_of,
)
from drafter.matters.amending.signed import SignedLine, SignedText

_SHOWN = 120  # characters of words that are told


@dataclass(slots=True)
class Differing:
    """The changes in reading order, the whole text after them, what must be amended by hand, and
    the topics and definitions whose words come in."""

    changes: list[Change] = field(default_factory=list)
    lines: list[SignedLine] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)


def differing(signed: SignedText, document: Agreement, closing: tuple[str, ...]) -> Differing:
    """What a fresh draft in the numbers of a signed agreement changes in it. `closing`: the
    sections by which it is signed, which nobody amends."""
    return _Comparison(signed, document, closing).found()


class _Comparison:
    def __init__(self, signed: SignedText, document: Agreement, closing: tuple[str, ...]) -> None:
        self.old, self.closing = signed.sections(), closing
        self.fresh = {one.topic: one for one in fresh_sections(document, closing)}
        self.named = document.scheme.named
        self.made = Differing()
        self.last: ChangePlace | None = None

    def found(self) -> Differing:
        for topic in self._order():
            fresh, old = self.fresh.get(topic), self.old.get(topic, ())
            if topic in self.closing or (fresh is None and not old[0].words):
                self.made.lines += old  # how it was signed; a number that stays vacant
            elif fresh is None:
                self._removed(old)
            elif not old or not old[0].words:
                self._inserted(fresh, old)
            else:
                self._both(fresh, old)
        return self.made

    def _order(self) -> list[str]:
        """Every section once: as signed, and what is new behind what it follows in the draft."""
        order = list(self.old)
        at = -1
        for topic in self.fresh:
            if topic in self.old:
                at = order.index(topic)
            else:
                at += 1
                order.insert(at, topic)
        return order

    # --- a section ---

    def _both(self, fresh: FreshSection, old: tuple[SignedLine, ...]) -> None:
        self._remember(fresh)
        before, after = passages(old), passages(fresh.lines)
        differ = [key for key in after if not _same(before.get(key, ()), after[key])]
        if _same(old, fresh.lines):
            self.made.lines += old
        elif _as_a_whole(fresh, before, after, differ):
            self._replaced(fresh, old)
        else:
            became = self._definitions(fresh, before, after)
            for key in differ:
                if not key.startswith(DEFINITION):
                    number = key if before[key][0].opens else fresh.number
                    became[key] = self._passage(fresh, before[key], after[key], number)
            self.made.lines += _put_together(before, after, became)

    def _definitions(
        self, fresh: FreshSection, before: Passages, after: Passages
    ) -> dict[str, tuple[SignedLine, ...]]:
        """The definitions that change, each by itself: what stands of each afterwards."""
        became: dict[str, tuple[SignedLine, ...]] = {}
        for key in sorted({*before, *after}, key=str.casefold):
            old, new = before.get(key, ()), after.get(key, ())
            if key.startswith(DEFINITION) and not _same(old, new):
                became[key] = self._definition(fresh, key, old, new)
        return became

    def _definition(
        self,
        fresh: FreshSection,
        key: str,
        old: tuple[SignedLine, ...],
        new: tuple[SignedLine, ...],
    ) -> tuple[SignedLine, ...]:
        called = term_of(fresh, key) or old[0].words.split(" means ")[0]
        if self._is_by_hand(old, f"the definition of {called}", new):
            return old
        done = ChangeDone.REPLACED if old else ChangeDone.INSERTED
        done = done if new else ChangeDone.REMOVED
        self._add(Change(done, self.last, fresh.elements_of(new), called), new)
        return new

    def _passage(
        self,
        fresh: FreshSection,
        old: tuple[SignedLine, ...],
        new: tuple[SignedLine, ...],
        number: str,
    ) -> tuple[SignedLine, ...]:
        place = self._place(fresh, number)
        if self._is_by_hand(old, _called(place), new):
            return old
        self._add(Change(ChangeDone.REPLACED, place, fresh.elements_of(new)), new)
        return new

    def _replaced(self, fresh: FreshSection, old: tuple[SignedLine, ...]) -> None:
        place = self._place(fresh, fresh.number)
        if self._is_by_hand(old, _called(place), fresh.lines):
            self.made.lines += old
            return
        elements = fresh.elements if fresh.number else fresh.elements[1:]
        self._add(Change(ChangeDone.REPLACED, place, elements), fresh.lines)
        self.made.lines += fresh.lines

    def _inserted(self, fresh: FreshSection, old: tuple[SignedLine, ...]) -> None:
        if not fresh.number:
            says = f"the words under {fresh.heading} would come in without a number"
            self.made.told.append(_by_hand(says, fresh.lines))
            return
        self._add(Change(ChangeDone.INSERTED, self.last, fresh.elements), fresh.lines)
        self._remember(fresh)
        self.made.lines += [*old, *fresh.lines]

    def _removed(self, old: tuple[SignedLine, ...]) -> None:
        heading = old[0]
        place = ChangePlace(heading.label, heading.words, not heading.label[:1].isdigit())
        if not heading.label:
            says = f"the words under {heading.words} would go out"
            self.made.told.append(_by_hand(says, ()))
            self.made.lines += old
        elif self._is_by_hand(old, _called(place), ()):
            self.made.lines += old
        else:
            self._add(Change(ChangeDone.REMOVED, place), ())
            self.made.lines.append(heading._replace(words="", drafted=""))

    # --- how it is said ---

    def _remember(self, fresh: FreshSection) -> None:
        if fresh.number:
            self.last = self._place(fresh, fresh.number)

    def _place(self, fresh: FreshSection, number: str) -> ChangePlace:
        says_what = fresh.role is Role.SCHEDULE_HEADING or fresh.role in self.named
        return ChangePlace(number, fresh.heading, says_what)

    def _add(self, change: Change, lines: tuple[SignedLine, ...]) -> None:
        self.made.changes.append(change)
        for line in lines:
            first, *rest = line.block.split(".")
            self.made.touched.add(rest[0] if first == DEFINITION else first)

    def _is_by_hand(
        self, old: tuple[SignedLine, ...], called: str, new: tuple[SignedLine, ...]
    ) -> bool:
        if all(line.is_ours for line in old):
            return False
        says = f"{called} was worded by counsel, so the amendment leaves it as it is signed"
        self.made.told.append(_by_hand(says, new))
        return True


def _as_a_whole(fresh: FreshSection, before: Passages, after: Passages, differ: list[str]) -> bool:
    """Whether a section is restated whole: a schedule, or a clause whose heading, numbers or every
    passage becomes another."""
    numbered = [[key for key in one if not key.startswith(DEFINITION)] for one in (before, after)]
    own = [key for key in differ if not key.startswith(DEFINITION)]
    if fresh.role is not Role.CLAUSE_HEADING or numbered[0] != numbered[1] or "" in differ:
        return True
    return len(own) > 1 and len(own) == len(numbered[1]) - 1


def _put_together(before: Passages, after: Passages, became: Passages) -> Iterator[SignedLine]:
    """A section after its changes, passage by passage, in the order of the fresh draft."""
    kept = [key for key, lines in became.items() if lines and key not in after]
    for key in (*after, *kept):
        yield from became.get(key, before.get(key, ()))


def _same(old: tuple[SignedLine, ...], new: tuple[SignedLine, ...]) -> bool:
    """Whether two passages are worded and numbered alike by the library."""
    return [(one.label, one.drafted) for one in old] == [(one.label, one.words) for one in new]


def _called(place: ChangePlace) -> str:
    if not place.number:
        return f"the text under {place.heading}"
    noun = "" if place.says_what else "clause "
    return f"{noun}{place.number} ({place.heading})"


def _by_hand(says: str, new: tuple[SignedLine, ...]) -> Diagnostic:
    words = " / ".join(line.words for line in new)
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
    cure = "amend it by hand" + (f"; the library says now: {shown}" if words else "")
    return Diagnostic("amend-by-hand", says, None, cure, severity=WARNING)
