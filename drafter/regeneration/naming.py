"""Names of files made from answers: safe on every system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters
LONGEST_BYTES = 180  # in UTF-8; a name of 255 bytes must hold endings too
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_NAMELESS = "agreement"


def safe_name(words: str) -> str:
    """Words as the stem of a file name: letters and digits of any script, and hyphens.

    >>> safe_name("../Größe & Co: S.A.")
    'größe-co-s-a'
    >>> safe_name("con"), safe_name("..")
    ('agreement-con', 'agreement')
    """
    known = unicodedata.normalize("NFKC", words).lower()
    kept = "".join(sign if sign.isalnum() else "-" for sign in known)
    name = re.sub(r"-{2,}", "-", kept)[:LONGEST]
    name = name.encode()[:LONGEST_BYTES].decode(errors="ignore").strip("-")
    if not name or _RESERVED.fullmatch(name):
        return f"{_NAMELESS}-{name}".strip("-")
    return name
