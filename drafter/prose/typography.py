"""Typed words made ready for print: quotes curled, figures kept with their unit of measure.

>>> set_words('He said "no" within 10 Business Days of Party A\\'s notice.')
'He said “no” within 10\\xa0Business Days of Party A’s notice.'
"""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
QUOTES = {"en": "“”‘’", "de": "„“‚‘"}
APOSTROPHE = "’"

_UNITS = (
    "business|working|calendar|consecutive|days?|weeks?|months?|years?|hours?|minutes?|seconds?"
    "|quarters?|percent|per cent|points?|units?|samples?|copies|items?|pages?|people|persons|times"
    "|euros?|dollars?|pounds?|[A-Z]{3}|%|[kKMG]B|[kcm]?m|kg|g|kW|kWh|W|V"
    "|Tage?n?|Kalendertage?n?|Werktage?n?|Arbeitstage?n?|Bankarbeitstage?n?|Wochen?|Monate?n?"
    "|Jahre?n?|Stunden?|Minuten?|Prozent|Stück|Muster|Personen"
)
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:Business|Working|Calendar|{_UNITS})(?!\w))")
_AFTER_CURRENCY = re.compile(r"\b([A-Z]{3}) (?=\d)")
_FIGURE = re.compile("[0-9]")
_QUOTE = re.compile(r"""["']""")
_SINGLE_OPENS = re.compile(r"(?:(?<=[ (\[])|^)'")
_OPENERS = " \u00a0([{-–—/“‘„‚\"'"


def set_words(text: str, follows: bool = False, language: str = "en") -> str:
    """Typed words for print. `follows`: something other than words stands right before them."""
    if '"' in text or "'" in text:
        text = _curled(text, follows, QUOTES.get(language, QUOTES["en"]))
    if _FIGURE.search(text):
        text = _BEFORE_UNIT.sub(NO_BREAK, text)
        text = _AFTER_CURRENCY.sub(rf"\1{NO_BREAK}", text)
    return text


def typed_words(text: str, follows: bool = False, language: str = "en") -> str:
    """The inverse: words as an author types them, wherever `set_words` would set them again."""
    typed = text.replace(NO_BREAK, " ")
    for curled in QUOTES.get(language, QUOTES["en"]) + APOSTROPHE:
        typed = typed.replace(curled, '"' if curled in "“”„" else "'")
    return typed if set_words(typed, follows, language) == text else text


def _curled(text: str, follows: bool, quotes: str) -> str:
    quotation = _SINGLE_OPENS.search(text)

    def curl(found: re.Match[str]) -> str:
        at = found.start()
        opens = text[at - 1] in _OPENERS if at else not follows
        if found.group() == '"':
            return quotes[0] if opens else quotes[1]
        if opens:
            return quotes[2]
        inside_word = text[at + 1 : at + 2].isalpha()
        return quotes[3] if quotation and at > quotation.start() and not inside_word else APOSTROPHE

    return _QUOTE.sub(curl, text)
