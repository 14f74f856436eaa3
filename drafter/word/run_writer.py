"""The words of a paragraph as runs: words that look alike in one run, live references between."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from weakref import WeakKeyDictionary

from drafter.agreement.blanks import BlankTag, blank_tags
from drafter.agreement.model import Agreement, Blank, KeptRuns, Run, Said
from drafter.ooxml.controls import Control, control
from drafter.ooxml.runs import is_odd, lines_run, run
from drafter.word.house_style import HouseStyle
from drafter.word.references import labels_of, reference
from drafter.word.roles import ASSUMED, BLANK, DEFINED_TERM

WORDS, ANSWER, REFERENCE = Said.WORDS, Said.ANSWER, Said.REFERENCE
_MOST = 20_000  # lines remembered for a house style; then it begins anew
Written = dict[int, tuple[KeptRuns, str]]  # by identity, which the runs kept beside it hold
_OF_STYLES: WeakKeyDictionary[HouseStyle, Written] = WeakKeyDictionary()


def _written(house: HouseStyle) -> Written:
    """How lines that read the same in every agreement are written in a house style, so far."""
    known = _OF_STYLES.setdefault(house, {})
    if len(known) > _MOST:
        known = _OF_STYLES[house] = {}
    return known


class RunWriter:
    """Writes the runs of one agreement; controls are counted through it."""

    def __init__(self, agreement: Agreement, house: HouseStyle) -> None:
        self._numbers = agreement.numbers
        self._labels = labels_of(agreement.elements, agreement.scheme)
        self._fillable = agreement.purpose != "signature"
        self._is_draft = agreement.purpose == "draft"
        self._language = agreement.language
        self._blank_style = house.styles[BLANK]
        self._term_style = house.styles[DEFINED_TERM]
        self._assumed_style = house.styles[ASSUMED] if self._is_draft else ""
        self._written = _written(house)
        self._controls = (number for number in count(1) if number not in house.taken)
        self.marks_assumed = False  # whether a word was written in that style
        self._tags = blank_tags(agreement) if self._fillable else {}

    @property
    def shared(self) -> tuple[Control, ...]:
        """The controls that show the same words in several places."""
        each = (self._control(text, tag) for (_, text), tag in self._tags.items())
        return tuple(one for one in each if one.shared)

    def xml(self, runs: Iterable[Run]) -> str:
        """Runs in order; library words and plain answers that touch become one run."""
        if not isinstance(runs, KeptRuns):
            return self._joined(runs)
        known = self._written.get(id(runs))
        if known is None:
            known = self._written[id(runs)] = runs, self._joined(runs)
        return known[1]

    def _joined(self, runs: Iterable[Run]) -> str:
        xml = plain = ""
        for each in runs:
            text, said, _, doubt, assumed = each
            if (said is WORDS or (said is ANSWER and not is_odd(text))) and not doubt | assumed:
                plain += text
                continue
            if plain:
                xml, plain = xml + run(plain), ""
            xml += self._special(each)
        return xml + run(plain) if plain else xml

    def _special(self, each: Run) -> str:
        style = self._blank_style if each.doubt else self._assumed_style if each.assumed else ""
        self.marks_assumed |= bool(self._assumed_style) and each.assumed
        if each.said is REFERENCE:
            return reference(each, self._numbers, self._labels, style)
        if each.said is Said.BLANK:
            return self._blank(each)
        if each.said is Said.TERM:
            looks = style if each.doubt else self._term_style
            return lines_run(each.text, looks, self._language)
        return lines_run(each.text, style, self._language)

    def _blank(self, each: Run) -> str:
        if not self._fillable:
            return lines_run(each.text, self._blank_style, self._language)
        known = self._tags[each.about, each.text]
        return control(self._control(each.text, known), self._blank_style, next(self._controls))

    def _control(self, prompt: str, known: BlankTag) -> Control:
        """What leaves the house has no list of our options, and shares nothing."""
        answer, is_draft = known.answer or Blank(prompt), self._is_draft
        takes = answer.kind if is_draft or answer.kind != "choice" else "words"
        options = answer.options if is_draft else ()
        shared = is_draft and known.answer is not None and known.places > 1
        form, language = answer.form, self._language
        return Control(prompt, known.tag, takes, options, form, language, shared)
