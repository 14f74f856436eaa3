"""L30, L31, L36, L43, L44, L48: typed references, stuck letters, spelling and leftovers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.rules.of_style.model import E, Hit, Lint, Page, words

_STATUTE = re.compile(r"_{3,}|\b(Act|Code|Regulation|Directive|BGB|HGB|U\.?S\.?C|GDPR|CFR|law)\b")
_ACRONYMS = frozenset("HTTPS ASCII ISBN UNCITRAL EFTPOS GDPR CMYK JAMS TRIPS NASDAQ".split())
_AMERICAN = (
    r"(organi|recogni|reali|minimi|maximi|authori|summari|customi|utili|speciali|standardi|"
    r"commerciali|harmoni|finali|prioriti)z(e[sd]?|ing|ation|ations)\b|"
    r"\b(col|fav|hon|lab|behavi|endeav|neighb)or(s|ed|ing|able|al)?\b|\bcent(er|ers|ered)\b|"
    r"\b(a|an|the|this|that|each|any|no|exclusive|sole|such) license\b|\bdefense\b|\bfulfill\b|"
    r"\bcanceled\b|\blabeled\b|\bcatalog\b"
)
_BRITISH = (
    r"(?:un|re|de)?(organi|recogni|reali|minimi|maximi|authori|summari|customi|utili|speciali|standardi|"
    r"commerciali|harmoni|finali|prioriti)s(e[sd]?|ing|ation|ations)\b|"
    r"\b(col|fav|hon|lab|behavi|endeav|neighb)our(s|ed|ing|able|al)?\b|\bcent(re|res|red)\b|"
    r"(sub)?licences?\b|(de|of)fences?\b|programmes?\b|fulfil\b|cancelled\b|labelled\b|"
    r"analyse[ds]?\b|catalogues?\b|judgements?\b|learnt\b|trade marks?\b|endeavours?\b"
)
_VERB = r"\b(to|must|may|not|must not|and|or) licence\b|\blicenc(ed|ing)\b"
_FOR_THE_BRITISH = words(rf"\b(?:{_AMERICAN})|{_VERB}")
FOR_AMERICANS = words(rf"\b(?:{_BRITISH})")


def _statute_near(page: Page, hit: Hit) -> bool:
    """A section of a statute: its name stands within six words, or in the same variant."""
    before = " ".join(hit.line.masked[: hit.start].split()[-6:])
    after = " ".join(hit.line.masked[hit.end :].split()[:6])
    named = "section" in hit.line.masked[hit.start : hit.end].lower() and "___" in page.masked
    return named or bool(_STATUTE.search(before) or _STATUTE.search(after))


def _acronym(page: Page, hit: Hit) -> bool:
    found = hit.line.typed[hit.start : hit.end]
    return found in _ACRONYMS or "_" in hit.line.masked[hit.start : hit.end]


def _spelling(page: Page) -> Iterator[Hit]:
    """The other edition's spelling: British words in an American library, and the reverse."""
    pattern = FOR_AMERICANS if page.lexicon.american else _FOR_THE_BRITISH
    yield from pattern.hits(page)


def _measured(page: Page, hit: Hit) -> bool:
    return bool(re.match(r" (\{|\d)", hit.line.typed[hit.end :]))


LINTS = (
    Lint(
        "L30", E, "`{found}` is a typed reference", "write `[@topic]` or `[@topic.label]`",
        (words(r"\b(clause|section|article|paragraph|schedule|exhibit|annex)s? \d[\w().]*",
               unless=_statute_near),),
        fires=("It must pay under clause 4.", "Schedule 2 lists the marks."),
        passes=("It must pay under [@payment].", "Section 44 of the Companies Act 2006 applies."),
    ),
    Lint(
        "L31", E, "`{found}` points by place, and places move", "write `[@topic]` or `[@.label]`",
        (words(r"\b(set out|stated|listed|described|mentioned|defined) (above|below)\b|"
               r"\bthe (above|below)\b|\b(preceding|following) clauses?\b", unless=_measured),),
        fires=("The duties stated above continue.", "The following clauses continue."),
        passes=("The duties in [@exit] continue.", "A unit cost above {cost_ceiling} stops it."),
    ),
    Lint(
        "L36", E, "`{found}` bends a blank or a noun that may be one or many",
        "turn the sentence: `the consent of {licensor}`; write the plural",
        (words(r"\}(['’]s?|s\b|\(s\))|\w\(s\)", typed=True),),
        fires=("{licensor}'s consent is needed.", "Each Product(s) needs a test."),
        passes=("The consent of {licensor} is needed.", "Each Product needs a test."),
    ),
    Lint(
        "L43", E, "`{found}` is spaced or shouted", "one space between words, none before a stop; "
        "capitals for acronyms only",
        (words(r"\S  +\S| [,;:.)](?!\.)|\b[A-Z]{5,}\b", unless=_acronym, typed=True,
               exact_case=True),),
        fires=("Each Party  must pay.", "It must NEVER pay."),
        passes=("Each Party must pay by {due_date}.", "The GDPR applies."),
        approximate="the no-break space between a figure and its unit is set when the text is read",
    ),
    Lint(
        "L44", E, "`{found}` is the spelling of another edition", "use one edition throughout",
        search=_spelling,
        fires=("The organization must pay.", "{licensor} may licence the marks."),
        passes=("The organisation must pay.",
                "{licensor} may license the marks under the licence."),
        approximate="closed lists; a library is American when a precedent says `language: en-US`",
    ),
    Lint(
        "L48", E, "`{found}` was left over", "write what is meant, or use a blank",
        (words(r"\[(●|•|\.\.\.|insert|tbc)|\bTB[DC]\b|\blorem ipsum\b", typed=True),
         words(r"\bParty [A-D]\b(?! of)|\bTeraWear\b|\bMaison V\b", typed=True, exact_case=True)),
        fires=("Party A must pay.", "The fee is TBD."),
        passes=("{licensor} must pay.", "A Party must pay."),
    ),
)  # fmt: skip
