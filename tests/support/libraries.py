"""A small clause library built in a test from the texts of its topics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.drafting import Draft, Library
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files

QUESTIONS = """\
section: The deal
questions:
  parties:
    asks: Who are the parties?
    type: list
    one: party
    called: short_name
    at least: 1
    fields:
      name: {asks: What is its full name?, type: text}
      short_name: {asks: What is it called for short?, type: text}
      kind:
        asks: What is it?
        type: choice
        options: {company: {label: Company, prints: a company}, individual: {label: Person, prints: a person}}
      number: {asks: What is its number?, type: text, optional: yes}
      signatory_title: {asks: Which office signs?, type: text}
  pilot: {asks: Is there a pilot?, type: yes/no}
  exit_right:
    asks: Who may leave?
    type: choice
    options: {free: {label: Any party, prints: at any time}, cause: {label: For cause, prints: for cause}, locked: {label: No one, prints: never}}
  channels:
    asks: Which channels are used?
    type: several choices
    options: {web: {label: Web, prints: the web}, shops: {label: Shops, prints: shops}, fairs: {label: Fairs, prints: fairs}}
  product: {asks: What is the product?, type: text}
  purpose: {asks: What is it for?, type: long text}
  seats: {asks: How many seats are there?, type: whole number}
  cap: {asks: What is the cap?, type: money}
  share: {asks: Which share is paid?, type: percentage}
  start: {asks: When does it start?, type: date}
  notice: {asks: How long is the notice?, type: duration}
  places: {asks: Where is it sold?, type: jurisdictions}
  leader: {asks: Who leads?, type: party}
  fields:
    asks: Which fields are there?
    type: list
    one: field
    fields:
      name: {asks: What is the field called?, type: text}
      definition: {asks: How is the field described?, type: text}
  grants:
    asks: Which licences are granted?
    type: list
    one: grant
    called: licensee
    fields:
      licensee: {asks: Who is licensed?, type: party}
      field: {asks: For which field?, type: reference, of: fields}
      exclusive: {asks: Is it exclusive?, type: yes/no}
      fee: {asks: What is the fee?, type: money, optional: yes}
  steps:
    asks: Which steps are there?
    type: list
    one: step
    called: name
    fields:
      name: {asks: What is the step?, type: text}
      grant: {asks: Which licence does it concern?, type: reference, of: grants}
"""  # noqa: E501
PARTIES = {
    "alder": {"name": "Alder Limited", "short_name": "Alder", "kind": "company",
              "signatory_title": "Director"},
    "birch": {"name": "Birch & Co S.A.", "short_name": "Birch S.A.", "kind": "company",
              "signatory_title": "President"},
    "cedar": {"name": "Cedar", "short_name": "Cedar", "kind": "individual"},
}  # fmt: skip
_OPENING, _CLOSING = ("parties", "background"), ("execution",)


def library(texts: Mapping[str, str]) -> Library:
    """A library with one precedent, `deal`, of these topics in this order.

    A plain key names a topic and gives its only variant; `topics/…`, `definitions/…` and other
    paths give files as they are. A topic whose `topic.yaml` says `within:` is a rider.
    """
    files = {"questionnaire/01-deal.yaml": QUESTIONS, "facts/counts.yaml": FACTS}
    ids: dict[str, None] = {}
    for path, text in texts.items():
        if "/" not in path and "." not in path:
            files[f"topics/{path}/topic.yaml"] = f"heading: {_heading(path)}\n"
            files[f"topics/{path}/text.md"] = text
            ids[path] = None
        else:
            files[path] = text
            if path.endswith("/topic.yaml") and "within:" not in text:
                ids[path.split("/")[1]] = None
    files["precedents/deal.yaml"] = _precedent(list(ids))
    loaded, faults = load_files(LibraryFiles("library", files, "digest"))
    assert not faults, [str(fault) for fault in faults]
    return Library(loaded)


FACTS = """\
grant_count: {count: grants}
"""


def _heading(id: str) -> str:
    return id.removeprefix("schedule-").replace("-", " ").capitalize()


def _precedent(ids: list[str]) -> str:
    schedules = [id for id in ids if id.startswith("schedule-")]
    clauses = [id for id in ids if id not in (*schedules, *_OPENING, *_CLOSING)]
    opening, closing = ([id for id in ids if id in group] for group in (_OPENING, _CLOSING))
    return (
        f"title: A deal\nparties: 1 or more\nopening: [{', '.join(opening)}]\nparts:\n"
        f"  - {{heading: Terms, topics: [{', '.join(clauses)}]}}\n"
        f"schedules: [{', '.join(schedules)}]\nclosing: [{', '.join(closing)}]\n"
    )


def draft(
    texts: Mapping[str, str] | str,
    *,
    parties: int = 2,
    unknown: tuple[str, ...] = (),
    special: Mapping[str, Any] | None = None,
    confirmed: tuple[str, ...] = (),
    notes: str = "open",
    **answers: Any,
) -> Draft:
    """The agreement of such a library; plain text is the only variant of the topic `work`."""
    built = library({"work": texts} if isinstance(texts, str) else texts)
    known = dict(list(PARTIES.items())[:parties])
    return built.draft(
        {
            "precedent": "deal",
            "answers": {"parties": known, **answers},
            "unknown": list(unknown),
            "special_terms": dict(special or {}),
            "confirmed": list(confirmed),
        },
        notes=notes,
    )


def lines(texts: Mapping[str, str] | str, **deal: Any) -> list[str]:
    """What is printed below the title and the part's heading, blank lines left out."""
    printed = draft(texts, **deal).text().replace("\u00a0", " ").splitlines()
    return [line for line in printed if line and line not in ("A deal", "Terms")]


GRANTS = {
    "fields": {"bags": {"name": "Bags", "definition": "things to carry"},
               "shoes": {"name": "Shoes", "definition": "things to wear"}},
    "grants": {"first": {"licensee": "alder", "field": "bags", "exclusive": "yes"},
               "second": {"licensee": "birch", "field": "shoes", "exclusive": "no",
                          "fee": "EUR 500"}},
}  # fmt: skip
"""Two grants, for `draft(…, **GRANTS)`."""
