"""Registration numbers by the form that their register gives them.

Only forms that are public and plain are known here; of every other number nothing is said. A form
is no proof: a number that has it may still be another's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_LEI = re.compile(r"(?:LEI\W*)?([A-Z0-9]{18}[0-9]{2})")
_NAMED_LEI = re.compile(r"LEI\b\W*(.*)")
_COURT = r"(?:.*\b)?(?:HRA|HRB|GNR|PR|VR|GSR) ?[0-9]{1,6}(?: ?[A-Z]{1,3})?\b(?:.*)?"
_COMPANIES_HOUSE = r"[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7}"
_PARTNERSHIPS = r"[A-Z]{2}[0-9]{6}"
_CHARITIES = r"[0-9]{6,7}(-[0-9]{1,2})?|SC[0-9]{6}|NIC[0-9]{6}"


def odd_number(number: str, countries: Sequence[str], body: str = "", law: str = "") -> str:
    """What is odd about a number, or nothing: it follows the number in a sentence.

    >>> odd_number("8123456", ["GB"], "company")
    'has not the form of a company number of the United Kingdom: eight characters, as in 01234567'
    >>> odd_number("08123456", ["GB"], "company"), odd_number("B-77", ["JP"], "company")
    ('', '')
    """
    words = " ".join(number.upper().split())
    if re.fullmatch(r"(\d)\1{4,}", re.sub(r"\W", "", words)):
        return "is one figure over and over"
    if named := _NAMED_LEI.fullmatch(words) or _LEI.fullmatch(words.replace(" ", "")):
        return _lei(re.sub(r"\W", "", named[1]))
    if len(countries) != 1:
        return ""
    country = countries[0].partition("-")[0]
    if body == "individual" and country != "GB":
        return ""
    if "delaware" in law.casefold():
        return _delaware(words)
    return _BY_COUNTRY.get(country, _unknown)(words, body)


def _unknown(words: str, body: str) -> str:
    return ""


def _lei(code: str) -> str:
    """ISO 17442: 18 letters and figures, and two check figures (ISO 7064, mod 97-10)."""
    if re.fullmatch("[A-Z0-9]{18}[0-9]{2}", code) is None:
        return "has not the form of an LEI: 20 letters and figures"
    figures = "".join(str(int(one, 36)) for one in code)
    return "" if int(figures) % 97 == 1 else "has wrong check figures for an LEI"


_BRITISH = {
    "company": (_COMPANIES_HOUSE,
                "company number of the United Kingdom: eight characters, as in 01234567"),
    "partnership": (_PARTNERSHIPS, "partnership number of the United Kingdom: two letters and six "
                    "figures, as in OC301234"),
    "charity": (f"{_COMPANIES_HOUSE}|{_CHARITIES}",
                "charity or company number of the United Kingdom"),
}  # fmt: skip
"""What numbers of a British body look like, and how such a number is called."""


def _delaware(words: str) -> str:
    """A file number; an employer's number of the United States may stand in its place."""
    if re.fullmatch(r"(\D* )?([0-9]{4,7}|[0-9]{2}-[0-9]{7})", words):
        return ""
    return "has not the form of a Delaware file number: at most seven figures"


def _britain(words: str, body: str) -> str:
    plain = re.sub(r"^(COMPANY )?(NO|NUMBER)\b[.:]? ?", "", words).replace(" ", "")
    if body == "individual":
        return "has the form of a company number" if re.fullmatch(_COMPANIES_HOUSE, plain) else ""
    form, name = _BRITISH.get(body, (".*", ""))
    if re.fullmatch(form, plain):
        return ""
    if re.fullmatch("GB(\\d{9}|\\d{12})", plain):
        return "looks like a VAT number, not a company number"
    return f"has not the form of a {name}"


def _france(words: str, body: str) -> str:
    """SIREN of nine figures, alone or before `RCS` and a town, or within a SIRET of 14."""
    if vat := re.fullmatch(r"FR ?([0-9]{2}) ?([0-9 ]{9,11})", words):
        siren = vat[2].replace(" ", "")
        right = len(siren) == 9 and int(vat[1]) == (12 + 3 * (int(siren) % 97)) % 97
        return "looks like a VAT number" + ("" if right else " with wrong check figures")
    match = re.fullmatch(r"(?:RCS|SIREN|SIRET)?[ A-Z'’-]*?([0-9][0-9 ]*)(?:\b.*)?", words)
    figures = match[1].replace(" ", "") if match else ""
    if len(figures) not in (9, 14):
        return "has not the form of a French number: SIREN of nine figures, or SIRET of 14"
    right = _luhn(figures[:9])
    return "" if right else "has a wrong check figure for a French SIREN"


def _germany(words: str, body: str) -> str:
    if body == "partnership" and "HRB" in words:
        return "is a number of the part of a German register that is for companies"
    if body not in ("company", "partnership") or re.fullmatch(_COURT, words):
        return ""
    says = "looks like a VAT number, not one of" if re.fullmatch("DE ?[0-9]{9}", words) else ""
    return f"{says or 'has not the form of'} a German register: HRA or HRB and at most six figures"


def _of_figures(count: int, name: str, right: Callable[[str], bool]) -> Callable[[str, str], str]:
    """A number of so many figures, the letters and marks around them apart."""

    def odd(words: str, body: str) -> str:
        figures = re.sub(r"[^0-9]", "", words)
        if len(figures) != count:
            return f"has not the form of {name}: {count} figures"
        return "" if right(figures) else f"has a wrong check figure for {name}"

    return odd


def _luhn(figures: str) -> bool:
    digits = [int(one) * (1 + place % 2) for place, one in enumerate(reversed(figures))]
    return sum(one - 9 if one > 9 else one for one in digits) % 10 == 0


def _weighed(*weights: int) -> Callable[[str], bool]:
    """Whether the figures, each by its weight and the last by one, come to a multiple of 11."""

    def right(figures: str) -> bool:
        return sum(int(one) * by for one, by in zip(figures, weights, strict=True)) % 11 == 0

    return right


def _belgian(figures: str) -> bool:
    return 97 - int(figures[:8]) % 97 == int(figures[8:])


_BY_COUNTRY: Mapping[str, Callable[[str, str], str]] = {
    "GB": _britain,
    "FR": _france,
    "DE": _germany,
    "BE": _of_figures(10, "a Belgian enterprise number", _belgian),
    "CH": _of_figures(9, "a Swiss UID", _weighed(5, 4, 3, 2, 7, 6, 5, 4, 1)),
    "DK": _of_figures(8, "a Danish CVR number", _weighed(2, 7, 6, 5, 4, 3, 2, 1)),
    "NO": _of_figures(9, "a Norwegian organisation number", _weighed(3, 2, 7, 6, 5, 4, 3, 2, 1)),
    "SE": _of_figures(10, "a Swedish organisation number", _luhn),
}
