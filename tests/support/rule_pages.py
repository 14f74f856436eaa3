"""The examples on the pages of rules, and the library that each of them is put into."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import Library
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.rules.of_files import run_checks
from drafter.rules.table import Meaning, all_rules
from drafter.yaml_nodes import YamlFile, plain
from support.corpus import CORPUS

LIBRARY = {
    "questionnaire/01-deal.yaml": """\
section: The deal
questions:
  parties: {asks: Who?, type: list, one: party, called: name, fields: {name: {asks: Name?, type: text}}}
  product: {asks: What is made?, type: text}
  new_results: {asks: Are results made?, type: yes/no}
  ownership: {asks: Who owns them?, type: choice, options: {maker: The maker, joint: All}}
  cap: {asks: What is the cap?, type: money, optional: yes}
  start: {asks: When does it start?, type: date}
  finish: {asks: When does it end?, type: date}
  lead_time: {asks: How long does it take?, type: duration, ask when: new_results}
  licensor: {asks: Who licenses?, type: party}
  grants:
    asks: Which licences?
    type: list
    one: grant
    fields:
      licensor: {asks: Who grants?, type: party}
      exclusivity: {asks: How exclusive?, type: choice, options: {exclusive: Exclusive, sole: Sole}}
      fee: {asks: What fee?, type: money}
""",  # noqa: E501
    "facts/deal.yaml": """\
count: {count: parties}
two_parties: {when: count = 2}
all_fees: {total: grants.fee}
""",
    "definitions/party.md": "---\nterm: Party\nforms: [Parties]\n---\nmeans a person that signs.\n",
    "topics/task/topic.yaml": "heading: Work\n",
    "topics/task/text.md": "Each Party must work.\n",
    "precedents/deal.yaml": """\
title: Deal
parts: [{heading: Terms, topics: [task]}]
essential: [product]
""",
    "consistency/R1.yaml": """\
severity: inform
when: not (product is answered) and (start is answered or finish is answered or lead_time is answered or licensor is answered or cap is answered or ownership is joint or some grant has (fee is answered))
message: An agreement turns on each of these answers.
""",  # noqa: E501
    "words.yaml": "names: [Licensor, Work, May]\n",
}  # fmt: skip
ANSWERS = "answers.yaml"
_CLAUSE = "topics/task/text.md"
_SHOWN = re.compile(r"^(Bad|Good)(?:, in (\S+))?:\n\n((?:    .*\n|\n)+)", re.MULTILINE)


class Example(NamedTuple):
    """A bad or a good example: the rule, the file that it is, and its text."""

    rule: str
    what: str
    file: str
    text: str


def faults_with(file: str, text: str) -> list[Diagnostic]:
    """What is found at fault in a file of the library, or in answers to it."""
    if file == ANSWERS:
        return list(_of_answers(text))
    library, faults = load_files(LibraryFiles("library", LIBRARY | {file: text}, "digest"))
    return [*faults, *run_checks(library)]


def follows_as_its_page_says(faults: Iterable[Diagnostic]) -> bool:
    """Whether each is the error, warning or note that the page of its rule announces."""
    return all(re.search(rf"\b{one.severity}\b", all_rules()[one.rule].effect.lower())
               for one in faults)  # fmt: skip


def _of_answers(text: str) -> Iterable[Diagnostic]:
    """What is said when an agreement is drafted from these answers."""
    clauses, _ = load_files(LibraryFiles("library", LIBRARY, "digest"))
    file = YamlFile(ANSWERS, text)
    root = file.root()
    assert root is not None
    try:
        return Library(clauses).draft(cast(dict[str, Any], plain(file, root))).warnings
    except Refused as refused:
        return refused.diagnostics


def _examples() -> Iterator[Example]:
    """Those of the rules that have no whole library of their own to show it."""
    for meaning in all_rules().values():
        if not (CORPUS / meaning.rule).is_dir():
            yield from _on(meaning)


def _on(meaning: Meaning) -> Iterator[Example]:
    for what, file, text in _SHOWN.findall(meaning.page + "\n"):
        if file or meaning.when == "When clause text is read":
            yield Example(meaning.rule, what, file or _CLAUSE, textwrap.dedent(text).strip() + "\n")


EXAMPLES = tuple(_examples())
