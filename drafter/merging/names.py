"""One name for one block in all three files.

A block's bookmark says where it stands: put a clause before it and the fresh draft calls it
otherwise. So the fresh draft is made to speak of each block by the name that went out, or its
references would lead to other clauses, with numbers that look right.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from drafter.merging.sides import Sides
from drafter.ooxml.bookmarks import LIMIT
from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = ((f"{W}bookmarkStart", f"{W}name"), (f"{W}hyperlink", f"{W}anchor"))


def speak_alike(sides: Sides) -> None:
    """Give the blocks of the fresh draft the names of the issued file, in every reference too; a
    new block whose name is another's by now gets one of its own."""
    taken = {name for each in sides.issued.blocks for name in each.names}
    taken |= {name for each in sides.marked.blocks for name in each.names}
    names: dict[str, str] = {}
    for each in sides.fresh.blocks:
        if each.name:
            known = sides.library.back.get(each) or sides.both.to.get(each)
            names[each.name] = (known.name if known else "") or _free(each.name, taken)
            taken.add(names[each.name])
    _renamed(sides.fresh.body, names)


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it.

    >>> _free("_cl_exit__1", {"_cl_exit__1"})
    '_cl_exit__1_n1'
    """
    numbered = (f"{name[: LIMIT - len(str(n)) - 2]}_n{n}" for n in count(1))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _renamed(body: _Element, names: Mapping[str, str]) -> None:
    for tag, attribute in _NAMED:
        for node in body.iter(tag):
            if (name := node.get(attribute)) is not None:
                node.set(attribute, names.get(name, name))
    for code in body.iter(f"{W}instrText"):
        code.text = " ".join(names.get(word, word) for word in (code.text or "").split(" "))
