"""An approval is for words: it stays where these stay, whatever they are called and whatever is
noted beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.library.model import ClauseLibrary, Variant
from drafter.matters.content import content_digest
from drafter.matters.upgrading.moved_files import Renamed
from drafter.workspace.approvals import Approval


def given_again(
    given: Iterable[Approval], before: ClauseLibrary, after: ClauseLibrary
) -> Iterator[Approval]:
    """The approvals of a library that hold for the words of the next one too, written for it."""
    given = tuple(given)
    old, new = before.wordings, after.wordings
    known = {(one.wording, one.digest) for one in given}
    for one in given:
        name = _name_now(one.wording, after.renamed)
        was, now = old.get(one.wording), new.get(name)
        if was is None or now is None or one.digest != was.digest:
            continue
        if _printed(was) == _printed(now) and (name, now.digest) not in known:
            yield one._replace(wording=name, digest=now.digest)


def _name_now(wording: str, renamed: Renamed) -> str:
    topic, _, id = wording.partition("/")
    now = renamed.get("topics", {}).get(topic, topic)
    variants = renamed.get("variants", {})
    return f"{now}/{variants.get(f'{now}/{id}') or variants.get(wording, id)}"


def _printed(variant: Variant) -> str:
    front = variant.front
    return content_digest((variant.text, front.survives, front.surviving_labels))
