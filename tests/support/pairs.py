"""Pairs of drafts for redlines: the same deal before and after a change of one of five kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from drafter.bundled import starter_library
from drafter.diagnostics import Refused
from drafter.drafting import Library
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.redline.compare import Redline, compare
from support.command import answers_of
from support.examples import starter
from support.files import house

MARKETING, BAG, HOME, SENSOR = (
    "workout-rewards", "smart-handbag", "smart-home-five", "sensor-university"
)  # fmt: skip
DATE = "2027-03-05T09:00:00Z"
Edits = tuple[tuple[str, str, str], ...]  # path in the library, words that go, words that come


class Pair(NamedTuple):
    """Two drafts of one deal, and what lies between them."""

    kind: str
    name: str
    old: bytes
    new: bytes


# --- clauses ----------------------------------------------------------------------------------

NOTICES = "topics/notices/with-email.md"
GENERAL = "topics/general/full.md"
DISPUTES = "topics/disputes/with-mediation.md"
SURVIVAL = "topics/survival/agreement-ends.md"
LAWFUL = """\
Each Party must, in all that it does for the Project: {and} {#lawful-conduct}
  - obey the laws against bribery and money laundering that apply to it or to another Party
  - deal with nobody whom trade sanctions forbid it or another Party to deal with
  - use no forced or child labour, and check its suppliers for it
  - obey the laws on export of goods, software and technology
"""
LAWFUL_IN_A_SENTENCE = """\
Each Party must, in all that it does for the Project, obey the laws against bribery and money \
laundering that apply to it or to another Party, deal with nobody whom trade sanctions forbid it \
or another Party to deal with, use no forced or child labour, and obey the laws on export of \
goods, software and technology. {#lawful-conduct}
"""
RECEIPT = """\
A notice takes effect: {or} {#receipt}
  - if delivered by hand or courier, when the delivery is recorded
  - if sent by email, when it is sent, unless the sender receives a message that it was not \
delivered
"""
RECEIPT_IN_A_SENTENCE = """\
A notice takes effect if delivered by hand or courier, when the delivery is recorded, and if sent \
by email, when it is sent, unless the sender receives a message that it was not delivered. \
{#receipt}
"""
CHANGE_OF_DETAILS = (
    "A Party may change its details by giving each other Party notice of at least 5 Business Days."
)
OWN_ACCOUNT = """\
Each Party works for itself.
This Agreement makes no partnership, agency or employment among the Parties, and a Party must not \
bind another Party or say that it can. {#no-partnership}"""

REWORDED: dict[str, tuple[str, Edits]] = {
    "two words": (MARKETING, ((SURVIVAL, "arose before", "existed before"),)),
    "a sentence": (
        BAG,
        ((GENERAL, "Each Party works for itself.", "Each Party acts for its own account alone."),),
    ),
    "a paragraph": (
        MARKETING,
        ((NOTICES, CHANGE_OF_DETAILS, "New details count only 5 Business Days after the other "
          "Parties have been told of them in writing."),),
    ),
    "a list made a sentence": (SENSOR, ((GENERAL, LAWFUL, LAWFUL_IN_A_SENTENCE),)),
    "a short list made a sentence": (SENSOR, ((NOTICES, RECEIPT, RECEIPT_IN_A_SENTENCE),)),
    "a paragraph made a list": (
        BAG,
        ((GENERAL, OWN_ACCOUNT, "Each Party works for itself, and therefore: {and} "
          "{#no-partnership}\n  - this Agreement makes no partnership, agency or employment among "
          "the Parties\n  - a Party must not bind another Party or say that it can\n"),),
    ),
    "a paragraph cut in two": (
        MARKETING,
        ((NOTICES, "\nEveryday messages", "\n\nEveryday messages"),),
    ),
    "two paragraphs joined": (
        HOME,
        ((SURVIVAL.replace("agreement-ends", "party-leaves-or-agreement-ends"),
          "\n\nRights and claims", "\nRights and claims"),),
    ),
    "a heading": (
        MARKETING,
        (("topics/notices/topic.yaml", "heading: Notices", "heading: Notices and addresses"),),
    ),
    "three clauses": (
        BAG,
        ((GENERAL, "stays", "remains in force"), (NOTICES, "17:00", "18:00"),
         (DISPUTES, "equal share", "equal part")),
    ),
    "sentences in another order": (
        MARKETING,
        ((NOTICES, "If a notice arrives after 17:00 or on a day", "On a day"),),
    ),
}  # fmt: skip

INSURANCE = {
    "topics/insurance/topic.yaml": "heading: Insurance\nsettles: Who insures what.\n",
    "topics/insurance/own-cover.md": "---\nposition: neutral\n---\n"
    "Each Party must keep insurance against the risks of its part of the work.\n\n"
    "A Party must show its certificate within 10 Business Days after a request: {and}\n"
    "  - the insurer and the sum insured\n  - the period of cover\n\n"
    "[@notices] applies to the request.\n",
}


def _listed_after(precedent: str, topic: str) -> tuple[str, str, str]:
    return f"precedents/{precedent}.yaml", f"{topic},", f"{topic}, insurance,"


ADDED: dict[str, tuple[str, Edits]] = {
    "a clause near the end": (MARKETING, (_listed_after("co-marketing", "notices"),)),
    "a clause near the start": (MARKETING, (_listed_after("co-marketing", "governance"),)),
    "a clause in a long agreement": (BAG, (_listed_after("co-development", "warranties"),)),
    "a clause among five parties": (HOME, (_listed_after("co-development", "term"),)),
    "a paragraph": (
        SENSOR,
        ((NOTICES, CHANGE_OF_DETAILS, f"Silence is no notice.\n\n{CHANGE_OF_DETAILS}"),),
    ),
    "an item": (
        BAG,
        ((GENERAL, "  - obey the laws on export", "  - keep records of its suppliers\n"
          "  - obey the laws on export"),),
    ),
    "a last paragraph": (
        MARKETING, ((SURVIVAL, "Each other duty", "\nNothing else continues.\n\nEach other duty"),)
    ),
    "a clause and a heading": (
        MARKETING,
        (_listed_after("co-marketing", "expert"),
         ("topics/expert/topic.yaml", "heading: Expert", "heading: Decisions of an expert")),
    ),
}  # fmt: skip

REMOVED: dict[str, tuple[str, Edits]] = {
    "a paragraph": (BAG, ((GENERAL, "Each Party may develop, change and end its own business "
                                 "as it likes, except as [@exclusivity, @confidentiality] state.\n",
                                 ""),)),
    "a sentence": (BAG, ((GENERAL, "A Party gives up no right by delay in using it or by using "
                          "part of it.", ""),)),
    "an item": (SENSOR, ((GENERAL, "  - use no forced or child labour, and check its suppliers "
                          "for it\n", ""),)),
    "a list": (HOME, ((GENERAL, LAWFUL, "Each Party must obey the law. {#lawful-conduct}\n"),)),
    "a clause": (MARKETING, (("precedents/co-marketing.yaml", " reputation]", "]"),)),
    "a clause of many": (BAG, (("precedents/co-development.yaml", "publicity, reputation]",
                                "publicity]"),)),
}  # fmt: skip


@cache
def _files() -> LibraryFiles:
    return read_files(starter_library())


@cache
def edited(edits: Edits) -> Library:
    """The starter library, able to have an insurance clause, with some words changed."""
    texts = {**_files().texts, **INSURANCE}
    for path, goes, comes in edits:
        assert goes in texts[path], (path, goes)
        texts[path] = texts[path].replace(goes, comes)
    clauses, faults = load_files(LibraryFiles(_files().root, texts, "edited"))
    assert not faults, faults
    return Library(clauses)


def drafted(answers: Mapping[str, Any], clauses: Library | None = None) -> bytes | None:
    """The Word file of a deal; None where a consistency rule keeps it from being drafted."""
    try:
        return (clauses or starter()).draft(answers).to_docx(house())
    except Refused:
        return None


@cache
def base(name: str) -> bytes:
    """An example as the starter library drafts it."""
    data = drafted(answers_of(name))
    assert data is not None
    return data


def _clause_pairs(kind: str, table: Mapping[str, tuple[str, Edits]], back: bool) -> Iterator[Pair]:
    for name, (deal, edits) in table.items():
        new = drafted(answers_of(deal), edited(edits))
        assert new is not None, name
        old, new = (new, base(deal)) if back else (base(deal), new)
        yield Pair(kind, f"{name} ({deal})", old, new)


# --- answers ----------------------------------------------------------------------------------


def other_options(deal: str) -> list[tuple[str, str]]:
    """Every other option of every choice and yes/no question that a deal answers."""
    asked = starter().select(answers_of(deal)).selection.deal
    pairs = []
    for name, question in starter().clauses.questionnaire.questions.items():
        value = asked.value(name)
        if isinstance(value, bool):
            pairs.append((name, "no" if value else "yes"))
        elif isinstance(value, str) and question.options:
            pairs += [(name, option.id) for option in question.options if option.id != value]
    return pairs


def _answer_pairs(deal: str) -> Iterator[Pair]:
    for name, value in other_options(deal):
        data = answers_of(deal)
        data["answers"][name] = value
        new = drafted(data)
        if new is not None and new != base(deal):
            yield Pair("answer", f"{name}: {value} ({deal})", base(deal), new)


# --- records ----------------------------------------------------------------------------------

LISTS = (
    (BAG, "milestones"), (BAG, "glossary"), (BAG, "kpis"), (BAG, "contributions"),
    (BAG, "background_items"), (BAG, "marks"), (MARKETING, "marks"), (SENSOR, "milestones"),
    (SENSOR, "background_items"), (HOME, "milestones"), (HOME, "glossary"),
)  # fmt: skip


def _record_pairs() -> Iterator[Pair]:
    for deal, question in LISTS:
        data = answers_of(deal)
        records = data["answers"][question]
        first = next(iter(records.values()))
        data["answers"][question] = {**records, "one-more": _renamed(first)}
        new = drafted(data)
        assert new is not None, (deal, question)
        yield Pair("record", f"one more of {question} ({deal})", base(deal), new)


OWN = ("name", "deliverable", "term", "sign", "description", "word", "measure", "item", "meaning")


def _renamed(record: Mapping[str, str]) -> dict[str, str]:
    """A record like another one, with names of its own."""
    return {key: f"another {value}" if key in OWN else value for key, value in record.items()}


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs, of five kinds over four deals."""
    return (
        *islice(_answer_pairs(MARKETING), 2, 18),
        *islice(_answer_pairs(BAG), 4),
        *islice(_answer_pairs(SENSOR), 2),
        *islice(_answer_pairs(HOME), 1, 3),
        *_clause_pairs("reworded", REWORDED, back=False),
        *_clause_pairs("added", ADDED, back=False),
        *_clause_pairs("removed", REMOVED, back=False),
        *_clause_pairs("removed", dict(list(ADDED.items())[1:4]), back=True),
        *_record_pairs(),
    )


class Compared(NamedTuple):
    """A pair with its redline."""

    pair: Pair
    redline: Redline


def reworded(name: str) -> Pair:
    """A pair of which a clause was reworded, made by itself."""
    return next(_clause_pairs("reworded", {name: REWORDED[name]}, back=False))


@cache
def redlines() -> tuple[Compared, ...]:
    """The redline of each pair."""
    return tuple(Compared(each, compare(each.old, each.new, date=DATE)) for each in pairs())


def redline_of(name: str) -> Compared:
    """The redline of the pair whose name begins so."""
    return next(each for each in redlines() if each.pair.name.startswith(name))


def one_of_each_kind() -> list[Compared]:
    """The first redline of each kind."""
    return list({each.pair.kind: each for each in reversed(redlines())}.values())
