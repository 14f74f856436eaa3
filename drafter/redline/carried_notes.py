"""Footnotes and endnotes of an old body in the new file: the same note, or one that is added. A
note that was reworded therefore goes and comes whole, with its number in the text."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import R, W
from drafter.redline.carried import bring_whole, linked, written_part

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID = f"{W}id"
_OF_A_FILE = re.compile(rb' (?:xmlns:\w+|w:rsid\w*|w14:\w+|w:id)="[^"]*"')


def carry_notes(old: dict[str, bytes], new: dict[str, bytes], body: _Element, kind: str) -> int:
    """Leads the references of the old body to notes of the new file; `kind` is `footnote` or
    `endnote`. How many notes came along."""
    part, home = linked(old, f"{kind}s"), linked(new, f"{kind}s")
    references = list(body.iter(f"{W}{kind}Reference"))
    if not references or part not in old:
        return 0
    if home not in new:
        home = bring_whole(old, new, f"{kind}s")
        return len(references)
    before, after = etree.fromstring(old[part]), etree.fromstring(new[home])
    texts = {note.get(_ID, ""): note for note in before.iterfind(f"{W}{kind}")}
    known = {_says(note): note.get(_ID, "") for note in reversed(after.findall(f"{W}{kind}"))}
    added = 0
    for reference in references:
        note = texts.get(reference.get(_ID, ""))
        if note is None:
            continue
        says = _says(note)
        if says not in known:
            known[says] = _add(note, after, kind)
            added += 1
        reference.set(_ID, known[says])
    if added:
        new[home] = written_part(after)
    return added


def _add(note: _Element, home: _Element, kind: str) -> str:
    copy = deepcopy(note)
    for element in copy.iter():
        for name in [each for each in element.attrib if str(each).startswith(R)]:
            element.attrib.pop(name)  # what a note leads to stays behind; its words do not
    ids = [int(one.get(_ID, "0")) for one in home.iterfind(f"{W}{kind}")]
    copy.set(_ID, str(max(ids, default=0) + 1))
    home.append(copy)
    return copy.get(_ID, "")


def _says(note: _Element) -> bytes:
    return _OF_A_FILE.sub(b"", etree.tostring(note, with_tail=False))
