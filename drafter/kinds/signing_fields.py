"""Words that an e-signature service takes for a field: nobody but drafter may write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIELDS = re.compile(
    r"~~[a-z]+\d+~~"  # the anchors that drafter writes for Docusign
    r"|\{\{[^{}]*(?:_es_|:\s*(?:signer|sender|prefill|everyone))[^{}]*\}\}|\{\{\s*[!*#$]\w[^{}]*\}\}"
    r"|\[\s*(?:sig|initial|date|text|check|text-merge|checkbox-merge)\s*\|[^\]]*\]",
    re.IGNORECASE,
)


def signing_field_in(text: str) -> str:
    """The first field of a service in a text; empty where there is none.

    >>> signing_field_in("Signed {{Sig_es_:signer1:signature}}")
    '{{Sig_es_:signer1:signature}}'
    >>> signing_field_in("[sig|req|signer1]"), signing_field_in("[Name] of {{ title }}")
    ('[sig|req|signer1]', '')
    """
    found = _FIELDS.search(text)
    return found[0] if found else ""


def signing_fields_in(text: str) -> Iterator[tuple[int, int]]:
    """The places of all fields of a service in a text.

    >>> list(signing_fields_in("~~signature1~~ and ~~date1~~"))
    [(0, 14), (19, 28)]
    """
    return (found.span() for found in _FIELDS.finditer(text))
