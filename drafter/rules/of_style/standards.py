"""L19-L26, L18: standards that no one can measure, and words that suit two parties only."""

from __future__ import annotations

import re

from drafter.rules.of_style.model import E, Hit, Lint, Page, TextScope, W, words

_DANGER = re.compile(
    r"\b(safe(ty|ly)?|secur(ity|e)|danger\w*|recall\w*|breach|incident|harm|injur\w*)\b",
    re.IGNORECASE,
)
_MATERIALS = re.compile(
    r"\b(marketing|raw|biological|packaging|campaign|training|building) $", re.IGNORECASE
)
_NOT = re.compile(r"\b(no|not|nothing|nor|neither|nobody)\b", re.IGNORECASE)
_DEFAULT = re.compile(
    r"\b(otherwise|decides?|fails?|failing|applies|unless|until|if (they|it|no|the|that|none|any)\b"
    r"|does not|do not|silence|without (that|its|this|their) (agreement|consent)|in writing)",
    re.IGNORECASE,
)


def _danger(page: Page, hit: Hit) -> bool:
    return bool(_DANGER.search(hit.line.masked))


def _defined(page: Page, hit: Hit) -> bool:
    struck = page.lexicon.terms.masked(hit.line.masked)
    return struck[hit.start : hit.end] != hit.line.masked[hit.start : hit.end]


def _vague_is_meant(page: Page, hit: Hit) -> bool:
    return bool(_MATERIALS.search(hit.line.masked[: hit.start])) or _defined(page, hit)


def _law_named(page: Page, hit: Hit) -> bool:
    return bool(page.law)


def _denied(page: Page, hit: Hit) -> bool:
    """ "This Agreement creates no partnership" may use the word; a kind of organisation too."""
    return "partnership" in page.topic or bool(_NOT.search(hit.line.masked[: hit.start]))


def _two(page: Page, hit: Hit) -> bool:
    return hit.line.for_two


def _default_follows(page: Page, hit: Hit) -> bool:
    if page.topic == "background":
        return True
    return bool(_DEFAULT.search(page.block(hit.line))) or "[@expert" in "".join(
        line.typed for line in page.lines if line.block == hit.line.block
    )


LINTS = (
    Lint(
        "L18", E, "`{found}` counts two Parties only",
        "write `each Party`, `any Party` or the role",
        (words(r"\b(either|neither) Party\b|\bthe other Part(y|ies)\b|\b(respective|mutual)(ly)?\b",
               unless=_two),),
        fires=("Either Party may leave.", "Each Party bears its respective costs."),
        passes=("Any Party may leave.", "Each Party bears its own costs."),
        approximate="`for two` is read off the row of the table, as `party-count-wording` does",
    ),
    Lint(
        "L19", W, "`{found}` is not measured", "write `within {n} days after …`",
        (words(r"\b(promptly|forthwith|immediately|as soon as (reasonably )?(practicable|possible)|"
               r"timely|without delay)\b", unless=_danger),),
        fires=("{licensee} must report promptly.", "It must answer as soon as practicable."),
        passes=("{licensee} must report within 5 days after the test.",
                "It must report a security incident immediately."),
    ),
    Lint(
        "L20", W, "`{found}` is a standard without a measure",
        "name the test, the number or the person",
        (words(r"\b(material(ly)?|substantial(ly)?|satisfactory|appropriate|adequate|"
               r"significant(ly)?)\b", unless=_vague_is_meant),),
        fires=("A material breach ends it.", "Each Party must keep adequate records."),
        passes=("A breach that costs more than {cap} ends it.",
                "Campaign material belongs to {owner}."),
    ),
    Lint(
        "L21", E, "`{found}` is a ladder of efforts that no two laws read alike",
        "use the defined term for reasonable endeavours",
        (words(r"\b(best|all reasonable|commercially reasonable|utmost|good faith) "
               r"(efforts|endeavours)\b"),
         words(r"\b(?<!all )(?<!commercially )reasonable (efforts|endeavours)\b", W,
               exact_case=True)),
        fires=("It must use best endeavours.", "It must use reasonable efforts."),
        passes=("It must use Reasonable Endeavours.", "It must spend 10 days on it."),
    ),
    Lint(
        "L22", E, "`{found}` invites a quarrel about good faith",
        "write `may decide`, without reasons",
        (words(r"\b(sole|absolute|unfettered) discretion\b"),),
        fires=("It may refuse in its sole discretion.",
               "The choice is in its absolute discretion."),
        passes=("It may refuse and need not give reasons.", "It alone decides."),
    ),
    Lint(
        "L23", E, "`{found}` leaves the matter open", "say what applies if there is no agreement",
        (words(r"\bto be agreed\b|\bagree to agree\b|\bas (may be )?agreed\b(?! in writing)"),
         words(r"(?<!to )(?<! not )\bagrees?\b(?! to agree)", W, unless=_default_follows,
               says="`{found}` has no rule for the case that nobody agrees")),
        fires=("The price is to be agreed.", "The Managers agree the colour."),
        passes=("The Managers agree the colour. If they do not, palette A applies.",
                "The price is GBP 20, or as agreed in writing."),
        approximate="a default is any word such as otherwise, unless, decides or applies in the "
        "same numbered paragraph",
    ),
    Lint(
        "L24", W, "`{found}` means something else in each law", "name the law under `legal basis:`",
        (words(r"\b(guarantee[sd]?|hold harmless|represents? and warrants?|"
               r"gross(ly)? negligen(t|ce)|consequential|indirect)\b", unless=_law_named),),
        fires=("{licensor} guarantees the result.", "No one owes indirect loss."),
        passes=("{licensor} warrants that it owns the marks.", "No one owes lost profit."),
        scope=TextScope.CLAUSES,
    ),
    Lint(
        "L25", E, "`{found}` can make the Parties answer for each other", "write `the Parties`",
        (words(r"\b(joint venture|partners?|partnership)\b(?! Managers?)", unless=_denied),),
        fires=("The partners share the profit.", "The joint venture begins in June."),
        passes=("This Agreement creates no partnership.", "The Partnership Managers meet."),
    ),
    Lint(
        "L26", W, "`{found}`: with three Parties, is it another Party or an outsider?",
        "write `a person that is not a Party`",
        (words(r"\bthird part(y|ies)\b", unless=_two),),
        fires=("It must not tell third parties.", "A third party may use it."),
        passes=("It must not tell anyone who is not a Party.", "A third of the Parties may ask."),
    ),
)  # fmt: skip
