"""Legal forms by the kind of body that has them and the law that knows them.

Only forms that are plain are known here; of every other one nothing is said. A form is no proof:
registers have exceptions, so what is odd is told and never refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_COMPANY, _FIRM = ("company",), ("partnership",)
_ANY_BODY = ("company", "charity", "university", "public-body")
_OWN = ("company", "charity", "university", "public-body", "partnership")


class LegalForm(NamedTuple):
    """The kinds of body that have a form, and the countries whose law knows it (none: many)."""

    kinds: Sequence[str]
    countries: Sequence[str] = ()


_FORMS: Mapping[str, LegalForm] = {
    "plc": LegalForm(_COMPANY),
    "public limited company": LegalForm(_COMPANY),
    "company limited by shares": LegalForm(_COMPANY),
    "ltd": LegalForm(_ANY_BODY),
    "limited": LegalForm(_ANY_BODY),
    "private limited company": LegalForm(_ANY_BODY),
    "inc": LegalForm(_ANY_BODY, ("US", "CA", "PH", "PR")),
    "incorporated": LegalForm(_ANY_BODY, ("US", "CA", "PH", "PR", "AU")),
    "corp": LegalForm(_ANY_BODY, ("US", "CA", "PH", "PR", "TW", "JP", "KR", "PA")),
    "llc": LegalForm(_OWN, ("US", "PR", "AE", "QA", "OM", "SA", "RU", "UA", "KZ", "GE", "AM", "EG",
                            "JP", "PH", "MN", "UZ", "IL", "VN")),
    "llp": LegalForm(_FIRM, ("GB", "US", "CA", "IN", "SG", "JP", "KE", "MY", "JE", "GG", "KZ",
                             "QA", "AE", "IE", "ZA", "NG")),
    "gmbh": LegalForm(_ANY_BODY, ("DE", "AT", "CH", "LI")),
    "ggmbh": LegalForm(("charity", "university", "public-body"), ("DE", "AT")),
    "ag": LegalForm(_COMPANY, ("DE", "AT", "CH", "LI", "LU")),
    "ug": LegalForm(_ANY_BODY, ("DE",)),
    "kg": LegalForm(_FIRM, ("DE", "AT", "IT")),
    "ohg": LegalForm(_FIRM, ("DE", "IT")),
    "kgaa": LegalForm(_COMPANY, ("DE",)),
    "e.v": LegalForm(("charity", "university", "public-body"), ("DE",)),
    "se": LegalForm(_COMPANY),
    "sas": LegalForm(_COMPANY),
    "sarl": LegalForm(_COMPANY),
    "spa": LegalForm(_COMPANY, ("IT", "CL", "DZ")),
    "s.p.a": LegalForm(_COMPANY, ("IT", "CL", "DZ")),
    "srl": LegalForm(_COMPANY),
    "s.r.l": LegalForm(_COMPANY),
    "bv": LegalForm(_COMPANY, ("NL", "BE", "CW", "SR", "AW", "SX", "BQ")),
    "b.v": LegalForm(_COMPANY, ("NL", "BE", "CW", "SR", "AW", "SX", "BQ")),
    "nv": LegalForm(_COMPANY, ("NL", "BE", "CW", "SR", "AW", "SX", "BQ")),
    "n.v": LegalForm(_COMPANY, ("NL", "BE", "CW", "SR", "AW", "SX", "BQ")),
    "ab": LegalForm(_COMPANY, ("SE", "FI", "AX")),
    "aps": LegalForm(_COMPANY, ("DK", "GL", "FO")),
    "oy": LegalForm(_COMPANY, ("FI", "AX")),
    "k.k": LegalForm(_COMPANY, ("JP",)),
    "kk": LegalForm(_COMPANY, ("JP",)),
}  # fmt: skip
_BODIES = {"public-body": "public body"}


def odd_form(text: str, kind: str, countries: Sequence[str], law: Sequence[str] = ()) -> str:
    """What is odd about the legal form in a name, or nothing: it follows the name in a sentence.

    `countries` are those in which the body is established, `law` those whose law it names.

    >>> odd_form("Hafen GmbH", "individual", ["DE"])
    'has the form of another kind of body: `GmbH`, and is answered as an individual'
    >>> odd_form("Hafen GmbH", "company", ["GB"]), odd_form("Hafen GmbH", "company", ["DE"])
    ('has a form that the law of GB does not know: `GmbH`', '')
    """
    for words, form in _forms_in(text):
        if kind not in form.kinds:
            body = _BODIES.get(kind, kind)
            article = "an" if body[0] in "aei" else "a"
            says = f"has the form of another kind of body: `{words}`, and is answered as"
            return f"{says} {article} {body}"
        bases = [one.partition("-")[0] for one in (*countries, *law)]
        if form.countries and bases and not set(bases) & set(form.countries):
            known = " or ".join(dict.fromkeys(bases))
            return f"has a form that the law of {known} does not know: `{words}`"
    return ""


def _forms_in(text: str) -> Iterator[tuple[str, LegalForm]]:
    """The form at the end of a name, or the one that a text names whole."""
    words = re.sub(r"\s*\([^)]*\)\s*$", "", text).replace(",", " ").split()
    for count in (4, 3, 2, 1):
        last = " ".join(words[-count:]) if len(words) >= count else ""
        if form := _FORMS.get(last.casefold().strip(".")):
            yield last, form
            return
