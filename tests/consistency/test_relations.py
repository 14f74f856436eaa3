"""What contradicts itself is told, whichever way the answers come in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from support.command import answers_of
from support.contradictions import BAG, CUP, TABLE, Told
from support.examples import starter
from support.small import loaded
from support.workspaces import Practice

from drafter.bundled import starter_library
from drafter.consistency.judge import findings
from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import Draft
from drafter.intake.form import Form
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import settle
from drafter.regeneration.batch import Drafting, run_batch
from drafter.regeneration.batch_rows import read_batch

TERM_AND_NOTICE = """\
section: Deal
questions:
  term: {asks: How long?, type: duration, recommend: [{take: 6 months, because: it is short}]}
  notice: {asks: What notice?, type: duration, relations: [{at most: term}]}
"""


def told(faults: Mapping[str, Any] | list[Diagnostic] | tuple[Diagnostic, ...]) -> str:
    return "\n".join(one.says for one in faults)


def drafted(deal: Any) -> str:
    """What the library says of a deal: why it drafts nothing, or its warnings."""
    try:
        made: Draft = starter().draft(deal)
    except Refused as why:
        return "refused:\n" + told(why.diagnostics)
    return f"warned:\n{told(made.warnings)}\nnoted:\n{told(made.notes)}"


def weighs(said: str, says: str) -> str:
    """The last heading above what is said."""
    before = said.partition(says)[0].split("\n")
    return next(one for one in reversed(before) if one in ("refused:", "warned:", "noted:"))[:-1]


def from_file(file: Path) -> str:
    """The same of an answers file; each fault has its place."""
    try:
        return drafted(starter().read_file(file))
    except Refused as why:
        return told([one for one in why.diagnostics if one.place])


@cache
def before(deal: str) -> Form:
    """The form of an example."""
    return starter().form(answers_of(deal))


def seen(form: Form) -> str:
    """What a form shows: faults, contradictions and warnings, at a terminal or in a browser."""
    return (
        told(form.faults)
        + "\n"
        + "\n".join(one.rule.message for one in form.findings if not one.pending)
    )


@pytest.fixture(scope="module")
def batched(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a batch over the whole table says of each row."""
    folder = tmp_path_factory.mktemp("batch")
    table = folder / "table.jsonl"
    table.write_text("\n".join(json.dumps(one.data) for one in TABLE) + "\n", "utf-8")
    places = replace(Practice(folder / "firm").places, library=str(starter_library()))
    trade = Drafting(places, "house", folder / "out", "1")
    done = run_batch(read_batch([table], lambda: starter().clauses.questionnaire).rows, trade)
    rows = sorted(done, key=lambda one: one.row.line)
    return [told([*one.faults]) + json.dumps(one.said, ensure_ascii=False) for one in rows]


@pytest.mark.parametrize("case", TABLE, ids=lambda one: f"{one.says}: {next(iter(one.changes))}")
class DescribeAContradiction:
    def it_is_told_by_every_way_in(self, case: Told, tmp_path, batched) -> None:
        file = tmp_path / "deal.yaml"
        file.write_text(yaml.safe_dump(case.data, allow_unicode=True), "utf-8")
        said = drafted(case.data)
        assert case.says in said
        assert weighs(said, case.says) == case.weighs
        assert case.says in from_file(file)
        assert case.says in seen(starter().form(case.data))
        assert case.says in batched[TABLE.index(case)]

    def it_is_told_of_the_answer_that_makes_it(self, case: Told) -> None:
        assert case.says not in seen(before(case.deal))
        changed = {name: case.data["answers"][name] for name in {
            path.partition(".")[0] for path in case.changes}}  # fmt: skip
        assert case.says in seen(before(case.deal).answer(changed, by="Counsel"))


class DescribeWhatIsNotGiven:
    """A relation holds people to what they said, and to nothing else."""

    @pytest.mark.parametrize(("given", "severity"), [({}, "warn"), ({"term": "6 months"}, "block")])
    def it_only_warns_beside_a_recommendation(self, given: dict[str, str], severity: str) -> None:
        library, _ = loaded({"questionnaire/deal.yaml": TERM_AND_NOTICE})
        data = {"precedent": "x", "answers": {"notice": "400 days", **given}}
        deal = settle(library.questionnaire, read_answers(data, library.questionnaire))
        assert [(one.rule.id, one.rule.severity) for one in findings(library, deal)] == [
            ("notice.at-most", severity)
        ]

    def it_is_silent_beside_what_nobody_knows(self) -> None:
        data = Told(BAG, {}, "").data
        del data["answers"]["higher_cap"]
        data["unknown"] = [*data.get("unknown", []), "higher_cap"]
        assert "higher_cap" not in drafted(data)


class DescribeASpecialTerm:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("As clause 77.2 says, nobody pays.", "types `clause 77.2`"),
            ("Schedule 9 applies.", "types `Schedule 9`"),
            ("Pacer must pay the Supplier.", "speaks of `Supplier`"),
            ("Each Customer of Pacer may join.", "speaks of `Customer`"),
        ],
    )
    def it_is_warned_of_what_points_at_nothing(self, text: str, says: str) -> None:
        assert says in drafted(with_special_term(text))

    @pytest.mark.parametrize(
        "text",
        [
            "Each Party must tell the other Parties of the Workout Rewards.",
            'The "Supplier" is Corner Cup. Pacer must pay the Supplier within 30 days.',
            "In the United States each Party bears its own costs under the clause on costs.",
        ],
    )
    def it_may_speak_of_terms_and_parties(self, text: str) -> None:
        assert "special term" not in drafted(with_special_term(text))


def with_special_term(text: str) -> dict[str, Any]:
    term = {"heading": "More", "text": text, "after": "exit", "reason": "agreed"}
    return {**answers_of(CUP), "special_terms": {"more": term}}


class DescribeAnOverrideOfARelation:
    """Who accepts one record has not accepted the next."""

    LATE: ClassVar = {"milestones.launch.due": "2031-01-01", "milestones.series.due": "2031-02-01"}

    def stopped(self, *accepted: str) -> list[str]:
        """The milestones that keep an agreement from being issued."""
        day = {"by": "General Counsel", "on": "2027-01-05", "reason": "known"}
        data = Told(BAG, self.LATE, "").data
        data["overrides"] = [{"what": one, **day} for one in accepted]
        with pytest.raises(Refused) as why:
            starter().draft(data, "issue")
        late = [one for one in why.value.diagnostics if one.rule == "milestones.due.within"]
        return [one.says.partition(".due`")[0].rpartition(".")[2] for one in late]

    def it_names_the_record(self) -> None:
        assert self.stopped() == ["series", "launch"]
        assert self.stopped("milestones.launch.due.within") == ["series"]
        assert self.stopped("milestones.due.within") == ["series", "launch"]

    def it_is_asked_for_by_its_name(self) -> None:
        with pytest.raises(Refused) as why:
            starter().draft(Told(BAG, self.LATE, "").data, "issue")
        assert "override `milestones.launch.due.within`" in " ".join(
            one.cure for one in why.value.diagnostics)  # fmt: skip

    def it_is_counted(self) -> None:
        data = Told(BAG, self.LATE, "").data
        before = starter().draft(data).tally.overridden
        day = {"by": "General Counsel", "on": "2027-01-05", "reason": "known"}
        data["overrides"] = [{"what": "milestones.launch.due.within", **day}]
        assert starter().draft(data).tally.overridden == before + 1


class DescribeShares:
    @pytest.mark.parametrize("shares", [["33.33", "66.67"], ["33.3", "66.7"], ["100", "0"]])
    def it_takes_what_comes_to_the_whole(self, shares: list[str]) -> None:
        parties = ("terawear", "maison-v")
        changes = {f"revenue_shares.{id}.share": f"{one} percent"
                   for id, one in zip(parties, shares, strict=True)}  # fmt: skip
        assert "100%" not in drafted(Told(BAG, changes, "").data)

    def it_takes_thirds_and_says_what_is_left(self) -> None:
        changes = {"revenue_shares.terawear.share": "33.333 percent",
                   "revenue_shares.maison-v.share": "66.666 percent"}  # fmt: skip
        report = starter().draft(Told(BAG, changes, "").data).report()
        assert [one["severity"] for one in report["findings"]
                if "rounding leaves 0.001 to nobody" in one["says"]] == ["inform"]  # fmt: skip


class DescribeTheFourExamples:
    @pytest.mark.parametrize("name", [BAG, CUP, "smart-home-five", "sensor-university"])
    def it_breaks_no_relation(self, name: str) -> None:
        relations = starter().clauses.questionnaire.relations
        form = before(name)
        assert [one.rule.message for one in form.findings if one.rule.id in relations] == []
