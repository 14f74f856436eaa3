"""What a guard on the first line of a block shuts out is reported, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.diagnostics import Diagnostic
from drafter.library.load import load
from drafter.rules.of_files import guard_never

LIBRARY = {
    "questionnaire/01-deal.yaml": """\
section: Deal
questions:
  parties: {asks: Who?, type: list, one: party, fields: {name: {asks: Name?, type: text}}}
  escrow: {asks: Is the source deposited?, type: yes/no}
  overrun: {asks: What then?, type: choice, options: {stop: Stop, agreed-only: Ask, free: Go on}}
  misses: {asks: How many?, type: whole number}
  limit: {asks: How much?, type: money, optional: yes}
  agent: {asks: Who?, type: text}
""",
    "facts/deal.yaml": """\
count_of_parties: {count: parties}
pair: {when: count_of_parties = 2}
group: {when: count_of_parties > 2}
size: {classify: {short: misses < 2, long: misses >= 2}}
""",
    "topics/deposit/topic.yaml": "heading: Deposit\n",
}

FIRES = {
    "the plain negation": """\
{if escrow} A Party must deposit the source.
{if not escrow} A Party need not deposit the source.
""",
    "an answer and its absence": """\
{if limit is answered} A Party may spend {limit}.
{if limit is not answered} A Party must not spend money.
""",
    "a comparison without an answer": """\
{if limit is not answered} A Party must not spend money.
{if limit >= EUR 500} A Party must ask first.
""",
    "another option of the question": """\
{if overrun is stop} The work ends.
{if overrun is one of agreed-only, free} The work goes on.
""",
    "the option that was denied": """\
{if overrun is not stop} The work goes on.
{if overrun is stop} The work ends.
""",
    "a range beyond the other": """\
{if misses = 1} A miss counts.
{if misses > 1} Several misses count.
""",
    "what two named facts say": """\
{if pair} The other Party pays.
{if group} Each Party pays a part.
""",
    "what a class says": """\
{if size is long} The work goes on.
{if misses < 2} The work ends.
""",
    "a bullet beneath": """\
{if escrow} A Party must: {and}
  - deposit the source
  - {if not escrow} keep the source
""",
    "a bullet beneath a bullet": """\
A Party must: {and}
  - {if escrow} deposit: {or}
    - the source
    - {if not escrow} nothing
  - keep a copy
""",
    "one part of a longer guard": """\
{if escrow and overrun is stop} A Party must deposit the source.
{if misses > 1 and overrun is free} The work goes on.
""",
    "each part of an alternative": """\
{if overrun is free} The work goes on.
{if overrun is stop or overrun is agreed-only} The work ends.
""",
    "two guards of one sentence": """\
The work goes on.
{if escrow} {if not escrow} A Party must deposit the source.
""",
}

SILENT = {
    "blocks of their own": """\
{if escrow} A Party must deposit the source.

{if not escrow} A Party need not deposit the source.
""",
    "an unguarded first sentence": """\
A Party keeps its source.
{if escrow} It must deposit a copy.
{if not escrow} It need not deposit a copy.
""",
    "guards of different questions": """\
{if escrow} A Party must deposit the source.
{if overrun is stop} The work ends.
""",
    "a narrower guard": """\
{if overrun is one of stop, free} The work changes.
{if overrun is stop} The work ends.
""",
    "ranges that meet": """\
{if misses >= 1} A miss counts.
{if misses <= 1} No further miss counts.
""",
    "amounts in two currencies": """\
{if limit > EUR 500} A Party must ask first.
{if limit < GBP 100} A Party may pay at once.
""",
    "an alternative of which one part fits": """\
{if overrun is free} The work goes on.
{if overrun is stop or escrow} A Party must deposit the source.
""",
    "a fact that fits": """\
{if misses = 1} A miss counts.
{if size is short} The work goes on.
""",
}


def reported(folder: Path, prose: str) -> list[Diagnostic]:
    """What the check says of a topic with this text."""
    for name, text in {**LIBRARY, "topics/deposit/only.md": prose}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    library, faults = load(folder)
    assert not faults
    return list(guard_never.check(library))


class DescribeGuardNever:
    @pytest.mark.parametrize("prose", FIRES.values(), ids=FIRES)
    def it_reports(self, prose: str, tmp_path: Path) -> None:
        (fault,) = reported(tmp_path, prose)
        assert fault.rule == "guard-never"

    @pytest.mark.parametrize("prose", SILENT.values(), ids=SILENT)
    def it_accepts(self, prose: str, tmp_path: Path) -> None:
        assert reported(tmp_path, prose) == []

    def it_points_at_the_sentence_and_names_both_guards(self, tmp_path: Path) -> None:
        (fault,) = reported(tmp_path, FIRES["the plain negation"])
        assert fault.place is not None
        assert fault.place.line == 2
        assert "{if not escrow}" in fault.says
        assert "{if escrow}" in fault.says
        assert "a block of its own" in fault.cure
