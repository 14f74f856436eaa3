"""What becomes of each file: base, own and starter held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.matters.merged_texts import TextClash, merged
from drafter.matters.upgrading.model import MINE, Fate, FileFate
from drafter.matters.upgrading.moved_files import Renamed, Texts, moved_files

_GONE = "(the file is not there)\n"


def file_fates(
    base: Texts, mine: Texts, theirs: Texts, renamed: Renamed, sides: Mapping[str, str]
) -> Iterator[FileFate]:
    """Every file that is here or in the starter, by the name that it will have.

    `sides` says for a file that clashes whose text stands. Raises `Refused` for one that does not.
    """
    moved = moved_files(base, mine, theirs, renamed)
    before, own = _moved(base, moved), _moved(mine, moved)
    was = {new: old for old, new in moved.items() if old in mine}
    clashing = set()
    for path in sorted({*before, *own, *theirs}):
        one = _fate(path, before.get(path), own.get(path), theirs.get(path))
        if one is None:
            continue
        if one.fate is Fate.CLASH:
            clashing.add(path)
            if path in sides:
                one = _chosen(path, own.get(path), theirs.get(path), sides[path])
        yield _under_its_new_name(one, was.get(path, ""))
    if unknown := sides.keys() - clashing:
        raise Refused(_no_clash(path, clashing) for path in sorted(unknown))


def _moved(texts: Texts, moved: Mapping[str, str]) -> Texts:
    return {moved.get(path, path): text for path, text in texts.items()}


def _fate(path: str, base: str | None, mine: str | None, theirs: str | None) -> FileFate | None:
    if mine == theirs:
        return None if mine is None else FileFate(path, Fate.SAME, mine)
    if base == theirs:
        return FileFate(path, Fate.KEPT, mine)
    if base == mine:
        fate = Fate.ADDED if mine is None else Fate.REMOVED if theirs is None else Fate.TAKEN
        return FileFate(path, fate, theirs)
    if mine is None or theirs is None:
        return FileFate(path, Fate.CLASH, mine, (TextClash(mine or _GONE, theirs or _GONE),))
    both = merged(base or "", mine, theirs)
    fate = Fate.CLASH if both.clashes else Fate.MERGED
    return FileFate(path, fate, both.text, both.clashes)


def _under_its_new_name(one: FileFate, was: str) -> FileFate:
    fate = Fate.MOVED if was and one.fate is Fate.SAME else one.fate
    return one._replace(fate=fate, was=was)


def _chosen(path: str, mine: str | None, theirs: str | None, side: str) -> FileFate:
    if side == MINE:
        return FileFate(path, Fate.KEPT, mine)
    return FileFate(path, Fate.REMOVED if theirs is None else Fate.TAKEN, theirs)


def _no_clash(path: str, clashing: set[str]) -> Diagnostic:
    says = f"{quoted(path)} is no file that both changed at one place"
    cure = did_you_mean(path, clashing) or "leave the option away: nothing must be decided for it"
    return Diagnostic("no-clash", says, None, cure)
