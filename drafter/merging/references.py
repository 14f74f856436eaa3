"""References in the merged file: each shows the number that its target has when all is accepted.

A number that changes is replaced as a whole field, as Word does. One that was out of date before
the merge is counsel's, and is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from drafter.data_classes import dataclass
from drafter.merging.read import LEAVES
from drafter.ooxml.namespaces import W
from drafter.redline.line import field_length
from drafter.redline.marks import RevisionMarks
from drafter.redline.runs import as_deleted
from drafter.word.labels import Number

if TYPE_CHECKING:
    from lxml.etree import _Element

_REF = re.compile(r"\s*REF\s+(\S+)\s*(.*)", re.IGNORECASE)
_TEXT, _CODE, _MARK = f"{W}t", f"{W}instrText", f"{W}fldChar"


@dataclass(frozen=True, slots=True)
class FieldReference:
    """A reference as it stands: its runs, where it leads, with which switches, what it shows."""

    runs: tuple[_Element, ...]
    target: str
    switches: str
    shown: str

    def right(self, number: Number) -> str:
        """What Word would show, or what it shows where that is not known here."""
        if "\\n" in self.switches:
            return number.own or "0"
        return (number.full or "0") if "\\w" in self.switches else self.shown

    @property
    def inside(self) -> _Element | None:
        """The element that holds its runs."""
        return self.runs[0].getparent()


@dataclass(slots=True)
class Renumbered:
    """What became of the references: how many were brought up to date, how many were out of date
    before, and those that lead nowhere once the merge is accepted."""

    updated: int = 0
    stale: int = 0
    lost: tuple[FieldReference, ...] = ()


def renumber(
    body: _Element, before: Mapping[str, Number], after: Mapping[str, Number], marks: RevisionMarks
) -> Renumbered:
    """Bring references up to date; `before` and `after` are the numbers of what bookmarks name."""
    done = Renumbered()
    for one in list(references(body)):
        number = after.get(one.target)
        if number is None:
            done.lost += (one,)
            if _is_ours(one, marks):
                _unlink(one)
            continue
        right = one.right(number)
        if _spaced(right) == _spaced(one.shown):
            continue
        if _is_ours(one, marks):
            _show(one.runs, right)
        elif before.get(one.target) != number and _is_plain(one):
            _replace(one, right, marks)
            done.updated += 1
        else:
            done.stale += 1
    return done


def references(body: _Element) -> Iterator[FieldReference]:
    """The references that stand when every change is accepted, those of the contents apart."""
    for holder in {mark.getparent().getparent(): None for mark in body.iter(_MARK)}:  # type: ignore[union-attr]
        if holder is None or holder.tag in LEAVES or next(holder.iterancestors(*LEAVES), None):
            continue
        children = list(holder)
        for place in range(len(children)):
            length = field_length(children, place)
            runs = tuple(children[place : place + length])
            code = "".join(node.text or "" for run in runs for node in run.iter(_CODE))
            found = _REF.fullmatch(" ".join(code.split()))
            if found and sum(_kind(run) == "begin" for run in runs) == 1:
                shown = "".join(node.text or "" for run in runs for node in run.iter(_TEXT))
                yield FieldReference(runs, found[1], found[2].lower(), shown)


def _unlink(one: FieldReference) -> None:
    """Leave what a reference of ours shows as plain words: it has nowhere to lead."""
    for run in one.runs:
        if next(run.iter(_TEXT), None) is None and (inside := run.getparent()) is not None:
            inside.remove(run)


def _kind(run: _Element) -> str:
    mark = run.find(_MARK)
    return "" if mark is None else mark.get(f"{W}fldCharType", "")


def _is_ours(one: FieldReference, marks: RevisionMarks) -> bool:
    inside = one.inside
    return (
        inside is not None
        and inside.tag == f"{W}ins"
        and (inside.get(f"{W}author") == marks.author)
    )


def _is_plain(one: FieldReference) -> bool:
    return one.inside is not None and one.inside.tag in (f"{W}p", f"{W}hyperlink")


def _replace(one: FieldReference, right: str, marks: RevisionMarks) -> None:
    came, gone = marks.mark("ins"), marks.mark("del")
    came.extend(deepcopy(run) for run in one.runs)
    one.runs[-1].addnext(came)
    one.runs[0].addprevious(gone)
    gone.extend(as_deleted(run) for run in one.runs)
    _show(tuple(came), right)


def _show(runs: tuple[_Element, ...], text: str) -> None:
    shown = [node for run in runs for node in run.iter(_TEXT)]
    for node in shown:
        node.text = ""
    if shown:
        shown[0].text = text


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").strip()
