"""What contradicts itself is told, whichever way the answers come in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.command import answers_of
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
from drafter.regeneration.batch_rows import read_rows

BAG, CUP = "smart-handbag", "workout-rewards"


@dataclass(frozen=True, slots=True)
class Told:
    """A deal changed by some answers, and what must be said of it."""

    deal: str
    changes: Mapping[str, Any]
    says: str
    is_warning: bool = False

    @property
    def data(self) -> dict[str, Any]:
        data = deepcopy(answers_of(self.deal))
        for path, value in self.changes.items():
            *above, last = path.split(".")
            at = data["answers"]
            for part in above:
                at = at.setdefault(part, {})
            at[last] = value
        return data


def refused(deal: str, says: str, **changes: Any) -> Told:
    return Told(deal, {name.replace("__", "."): one for name, one in changes.items()}, says)


def warned(deal: str, says: str, **changes: Any) -> Told:
    return Told(deal, {name.replace("__", "."): one for name, one in changes.items()}, says, True)


EXIT = {"licence": "background", "ending": "expiry"}
DATED = {"reason": "season", "first_day": "2027-03-01", "last_day": "2027-02-01"}
TERM_AND_NOTICE = """\
section: Deal
questions:
  term: {asks: How long?, type: duration, recommend: [{take: 6 months, because: it is short}]}
  notice: {asks: What notice?, type: duration, relations: [{at most: term}]}
"""
BOUNDS = [
    refused(BAG, "`0 days` is out of bounds", term_length="0 days"),
    refused(BAG, "`0 months` is out of bounds", cure_time="0 months"),
    refused(BAG, "`0 working-days` is out of bounds", exit_notice="0 working-days"),
    refused(BAG, "`200 years` is out of bounds", term_length="200 years"),
    refused(BAG, "`40000 days` is out of bounds", secrecy_time="40000 days"),
    refused(BAG, "`GBP 0` is out of bounds", general_cap="GBP 0"),
    refused(BAG, "`GBP 0.00` is out of bounds", cost_ceiling="GBP 0.00"),
    refused(BAG, "JPY has no smaller unit", general_cap="JPY 1.50"),
    refused(BAG, "`GPB` is no currency", general_cap="GPB 100000"),
    refused(BAG, "`GBP -5` is not an amount", general_cap="GBP -5"),
    refused(BAG, "`-3` is out of bounds", team_size="-3"),
    refused(BAG, "`0` is out of bounds", sample_count="0"),
    refused(BAG, "`0` is out of bounds", kpi_misses=0),
    refused(BAG, "`-1` is out of bounds", breach_hours=-1),
    refused(BAG, "`-5 percent` is out of bounds", late_interest="-5 percent"),
    refused(BAG, "`900 percent` is out of bounds", late_interest="900 percent"),
    refused(BAG, "`101 percent` is out of bounds", translation_buffer="101 percent"),
    refused(BAG, "`0%` is out of bounds", team_capacity="0%"),
    refused(BAG, "`0027-03-01` is out of bounds", effective_date="0027-03-01"),
    refused(BAG, "`1900-01-01` is out of bounds", milestones__launch__due="1900-01-01"),
    refused(BAG, "`0 days` is out of bounds", product_parts__body__spares_for="0 days"),
]
SIDES = [
    refused(CUP, "A party would pay itself", reward_honourer="pacer"),
    refused(CUP, "A party would pay the fee to itself", money_model="referral-fee",
            referral_payer="pacer", referral_receiver="pacer", referral_amount="USD 5"),
    refused(BAG, "A party would grant a licence to itself",
            **{"grants__craft-for-wearables__licensor": "terawear"}),
    refused(BAG, "A party would give personal data to itself",
            data_flows__buyers__receiver="maison-v"),
]  # fmt: skip
NAMES = [
    refused(CUP, "Two parties go by one short name", parties__pacer__short_name="Corner Cup"),
    refused(CUP, "but for case, space or Unicode form", parties__pacer__short_name="CORNER  CUP"),
    refused(CUP, "but for case, space or Unicode form",
            parties__pacer__short_name="Ｃｏｒｎｅｒ Cup"),
    refused(CUP, "One organisation is named as two parties",
            parties__pacer__name="Corner Cup Coffee LLC"),
    *(refused(CUP, "a word with a meaning of its own", parties__pacer__short_name=name)
      for name in ("Party", "Product", "Mark", "parties", "Each Party", "THE PROJECT", "Expert")),
    refused(BAG, "reads like", glossary__patina__word="Product"),
    warned(BAG, "reads like", fields__wearables__label="Product"),
]  # fmt: skip
ROWS = [
    refused(BAG, "The exit table says what happens", exit_effects="deal-table",
            exit_table={"a": {**EXIT, "effect": "continues"}, "b": {**EXIT, "effect": "ends"}}),
    refused(BAG, "One decision is reserved twice",
            reserved_decisions__patina__decision="Silhouette and  proportions of the bag"),
    refused(BAG, "Two fields of use go by one name", fields__wearables__label="LEATHER goods"),
    refused(BAG, "One class of results is listed twice",
            subject_classes__application__name="platform"),
    refused(BAG, "The glossary gives one word two meanings", glossary__prototype__word="Patina"),
    refused(BAG, "have the same `measure`", kpis__returns__measure="bags sold within 60 days "
            "after a launch phase begins"),
    refused(BAG, "have the same `contributor`, `item`", background_items__firmware__item=
            "Flexible battery cells and charging circuits"),
]  # fmt: skip
SUMS = [
    refused(BAG, "comes to 90, not 100", revenue_shares__terawear__share="30 percent"),
    refused(BAG, "comes to 99, not 100", revenue_shares__terawear__share="39 percent"),
    refused(BAG, "have the same `receiver`", revenue_shares__terawear__receiver="maison-v"),
]  # fmt: skip
ORDER = [
    refused(BAG, "A licence would end before it starts",
            **{"grants__craft-for-wearables__start": "2028-01-01",
               "grants__craft-for-wearables__end": "2027-12-31"}),
    refused(BAG, "A blackout would end before it begins", blackouts__launch=DATED),
    refused(BAG, "The higher cap is lower", higher_cap="GBP 500000"),
    warned(BAG, "cannot be compared", higher_cap="EUR 3000000"),
    refused(CUP, "The monthly cap is less than one reward", reward_cap="USD 2"),
    refused(BAG, "The lock-in is longer than the agreement", lock_in="5000 days"),
    warned(BAG, "The pilot is longer than the agreement", pilot_length="1000 days"),
    warned(BAG, "The pilot is shorter than six months",
           pilot_planned="yes", pilot_length="150 days", gate_month="2 months"),
    warned(BAG, "The notice of exit is longer", exit_notice="99 months"),
    warned(BAG, "A milestone lies outside the time", milestones__launch__due="2031-01-01"),
    warned(BAG, "is before `effective_date`", launch_phases__first__earliest="2026-01-01"),
    warned(CUP, "The exclusivity lasts longer", market_exclusivity="category",
           exclusive_category="coffee", exclusive_time="365 days",
           term_length="6 months"),
    warned(CUP, "A French party is involved", parties__pacer__country=["FR"],
           exit_notice="2 months", exit_right="any-time"),
]  # fmt: skip
COMPARED = [
    warned(BAG, "cannot be compared, so it is not known", term_length="14 months",
           lock_in="424 days"),
    warned(BAG, "cannot be compared, so it is not known", pilot_planned="yes",
           pilot_length="180 days", gate_month="2 months"),
]  # fmt: skip
BY_KIND = [
    refused(BAG, "has not the form that is asked for", parties__terawear__number="unknown yet"),
    refused(BAG, "`UK` is no territory", parties__terawear__country=["UK"]),
    refused(BAG, "is not an e-mail address", parties__terawear__email="legal at terawear"),
]
UNSEEN = [
    refused(CUP, "ZERO WIDTH SPACE", parties__pacer__short_name="Pacer\u200b"),
    refused(CUP, "ZERO WIDTH NO-BREAK SPACE", project_name="\ufeffWorkout"),
    refused(CUP, "WORD JOINER", project_name="Work\u2060out"),
    refused(CUP, "SOFT HYPHEN", product_description="a re\u00adward"),
    refused(CUP, "TAG LATIN CAPITAL LETTER A", project_name="Workout\U000e0041"),
    refused(CUP, "the answer is empty", project_name="\u2800 \u3164"),
    refused(CUP, "the answer is empty", marks__pacer__sign="\u200b\u00ad"),
]
TABLE = [*COMPARED, *BY_KIND, *UNSEEN, *BOUNDS, *SIDES, *NAMES, *ROWS, *SUMS, *ORDER]


def told(faults: Mapping[str, Any] | list[Diagnostic] | tuple[Diagnostic, ...]) -> str:
    return "\n".join(one.says for one in faults)


def drafted(deal: Any) -> str:
    """What the library says of a deal: why it drafts nothing, or its warnings."""
    try:
        made: Draft = starter().draft(deal)
    except Refused as why:
        return told(why.diagnostics)
    return "warned:\n" + told(made.warnings)


def from_file(file: Path) -> str:
    """The same of an answers file; each fault has its place."""
    try:
        return drafted(starter().read_file(file))
    except Refused as why:
        return told([one for one in why.diagnostics if one.place])


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
    done = run_batch(read_rows([table]), trade, 1)
    rows = sorted(done, key=lambda one: one.row.line)
    return [told([*one.faults]) + json.dumps(one.said, ensure_ascii=False) for one in rows]


@pytest.mark.parametrize("case", TABLE, ids=lambda one: f"{one.says}: {next(iter(one.changes))}")
class DescribeAContradiction:
    def it_is_told_by_every_way_in(self, case: Told, tmp_path, batched) -> None:
        file = tmp_path / "deal.yaml"
        file.write_text(yaml.safe_dump(case.data, allow_unicode=True), "utf-8")
        said = drafted(case.data)
        assert case.says in said
        assert said.startswith("warned:") is case.is_warning
        assert case.says in from_file(file)
        assert case.says in seen(starter().form(case.data))
        assert case.says in batched[TABLE.index(case)]

    def it_is_told_of_the_answer_that_makes_it(self, case: Told) -> None:
        before = starter().form(answers_of(case.deal))
        assert case.says not in seen(before)
        changed = {name: case.data["answers"][name] for name in {
            path.partition(".")[0] for path in case.changes}}  # fmt: skip
        assert case.says in seen(before.answer(changed, by="Counsel"))


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
        form = starter().form(answers_of(name))
        assert [one.rule.message for one in form.findings if one.rule.id in relations] == []
