"""The special terms of a deal at the terminal: listed, added, changed and taken out."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.cli.asking.conversation import Stopped
from drafter.cli.asking.deal import Saving
from drafter.intake.form import Form
from drafter.intake.special_terms import special_terms
from drafter.kinds import NotAValue
from drafter.kinds.picking import Ambiguous, Candidate, picked

_INSTEAD = "instead of "
_ASKS = {
    "heading": "Its heading?",
    "text": "Its text, on one line?",
    "place": "After which topic does it stand? A topic; or: instead of, and a topic.",
    "reason": "Why does this deal need it?",
    "by": "Who wrote it, as a title?",
}


def ask_special_term(session: Saving, rest: str) -> None:
    """`:term` lists them and asks for a new one, `:term 1` changes one, `:term x 1` drops one."""
    ids = list(special_terms(session.form))
    number = rest.removeprefix("x").strip()
    if not rest:
        session.talk.lines(_listed(session))
        _fill(session, "", {})
    elif not (number.isdigit() and 1 <= int(number) <= len(ids)):
        session.refuse(f"There is no special term {number}; :term lists them.")
    elif rest.startswith("x"):
        session.move(session.form.drop_term(ids[int(number) - 1]))
        session.talk.say(f"Taken out: {ids[int(number) - 1]}. :u takes it back.")
    else:
        id = ids[int(number) - 1]
        _fill(session, id, special_terms(session.form)[id])


def _listed(session: Saving) -> Iterator[str]:
    for number, term in enumerate(special_terms(session.form).values(), 1):
        yield from session.look.wrapped(f" {number:>2}  {term.get('heading', '')}", "     ")
    yield from session.look.wrapped(
        "A special term is a clause of this deal alone, which counsel words. Enter at its heading "
        "adds none; :term 1 changes the first, :term x 1 takes it out."
    )


def _fill(session: Saving, id: str, now: dict[str, str]) -> None:
    """Ask the parts of a term; Enter keeps what stands, and adds none where nothing does."""
    term = {**now, "place": _place_of(now), "by": now.get("by") or session.by}
    for key, asks in _ASKS.items():
        words = _part(session, asks, term.get(key, ""))
        while words and key == "place" and not _placed(session, term, words):
            words = _part(session, asks, "")
        if not words:
            session.talk.say("No special term is added.")
            return
        term[key] = words
    _save(session, id, {key: words for key, words in term.items() if key != "place"})


def _part(session: Saving, asks: str, now: str) -> str:
    """A line for one part; what stands, on Enter; nothing where the person turns away."""
    session.talk.lines(session.look.wrapped(f"  {asks}", "  "))
    if now:
        session.talk.lines(session.look.wrapped(f"  Now: {now}. Enter keeps it.", "  "))
    text = session.talk.line()
    if text == ":q":
        raise Stopped
    return "" if text.startswith(":") else text or now


def _place_of(term: dict[str, str]) -> str:
    return term.get("after", "") or (f"{_INSTEAD}{term['replaces']}" if "replaces" in term else "")


def _placed(session: Saving, term: dict[str, str], words: str) -> bool:
    """Whether the topic was found, which then stands in the term."""
    key, other = ("replaces", "after") if words.startswith(_INSTEAD) else ("after", "replaces")
    try:
        topic = picked(words.removeprefix(_INSTEAD), _topics(session.form))
    except Ambiguous as several:
        session.refuse(f"{several.says} {', '.join(one.label for one in several.readings)}.")
        return False
    except NotAValue as fault:
        session.refuse(f"{fault.says}: {fault.cure}.")
        return False
    term.pop(other, None)
    term[key] = topic
    return True


def _topics(form: Form) -> list[Candidate]:
    topics = form.precedent.topics if form.precedent else ()
    return [Candidate(id, form.library.topics[id].heading or id) for id in topics]


def _save(session: Saving, id: str, term: dict[str, str]) -> None:
    after = session.form.put_term(term, id)
    new = [fault for fault in after.faults if fault not in session.form.faults]
    if new:
        session.refuse(f"{new[0].says}. {new[0].cure}".strip())
        return
    session.move(after)
    session.talk.lines(session.look.wrapped(f"Saved: special term: {term['heading']}."))
