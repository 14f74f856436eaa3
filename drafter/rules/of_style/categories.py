"""L14-L17, L37, L39, L42: who must, may or need not, and which kind of rule a sentence is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.prose.model import Choice, Inline, Words
from drafter.rules.of_style.model import E, Hit, Lint, Page, TextScope, W, words

_MUST = re.compile(r"\bmust\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:] |\b(?:but|if|when|while|until|unless|because|so) ", re.IGNORECASE)
_SECOND_VERB = re.compile(r".*\b(?:may|must|need not|is|are)\b.*\b(?:and|or)\b")
_LINK = re.compile(r"^(?:and|or|then)\b")
_ASIDE = re.compile(r", [^,]*, $")
_HEAD = re.compile(
    r" (?:of|in|under|for|by|from|with|without|on|to|at|about|that|which|who|whose|as|after|"
    r"before)\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:after|before|at|by|for|from|in|on|until|within|under|despite|during|with|if|where|to)\b",
    re.IGNORECASE,
)
_WHO_OWES = (
    r"(?:\{|\b(?:it|they|each|who|that|which|one|both|all|any|nobody|no one|someone|anyone|"
    r"part(?:y|ies)|persons?|people|co-owners?|affiliates?|recipients?|experts?|executives?|lead|leads|"
    r"committee|board|tribunal|courts?|chair|group|team|hosts?|company|staff|bank|institution|"
    r"university|secretary|[a-z-]+(?:ee|er|or)s?)\b)"
)
_BEARER = re.compile(_WHO_OWES, re.IGNORECASE)
_WITH_RELATIVE = re.compile(rf"{_WHO_OWES}[^,;]* (?:that|who|which) ", re.IGNORECASE)
_MODAL = re.compile(r"\b(must not|must|may only|may|need not)\b")
_WHO = re.compile(
    r"\b(who|that|it|they|part(?:y|ies)|persons?|owners?|[a-z]+[eo]rs?) $", re.IGNORECASE
)


def _without_bearer(page: Page) -> Iterator[Hit]:
    """`must` whose nearest subject is no one who can owe a duty."""
    for line in page.lines:
        for found in _MUST.finditer(line.masked):
            if not _borne(line.masked[: found.start()]):
                yield Hit(line, found.start(), found.end())


def _borne(before: str) -> bool:
    """Whether the words before `must` end in someone who can owe a duty."""
    before = _ASIDE.sub(" ", before)
    *_, subject = _BREAK.split(before)
    subject = _LINK.sub("", _SECOND_VERB.sub("", subject)).strip()
    if not subject:
        return not before.strip() or bool(_BEARER.search(before))  # a bullet: its lead names who
    if _WITH_RELATIVE.search(before):
        return True
    if _ADVERBIAL.match(subject):
        return bool(_BEARER.search(" ".join(subject.split()[-4:])))
    return bool(_BEARER.search(_HEAD.split(subject)[0]))


def _if_the_law(page: Page, hit: Hit) -> bool:
    before = hit.line.masked[: hit.start].lower()
    return bool(
        re.search(r"\b(if|where|that|when) (a|the|any|that|another) law\b[^.]*$|asked $", before)
    )


def _background(page: Page, hit: Hit) -> bool:
    return page.topic in ("background", "parties")


def _mixed_choices(page: Page) -> Iterator[Hit]:
    """A choice of which one case is a duty and another a permission."""
    for line in page.lines:
        for choice in (one for one in line.inlines if isinstance(one, Choice)):
            if len({_category(case.inlines) for case in choice.cases}) > 1:
                yield Hit(
                    line,
                    max(0, line.typed.find("{choose")),
                    len(line.typed),
                    W,
                    "the cases of `{choose …}` are rules of different kinds",
                    "write two sentences, each under its own condition",
                )


def _category(inlines: tuple[Inline, ...]) -> str:
    said = " ".join(one.text for one in inlines if isinstance(one, Words))
    found = _MODAL.search(said)
    return found[1] if found else ""


def _actor_follows(page: Page, hit: Hit) -> bool:
    return bool(
        re.search(
            r"\bby (\{|each|a |an |the |any|every|all|no |its?|their)",
            hit.line.masked[hit.end :],
            re.IGNORECASE,
        )
    )


def _who_may(page: Page, hit: Hit) -> bool:
    found = hit.line.masked[hit.start : hit.end].lower()
    return found not in ("must", "if") and bool(_WHO.search(hit.line.masked[: hit.start]))


LINTS = (
    Lint(
        "L14", E, "`must` has no one who owes the duty", "name the Party or office that must",
        search=_without_bearer,
        fires=("The report must be clear.", "If the test fails, work must stop."),
        passes=("A Party that leaves must return the tools.",
                "{licensee} must pay, and must report."),
        scope=TextScope.CLAUSES,
        approximate="the subject is the nearest words before `must` up to a comma or link word; "
        "its head must be a blank, a pronoun, a Party, or a noun for a person or body",
    ),
    Lint(
        "L15", W, "`{found}` promises, or foretells", "write `must` for a duty",
        (words(r"(\}|\bPart(y|ies)|Managers?) will\b"),),
        fires=("{licensor} will deliver.", "Each Party will keep it secret."),
        passes=("{licensor} must deliver.", "The notice says when it will end."),
    ),
    Lint(
        "L16", E, "`{found}` is a duty or a right in disguise", "write `must` or `may`",
        (words(r"\b(agrees?|undertakes?|covenants?) to\b"
               r"|\b(is|are) (obliged|required|entitled) to\b"
               r"|\b(has|have) the right to\b", unless=_if_the_law),),
        fires=("{licensor} agrees to deliver.", "Each Party has the right to leave."),
        passes=("{licensor} must deliver.",
                "If a law that binds a Party is required to be kept, it is."),
    ),
    Lint(
        "L17", E, "`{found}` makes a joint debt", "write `each Party must`, or name who must",
        (words(r"\b[Tt]he Parties (must|agree|undertake|will)\b", unless=_background,
               exact_case=True),),
        fires=("The Parties must meet.", "By June the Parties agree on a plan."),
        passes=("Each Party must attend.", "The Parties may meet."),
    ),
    Lint(
        "L37", E, "a condition governs half a sentence", "give the sentence its own line and guard",
        (words(r"(?<=\S) \{(if|for each) ", typed=True),), _mixed_choices,
        fires=("It may leave {if exit_right is any-time} at once.",
               "Each Party {choose new_results: yes -> must license it | no -> may keep it}."),
        passes=("{if new_results} It may leave at once.",
                "It {choose pilot: yes -> grants an exclusive | no -> grants a sole} licence."),
        approximate="the kind of a case is read off its first must, may or need not",
    ),
    Lint(
        "L39", E, "`{found}` puts a rule into a definition",
        "move the rule to the clause it governs",
        (words(r"\b(must|may|if|grants?|assigns?)\b", unless=_who_may),),
        fires=("means a sum that is due if the test fails.", "means the fee, which must be paid."),
        passes=("means a person who may vote.", "means the fee in [@money]."),
        scope=TextScope.DEFINITIONS,
        approximate="cycles and long chains of definitions are the rule `definition-chain`",
    ),
    Lint(
        "L42", W, "`{found}` does not say by whom", "write who must or may do it",
        (words(r"\b(must|may) (only )?be \w+(ed|en)\b", unless=_actor_follows),),
        fires=("A sample must be tested.", "The report may be taken as read."),
        passes=("A sample may be tested only by the Expert.", "The Expert must test a sample."),
        scope=TextScope.CLAUSES,
    ),
)  # fmt: skip
