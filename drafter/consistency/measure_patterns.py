"""How a text says a range, a share or a part of a whole, by `measures:` in `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from drafter.library.model import MEASURES, ClauseLibrary
from drafter.worked_out import once_for_each

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CODE = r"[A-Z]{3}\s?|[£$€]"
_THING = r"\s?[°µ]?[^\W\d_]+(?![\w-])"
_DASH = r"\s?[–—-]\s?"
_YEAR = r"(?:19|20)\d\d"


class Patterns(NamedTuple):
    """What finds measures, and the words that say how one is meant."""

    between: re.Pattern[str]
    to: re.Pattern[str]
    years: re.Pattern[str]
    to_a_day: re.Pattern[str]
    joins: re.Pattern[str]
    between_ends: re.Pattern[str]
    measure: re.Pattern[str]
    share: re.Pattern[str]
    part: re.Pattern[str]
    falling_from: re.Pattern[str]
    counted: re.Pattern[str]
    falls: re.Pattern[str]
    may_be_passed: re.Pattern[str]
    packs: re.Pattern[str]


@once_for_each
def patterns(library: ClauseLibrary) -> Patterns:
    """The patterns of a library, by its words."""
    words = library.words.measures
    said = {name: any_of(words.get(name, ())) for name in MEASURES}
    percent = rf"\s?(?:%|(?<=\s){said['percent']})"
    times = any_of(one + many for one in words.get("times", ()) for many in ("", "s"))
    measure = rf"{percent}|\s(?:{said['kinds of days']}\s)?{times}"
    to, until = rf"{_DASH}|\s{said['to']}\s", rf"{_DASH}|\s(?:{said['to']}|{said['until']})\s"
    between, joins = rf"\b(?i:{said['between']})\s", rf"\s{said['and']}\s"
    share_of = rf"(?:$|(?=(?P<of>\s{said['of']}(?:\s[\w’'-]+){{1,4}})))"
    return Patterns(
        between=re.compile(between + _range(joins, measure)),
        to=re.compile(_range(to, measure)),
        years=re.compile(rf"(?<![\w./–—-])({_YEAR})(?:{until})({_YEAR})\b(?![./–—-])"),
        between_ends=re.compile(rf"{between}$"),
        joins=re.compile(joins),
        to_a_day=re.compile(until),
        measure=re.compile(measure),
        share=re.compile(rf"(?<![\w.,])(?P<share>{_NUMBER})(?:{percent}){share_of}"),
        part=re.compile(_part(said["of"], said["out of"])),
        falling_from=re.compile(rf"(?i:{said['from']})\s(?:[^\W\d_]+\s)?$"),
        counted=re.compile(rf"(?i:{said['counted']})\s$"),
        falls=re.compile(rf"(?i:{said['falls']})"),
        may_be_passed=re.compile(rf"(?i:{said['may be passed']})"),
        packs=re.compile(rf"(?i:{said['packs']})"),
    )


def any_of(words: Iterable[str]) -> str:
    """What finds one of the words, whole; those with `…` behind them begin a word."""
    each = (re.escape(one.removesuffix("…")) + ("" if one.endswith("…") else r"(?!\w)")
            for one in words if one.strip("…"))  # fmt: skip
    return rf"\b(?:{'|'.join(each) or '(?!)'})"


def _range(join: str, measure: str) -> str:
    first = rf"(?P<code>{_CODE})?(?P<first>{_NUMBER})(?P<unit>{measure}|{_THING})?"
    last = rf"(?P<same>{_CODE})?(?P<last>{_NUMBER})(?P<of>{measure}|{_THING})?"
    return rf"(?<![\w.,:/–—-]){first}(?P<join>{join}){last}(?![\d.,:/]*\d)"


def _part(of: str, out_of: str) -> str:
    things = r"(?P<things>(?:[^\W\d_][\w’'-]*\s){0,3}?)"
    whole = r"(?P<whole>\d{1,6})\b(?![.,]?\d)(?P<unit>\s?[%°µ\w]+)?"
    return rf"(?<![\w.,/-])(?P<part>\d{{1,6}})\s{things}(?:(?P<out>{out_of})|{of})\s{whole}"
