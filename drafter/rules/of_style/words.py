"""L01-L13: words that have several meanings, or none."""

from __future__ import annotations

import re

from drafter.rules.of_style.model import E, Hit, Lint, Page, W, words

_PLAIN = {
    "from time to time": "nothing, or `each time`",
    "at any time": "nothing",
    "in the event that": "`if`",
    "in the event of": "`if` with a verb",
    "prior to": "`before`",
    "subsequent to": "`after`",
    "pursuant to": "`under`",
    "in order to": "`to`",
    "in respect of": "`for`, `about` or `of`",
}
_AMERICAN = re.compile(
    r"\b(U\.?S\.?C?|United States|New York|California|Delaware|USA|CFR)\b", re.IGNORECASE
)


def _plainer(found: str) -> str:
    return f"write {_PLAIN[found.lower()]}"


def _american_title(page: Page, hit: Hit) -> bool:
    found = hit.line.masked[hit.start : hit.end].lower()
    return found.startswith("right,") and bool(_AMERICAN.search(page.law))


LINTS = (
    Lint(
        "L01", E, "`{found}` has five meanings", "write `must` for a duty, `is` for a fact",
        (words(r"\bshall\b"),),
        fires=("{licensor} shall pay the fee.", "This Agreement Shall end."),
        passes=("{licensor} must pay the fee.", 'The word "shall" is a duty.'),
    ),
    Lint(
        "L02", E, "`{found}` is a ban to one reader and a chance to another",
        "write `must not` for a ban, `might not` for a chance",
        (words(r"\bmay not\b|\bno Party may\b"),),
        fires=("{licensee} may not sublicense.", "No Party may leave early."),
        passes=("{licensee} must not sublicense.", "The trial might not succeed."),
    ),
    Lint(
        "L03", E, "`{found}` has two readings", "write `A, B or both`",
        (words(r"\band/or\b|\w/or\b"),),
        fires=("Each Party may make and/or sell it.", "The name/or logo stays."),
        passes=("Each Party may make it, sell it or both.", "The input/output ratio is 3."),
    ),
    Lint(
        "L04", E, "`{found}` points nowhere in particular", "name the thing",
        (words(r"\b(here|there|where)(of|in|to|under|with|after|upon|from|for|tofore|inafter|"
               r"inabove)\b|\b(there|where)by\b|\b(whereas|witnesseth|aforesaid|foregoing)\b"),),
        fires=("The terms hereof apply.", "Whereas the Parties want a bag."),
        passes=("Therefore the term is short.", "Each Party must go there."),
    ),
    Lint(
        "L05", E, "`{found}` is a condition, a duty or a limit", "start a new sentence",
        (words(r"\bprovided,?( however,?)? that\b"),),
        fires=("It may leave, provided that it pays.",
               "It may leave provided, however, that it pays."),
        passes=("It may leave if it has paid.", "The tools that a Party provided stay its own."),
    ),
    Lint(
        "L06", E, "`{found}` admits a doubt", "delete it, and mend the sentence before",
        (words(r"\bfor the avoidance of doubt\b|\bit being understood\b|\bfor clarity\b"),),
        fires=("For the avoidance of doubt, no licence is granted.",
               "It stays, it being understood."),
        passes=("No licence is granted.", "The Expert resolves a doubt."),
    ),
    Lint(
        "L07", E, "`{found}` sets one rule above all others", "write `despite [@topic]`",
        (words(r"\bnotwithstanding\b"),
         words(r"\bdespite\b(?! \[@| that\b)", W, says="`{found}` names no clause",
               cure="write `despite [@topic]` or `despite that`")),
        fires=("Notwithstanding anything else, it may leave.",
               "Despite the vote, the design stands."),
        passes=("Despite [@governance], the committee has no vote.", "Despite that, it must pay."),
    ),
    Lint(
        "L08", E, "`{found}` adds nothing here", "delete it; it stays before `assigns` only",
        (words(r"\bhereby\b(?! (irrevocably )?(assigns?|transfers?)\b)"),),
        fires=("{licensor} hereby grants a licence.", "The Parties hereby agree."),
        passes=("Each Party hereby assigns its share.",
                "{licensor} hereby irrevocably transfers it."),
    ),
    Lint(
        "L09", W, "`{found}` hides whether this is a fiction or a fact",
        "write `is treated as`, or `is`",
        (words(r"\b(is|are|shall be|be) deemed\b(?! export)"),),
        fires=("A late notice is deemed received.", "Such goods are deemed approved."),
        passes=("A late notice is treated as received.", "This is a deemed export."),
    ),
    Lint(
        "L10", E, "`{found}` is longer than what it says", "write `including`",
        (words(r"\bincluding,? (but not limited to|without limitation)\b"),),
        fires=("Marks, including without limitation logos.",
               "Costs, including, but not limited to tax."),
        passes=("Marks, including logos.", "Costs without limitation of time."),
    ),
    Lint(
        "L11", W, "`{found}` is wordy", "write the plain word",
        (words(rf"\b({'|'.join(_PLAIN)})\b", cure=_plainer),),
        fires=("It must report prior to launch.", "In the event that it leaves, it pays."),
        passes=("It must report before launch.", "If it leaves, it pays."),
    ),
    Lint(
        "L12", E, "`{found}` says one thing twice", "keep one word",
        (words(r"\b(terms and conditions|null and void|any and all|each and every|sole and "
               r"exclusive|(full )?force and effect|costs and expenses|by and between|"
               r"right, title and interest)\b", unless=_american_title),),
        fires=("Any and all claims end.", "It assigns its right, title and interest."),
        passes=("All claims end.", "Each claim and every day of delay count."),
    ),
    Lint(
        "L13", E, "`{found}` is Latin", "write it in English",
        (words(r"\b(e\.g\.|i\.e\.|etc\.?|viz\.?|inter alia|mutatis mutandis|pro rata|bona fide|"
               r"prima facie|ipso facto|vice versa|per annum|pari passu|ab initio|"
               r"in lieu)(?!\w)"),),
        fires=("Costs, e.g. tax, are shared.", "[@exit] applies mutatis mutandis."),
        passes=("Costs, such as tax, are shared.", "The etching stays."),
    ),
)  # fmt: skip
