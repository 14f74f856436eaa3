"""Hidden bookmarks: the name by which a block is found again, in any file that Word has saved.

Word allows letters, digits and `_`, 40 signs, and does not tell `A` from `a`; a name that begins
with `_` stays out of its dialogs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

PREFIX = "_cl_"
LIMIT = 40
_PLAIN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


@lru_cache(maxsize=65536)
def bookmark_name(block: str) -> str:
    """The bookmark of a block, the same in every file and different for every block.

    >>> bookmark_name("grants.2.grant-a")
    '_cl_grants__2__grant_a'
    >>> bookmark_name("an-id-that-is-much-too-long-for-a-bookmark-of-word.3")
    '_cl_an_id_that_is_much_too_long_aa361968'
    """
    words = block.replace(".", "__").replace("-", "_")
    if _PLAIN.fullmatch(block) and len(words) <= LIMIT - len(PREFIX):
        return PREFIX + words
    digest = sha256(block.encode()).hexdigest()[:8]
    kept = re.sub(r"[^a-z0-9]+", "_", block.lower())[: LIMIT - len(PREFIX) - 9].strip("_")
    return f"{PREFIX}{kept}_{digest}"


def bookmarked(name: str, number: int, inside: str) -> str:
    """Runs with a bookmark round them; `number` is unique among the bookmarks of the file."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
