"""L38, L40, L41, L45-L47: terms, lists and the shape of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from drafter.diagnostics import so_many
from drafter.rules.of_style.model import E, Hit, I, Lint, Page, PageLine, TextScope, W, words

_WORD = re.compile(r"\{[^{}]*\}|\[@[^\]]*\]|[\w’'-]+")
VERB = re.compile(
    r"^(must|may|need|will|is|are|was|were|has|have|does|do|can|cannot|grants?|assigns?|waives?|"
    r"owns?|belongs?|applies|apply|ends?|begins?|keeps?|bears?|pays?|states?|decides?|remains?|"
    r"takes?|receives?|gives?|means?|includes?|lists?|covers?|stays?|continues?|prevails?|"
    r"appoints?|warrants?|acknowledges?|agrees?|wants?|intends?|releases?|owes?|falls?|counts?|"
    r"stands?|holds?|acts?|answers?|leaves?|uses?|makes?|meets?|becomes?|gets?|names?|shows?|"
    r"lasts|needs?|signs?|extends?|conveys?|fares?|finds?|reaches|passes|loses?|leads?|runs?|sends?|shares?|works?|fails?|asks?|"
    r"binds?|goes|go|parts|moves?|exceeds?|serves?|limits?|depends?|renews?|arises?|gives|ends|"
    r"requires?|allows?|changes|replaces?|follows?|sets|opens?|closes?|moves?|returns|costs|"
    r"relies|rely|survives?|describes?|reports?|chooses?|attends?|draws?|brings?|passes|carries|carry|"
    r"puts?|comes?|consents?|handles?|turns?|supplies|supply|creates?|settles?|measures?|marks?|treats?)$",
    re.IGNORECASE,
)
_NOUN_NEXT = re.compile(
    r"^(a|an|the|its|their|each|of|in|to|by|with|without|for|no|this|that|other|own|written|last|"
    r"and|or)$", re.IGNORECASE)  # fmt: skip
_OPENS_CLAUSE = re.compile(
    r"^(if|when|where|while|until|unless|after|before|except|despite|for|from|in|on|at|by|to|with|"
    r"without|under|within|as|because|so|during|once|until)$", re.IGNORECASE)  # fmt: skip
_JOINED = re.compile(r"^(.*?)(;|,)? ?(;|\b(and|or))$")
_PARTS = {
    "noun": r"(a|an|the|its|their|each|every|any|all|no|that|this|these|those|\d+)\b",
    "if": r"(if|when|where|while|unless|after|before)\b",
    "to": r"to\b",
    "ing": r"[a-z]{3,}ing (?:a|an|the|its|their|each|any|no)\b",
    "may": r"(must|may|need not)\b",
    "by": r"(by|for|in|on|under|with|without|from)\b",
}
_PART = {name: re.compile(regex) for name, regex in _PARTS.items()}
_POSSESSIVE = re.compile(r"([A-Z]\w+ )?([A-Z][\w-]+)['’]s?(?!\w)")
_ALIASES = re.compile(r"\b(outputs?|deliverables?|work products?|foreground)\b")
_ARTICLE = r"(?:a|an|the|its|their|each|any|no|all|these|those)"
_ARTICLE_FIRST = re.compile(rf"{_ARTICLE} ", re.IGNORECASE)
_ARTICLE_HOLDS = re.compile(
    rf"\b{_ARTICLE} (?:[\w-]+ ){{0,2}}[\w-]+(?:, (?:[\w-]+ )?[\w-]+)*$", re.IGNORECASE
)
_MEASURED = re.compile(
    r"\bwithin\b|\bbefore\b|\bno later\b|\bby the\b|\bdays?\b|\bperiod\b|\bsilen(ce|t)\b|"
    r"\bis treated\b|\botherwise\b|\bunless\b|\bif (it|they|the|no|that)\b|\bdoes not\b|"
    r"\bonly if\b|\bcounts as\b|\bin the same\b", re.IGNORECASE)  # fmt: skip


def _length(page: Page) -> Iterator[Hit]:
    """Sentences of more than 40 or 60 words, a long median, a verb that comes late."""
    lengths = []
    for line in page.lines:
        count = len(_WORD.findall(line.typed))
        lengths += [count] if line.level == 0 and line.paragraph else []
        if count > 40:
            yield Hit(
                line,
                0,
                len(line.typed),
                E if count > 60 else W,
                f"the sentence has {count} words",
                "cut it in two",
            )
        elif line.level == 0 and line.paragraph and page.scope is TextScope.CLAUSES:
            yield from _late_verb(line)
    if page.scope is TextScope.CLAUSES and lengths and median(lengths) > 25:
        yield Hit(
            page.lines[0],
            0,
            1,
            I,
            f"half of the sentences have more than {median(lengths):g} words",
            "aim at 25",
        )


def _late_verb(line: PageLine) -> Iterator[Hit]:
    """More than ten words, or two commas, between the subject of a plain sentence and its verb."""
    found = list(_WORD.finditer(line.masked))
    if not found or _OPENS_CLAUSE.match(found[0][0]):
        return
    for number, word in enumerate(found):
        if VERB.match(word[0]) and not (number and _NOUN_NEXT.match(found[number - 1][0])):
            between = number - 2  # an article and its noun are the subject
            commas = line.masked[: word.start()].count(",")
            late = between > 10 and word[0] in ("must", "may", "need")
            if late or commas > 1:
                what = so_many(between, "word") if late else so_many(commas, "comma")
                yield Hit(
                    line,
                    word.start(),
                    word.end(),
                    W,
                    f"{what} stand between the subject and `{word[0]}`",
                    "put who and the verb side by side, and the condition after them",
                )
            return


def _lists(page: Page) -> Iterator[Hit]:
    for line in page.lines:
        paragraph = line.paragraph
        if paragraph is None or not paragraph.bullets:
            continue
        whole = (0, len(line.typed))
        if (
            line.typed.endswith(":")
            and not paragraph.join
            and line.place == (paragraph.sentences[-1].place)
        ):
            yield Hit(line, *whole)
        items = [one for one in page.lines if one.paragraph in paragraph.bullets]
        if len(paragraph.bullets) == 1 and not paragraph.bullets[0].guards and paragraph.join:
            yield Hit(line, *whole, W, "the list has one item", "write one sentence")
        if paragraph.join:
            yield from _unlike(line, items)
    for line in page.lines:
        if line.level and (found := _JOINED.match(line.masked)):
            yield Hit(
                line,
                found.end(1),
                len(line.typed),
                E,
                "the item types its own ending",
                "leave it out: the join writes it",
            )


def _unlike(line: PageLine, items: list[PageLine]) -> Iterator[Hit]:
    kinds = {kind for item in items for kind in (_kind(item.masked),) if kind}
    if len(kinds) > 1:
        yield Hit(
            line,
            0,
            len(line.typed),
            W,
            "the items of the list start with unlike words (" + ", ".join(sorted(kinds)) + ")",
            "start each item with the same part of speech",
        )


def _kind(words_of: str) -> str:
    return next((name for name, regex in _PART.items() if regex.match(words_of)), "")


def _terms(page: Page) -> Iterator[Hit]:
    """A term in small letters, a possessive of a term, and other words for Results."""
    terms = page.lexicon.terms.spellings
    for found in page.lexicon.small_terms.finditer(page.masked) if page.lexicon.small_terms else ():
        yield _hit(
            page,
            found,
            W,
            "`{found}` is a defined term in small letters",
            "write the term, or other words",
        )
    for found in _POSSESSIVE.finditer(page.masked):
        if any(owner in terms for owner in (found[2], f"{found[1] or ''}{found[2]}")):
            yield _hit(page, found, W, "`{found}` bends a defined term", "write `of` and the term")
    for found in _ALIASES.finditer(page.masked) if "Results" in terms else ():
        hit = _hit(page, found, E, "`{found}` is another word for Results", "write Results")
        if hit.line.paragraph:
            yield hit


def _hit(page: Page, found: re.Match[str], severity: str, says: str, cure: str) -> Hit:
    line, start = page.at(found.start())
    return Hit(line, start, start + len(found[0]), severity, says, cure)


def _one_article(page: Page, hit: Hit) -> bool:
    """`the stock, parts and tools that …`: one article holds the nouns together."""
    before, _, last = hit.line.masked[: hit.end].rpartition(", ")
    return bool(_ARTICLE_FIRST.match(last) or _ARTICLE_HOLDS.search(before))


def _answered(page: Page, hit: Hit) -> bool:
    return bool(_MEASURED.search(page.block(hit.line)))


LINTS = (
    Lint(
        "L38", W, "`{found}` is no form of a term", "write the term as it is defined",
        search=_terms,
        fires=("Each Party must protect background ip.", "The work product belongs to {owner}."),
        passes=("Each Party must protect Background IP.", "The Results belong to {owner}."),
        approximate="an undefined capitalised word is the rule `undefined-term`, a term defined "
        "twice `definition-twice`, an unused one `unused-definition`; small letters are looked for "
        "in terms of two words or more",
    ),
    Lint(
        "L40", E, "the list is announced by a colon and has no join",
        "end the lead with `: {and}` or `: {or}`, or with a full stop",
        search=_lists,
        fires=("The review covers:\n  - Each Party reports.\n  - Each Party listens.",
               "The review covers: {and}\n  - the aims"),
        passes=("The review covers: {and}\n  - the aims\n  - the costs",
                "The Licensor grants a licence.\n  - It is exclusive.\n  - It ends in June."),
        approximate="unlike starts are told apart by the first word; text after a list and a third "
        "level cannot be written at all",
    ),
    Lint(
        "L41", W, "the sentence is long", "cut it in two",
        search=_length,
        fires=(" ".join(["word"] * 41) + ".",
               "{licensor}, in June, in July and later, must pay."),
        passes=("{licensor} must pay within 10 days.", " ".join(["word"] * 25) + "."),
        approximate="the first verb is looked for in a closed list, and the words before it are "
        "counted where it is must, may or need not; a sentence that opens with a condition is "
        "not measured",
    ),
    Lint(
        "L45", W, "`{found}`: nothing says by when, or what silence means",
        "add a time, and what follows if nobody answers, to the same paragraph",
        (words(r"\b(must|may|need not) (approve|consent|accept|object|reject)\b",
               unless=_answered),),
        fires=("{licensor} must approve the sample.", "{licensee} may object to the plan."),
        passes=("{licensor} must approve the sample within 5 days.",
                "{licensee} may object to the plan. Silence is acceptance."),
        scope=TextScope.CLAUSES,
        approximate="a time or outcome is any word such as within, silence, otherwise or unless",
    ),
    Lint(
        "L46", W, "`{found}`: does the end belong to the last item or to all?",
        "put it inside the item it belongs to, make a list, or let one article hold the nouns",
        (words(r"(?:\S+ )?[\w-]+, (?:[\w-]+ )?\w+,? (?:and|or) (?:[\w-]+ )?\w+ "
               r"(?<! of )(?<! in )(?<! at )(?<! on )(?<! to )(?<! by )"
               r"(?<! for )(?<! from )(?<! with )"
               r"(approved|relating|that|which)\b", unless=_one_article),),
        fires=("It may use names, logos and designs approved by {owner}.",
               "It must list patents, designs or marks that it owns."),
        passes=("It may use names, logos and approved designs.",
                "It may use a logo approved by {owner}."),
    ),
    Lint(
        "L47", W, "`{found}` has a gender", "write the role again, or `they`",
        (words(r"\b(he|she|his|hers?|him)\b"),),
        fires=("The Expert gives his reasons.", "She decides."),
        passes=("The Expert gives reasons.", "This is theirs."),
    ),
)  # fmt: skip
