"""Answers that a hurried person gets wrong, one a line: the deal, where, what, what is said of it.

They are of the kinds that relations and codes tell, on questions that nothing else here breaks:
of the long agreements and of the short ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from support.command import ROOT, answers_of

BAG, CUP, UNI, ALL, LIC = ("smart-handbag", "workout-rewards", "sensor-university",
                           "allergen-reader", "light-fibre-licence")  # fmt: skip
RES, SUP, OPT, HEADS, BUN, FIRST, REF = (
    "research-by-time-and-cost", "supply-with-a-minimum-and-tools", "option-that-makes-the-licence",
    "heads-for-a-company", "bundle-sold-by-one", "purchase-at-a-fixed-price", "referral-both-ways",
)  # fmt: skip
CASES = ROOT / "clause_library/cases"


class Bad(NamedTuple):
    """One bad answer: `says` is part of what must be said; `beside` are answers that are good."""

    deal: str
    path: str
    value: Any
    says: str
    beside: Mapping[str, Any] = {}

    def data(self, *, bad: bool = True) -> dict[str, Any]:
        """The deal, with the bad answer or before it."""
        data = deepcopy(_deal(self.deal))
        for path, value in {**self.beside, **({self.path: self.value} if bad else {})}.items():
            *above, last = path.split(".")
            at = data if above[:1] == ["special_terms"] else data["answers"]
            for part in above:
                at = at.setdefault(part, {})
            at[last] = deepcopy(value)
        return data


@cache
def _deal(name: str) -> dict[str, Any]:
    case = Path(CASES / f"{name}.yaml")
    if not case.exists():
        return answers_of(name)
    data = yaml.load(case.read_text("utf-8"), Loader=yaml.BaseLoader)
    return {key: data[key] for key in data if key != "expect"}


WORK = {
    "work_matters": ["secondees", "facilities", "materials", "key-people"],
    "key_people": {"a": {"party_of": "terawear", "role": "lead", "person": "Ann Li"},
                   "b": {"party_of": "maison-v", "role": "lead", "person": "Bo Ek"}},
    "secondments": {"a": {"employer": "terawear", "host": "maison-v", "task": "fit inserts",
                          "heads": "2", "longest": "3 months"}},
    "facility_uses": {"a": {"facility": "lab", "provider": "terawear", "visitor": "maison-v",
                            "value": "GBP 5"},
                      "b": {"facility": "atelier", "provider": "maison-v", "visitor": "terawear",
                            "value": "GBP 5"}},
    "material_transfers": {"a": {"material": "hide", "provider": "maison-v",
                                 "recipient": "terawear", "use": "tests"}},
}  # fmt: skip
LINK = {
    "systems_linked": "yes", "interface_notice": "30 days",
    "interfaces": {"a": {"name": "orders", "provider": "terawear", "user": "maison-v",
                         "availability": "99 percent", "response": "4"}},
}  # fmt: skip
GOAL = {"goal": "less waste", "metric": "kg", "baseline": "9", "target": "5", "by": "2028-01-01"}
GOALS = {"impact": "goals", "impact_goals": {"a": GOAL}}
GAP = {"heads_gaps": "yes", "heads_open": {"a": {
    "point": "Price", "views": "x", "clears": "cale", "due": "2027-05-01"}}}  # fmt: skip
STAGES = {"research_pricing": "by-stage", "research_stages": {
    "a": {"work": "wash", "due": "2027-07-01", "price": "USD 5"},
    "b": {"work": "dry", "due": "2027-08-01", "price": "USD 6"}}}  # fmt: skip
OPEN = {"foreground_ownership": "open", "open_terms": "CC BY 4.0"}
TRACKS = {"joint_process": "lead-per-track", "tracks": {
    one: {"name": one.title(), "leader": "terawear", "rhythm": "weekly"}
    for one in ("design", "build")}}  # fmt: skip
SIGN = {"brand_extras": ["joint-sign"], "joint_sign_owner": "terawear"}
SHORT = {"term_length": "6 months"}
FLOW = {"sender": "maison-v", "receiver": "terawear",
        "purpose": "Activation and repair of the insert",
        "data": "names and email addresses of buyers who activate the  insert"}  # fmt: skip

AMOUNTS = [
    Bad(BAG, "secondments.a.heads", "1000", "is more than is usual, 50", WORK),
    Bad(BAG, "interfaces.a.availability", "1 percent", "is less than is usual, 90", LINK),
    Bad(BAG, "interfaces.a.response", "720", "is more than is usual, 72", LINK),
    Bad(BAG, "service_credit", "100 percent", "is more than is usual, 30", LINK),
    Bad(BAG, "team_capacity", "0.001 percent", "is less than is usual, 5"),
    Bad(BAG, "manager_authority", "GBP 99000000000", "is more than is usual"),
    Bad(BAG, "general_cap", "GBP 99000000000000", "is more than is usual"),
    Bad(BAG, "interface_notice", "5 years", "is out of bounds", LINK),
    Bad(BAG, "late_interest", "4,5 percent", "is not a percentage"),
    Bad(BAG, "higher_cap", "GBP 3,00,000", "is not an amount"),
    Bad(CUP, "reward_amount", "USD 900000000000", "is more than is usual, 100"),
    Bad(UNI, "open_delay", "5 years", "is more than is usual, 12 months", OPEN),
    Bad(UNI, "open_delay", "0 days", "is out of bounds", OPEN),
    Bad(LIC, "royalty_rate", "100 percent", "is more than is usual, 30"),
    Bad(LIC, "know_how_days", "1000", "is more than is usual, 100"),
    Bad(LIC, "stock_time", "2 years", "is more than is usual, 12 months"),
    Bad(SUP, "goods_defects_time", "1 months", "is less than is usual, 6 months"),
    Bad(SUP, "goods_last_order", "2 years", "is more than is usual, 12 months"),
    Bad(SUP, "goods_lines.a.least_order", "1000000000", "is more than is usual"),
    Bad(SUP, "goods_minimum", "GBP 1", "is less than is usual, 1000"),
    Bad(BUN, "bundle_tail", "3 years", "is more than is usual, 24 months"),
    Bad(REF, "introduction_share_time", "10 years", "is more than is usual, 36 months"),
    Bad(REF, "introductions.b.share", "100 percent", "is more than is usual, 50"),
    Bad(HEADS, "company_shares.a.share", "-40 percent", "is out of bounds"),
]  # fmt: skip
BESIDE = [
    Bad(BAG, "key_person_time", "1 years", "`key_person_time` (1 years) is",
        {**WORK, **SHORT}),
    Bad(BAG, "secondments.a.longest", "5 years", "is more than `term_length`", WORK),
    Bad(BAG, "attribution_window", "2 years", "`attribution_window` (2 years) is",
        {"measure_extras": ["attribution"], "attribution_keeper": "terawear", **SHORT}),
    Bad(BAG, "facility_uses.a.until", "2150-01-01", "A facility is used outside the time", WORK),
    Bad(BAG, "impact_goals.a.by", "2199-01-01", "A goal is to be reached outside", GOALS),
    Bad(BAG, "interface_notice", "2 years", "`interface_notice` (2 years) is",
        {**LINK, **SHORT}),
    Bad(BAG, "milestones.design-freeze.due", "2028-12-15", "stands behind"),
    Bad(SUP, "goods_lines.a.lead_time", "3 years", "is more than `term_length`", SHORT),
    Bad(OPT, "option_length", "10 years", "The option outlasts the agreement"),
    Bad(FIRST, "option_fee", "GBP 900000", "The option costs as much as the rights"),
    Bad(FIRST, "talks_time", "1 years", "The talks last longer than the right",
        {"first_right": "talks", "first_right_for": "licence", "option_length": "1 months"}),
    Bad(RES, "research_stages.b.due", "2027-05-01", "stands behind", STAGES),
    Bad(REF, "early_notice", "5 years", "is more than `term_length`", SHORT),
    Bad(HEADS, "heads_open.a.due", "2001-05-01", "is before `effective_date`", GAP),
    Bad(HEADS, "heads_open.a.due", "2090-05-01", "A point is cleared only after", GAP),
    Bad(HEADS, "heads_target", "2190-05-01", "The parties want to sign outside the time"),
    Bad(HEADS, "heads_exclusive_time", "1 years", "`heads_exclusive_time` (1 years)",
        {"heads_exclusive": "exclusive", "term_length": "3 months"}),
    Bad(CUP, "cure_time", "40 working-days", "is more than `term_length`",
        {"term_length": "1 months"}),
    Bad(CUP, "cure_time", "31 days", "cannot be compared", {"term_length": "1 months"}),
]  # fmt: skip
CURRENCIES = [
    Bad(BAG, "facility_uses.a.value", "JPY 5", "is in GBP and JPY", WORK),
    Bad(SUP, "goods_lines.a.price", "EUR 84", "is in EUR and GBP"),
    Bad(SUP, "goods_minimum", "JPY 120000", "are in two currencies"),
    Bad(BUN, "bundle_parts.a.price", "USD 3", "is in GBP and USD"),
    Bad(LIC, "royalty_minimum", "JPY 3000000", "are in two currencies"),
    Bad(RES, "research_stages.b.price", "EUR 6", "is in EUR and USD", STAGES),
    Bad(RES, "research_ceiling", "JPY 120000", "are in two currencies"),
    Bad(REF, "introductions.b.fee", "USD 12", "is in GBP and USD"),
    Bad(FIRST, "purchase_price", "JPY 10000", "are in two currencies"),
    Bad(BAG, "cost_ceiling", "XTS 100", "`XTS` is no currency"),
    Bad(BAG, "pilot_cap", "DEM 100", "`DEM` is no currency"),
]
TWICE = [
    Bad(BAG, "secondments.b", {**WORK["secondments"]["a"], "task": "Fit  inserts"},
        "have the same `employer`, `host`, `task`", WORK),
    Bad(BAG, "facility_uses.c", {**WORK["facility_uses"]["a"], "facility": "LAB"},
        "have the same `facility`, `provider`, `visitor`", WORK),
    Bad(BAG, "material_transfers.b", {**WORK["material_transfers"]["a"], "material": "Hide"},
        "have the same `material`, `provider`, `recipient`", WORK),
    Bad(BAG, "key_people.b.person", "Ann Li", "One person is named twice", WORK),
    Bad(BAG, "glossary.patina.meaning", "patina", "A word would mean itself"),
    Bad(BAG, "milestones.prototype.depends_on", "10 Prototypes that pass the test protocol",
        "A milestone would depend on itself"),
    Bad(BAG, "guardrails.handmade.breached_if", "handmade leather body",
        "A guardrail would be broken by what it protects"),
    Bad(BAG, "impact_goals.a.target", "9", "A goal would change nothing", GOALS),
    Bad(BAG, "impact_goals.b", {**GOAL, "goal": "Less waste"}, "have the same `goal`", GOALS),
    Bad(BAG, "background_items.other", {"contributor": "maison-v", "kind": "patent",
        "item": "Flexible battery cells and charging circuits"}, "Two parties bring one item"),
    Bad(BAG, "data_flows.b", FLOW, "but for case, space or Unicode form"),
    Bad(BAG, "test_criteria.water.test", "Drop from 1 m on Concrete on 6 sides",
        "have the same `test`"),
    Bad(BAG, "parties.maison-v.address", "12 FOUNDRY Lane, Bristol BS1 4XA, United Kingdom",
        "Two parties have one address"),
    Bad(BAG, "parties.terawear.country", ["GB", "GB"], "`GB` is named twice"),
    Bad(UNI, "result_kinds", ["data", "data"], "`data` is named twice"),
    Bad(BAG, "agreement_language", "English and English", "`English` is named twice"),
    Bad(BAG, "tracks.build.name", "Dèsign", "reads alike", TRACKS),
    Bad(LIC, "licensed_items.jacket.number", "GB 2 900 114 and EP 4 900 115",
        "Two items have one number"),
    Bad(LIC, "licensed_items.jacket.item", "A fibre with light scatterers",
        "One item is listed under two numbers"),
    Bad(HEADS, "heads_open.a.point", "business", "A point would be agreed and open", GAP),
    Bad(HEADS, "heads_points.b", {"point": "BUSINESS", "position": "y"}, "have the same `point`"),
    Bad(BUN, "bundle_parts.b.provider", "harbour", "leaves out `tune`"),
]  # fmt: skip
NAMES = [
    Bad(
        BAG,
        "impact_verifier",
        "TeraWear Ltd",
        "verified by a party",
        {**GOALS, "impact": "goals-and-claims", "claims_holder": "terawear"},
    ),
    Bad(
        BAG,
        "funder",
        "TeraWear",
        "A party would be its own funder",
        {"outside_rules": ["funder-terms"], "funded_parties": "all-funded"},
    ),
    Bad(BAG, "appointing_body", "Maison V SAS", "A party would appoint the expert"),
    Bad(BAG, "joint_sign", "Tera Wear", "a name or mark of one party", SIGN),
    Bad(BAG, "joint_sign", "Product", "a word with a meaning of its own", SIGN),
    Bad(BAG, "launch_phases.first.name", "Product", "a word with a meaning of its own"),
    Bad(BAG, "tracks.design.name", "Party", "a word with a meaning of its own", TRACKS),
    Bad(BAG, "product_parts.body.name", "The Product", "a word with a meaning of its own"),
    Bad(BAG, "interfaces.a.name", "Results", "a word with a meaning of its own", LINK),
    Bad(BAG, "marks.terawear.sign", "Mark", "a word with a meaning of its own"),
    Bad(BAG, "marks.maison-v.sign", "TERA WEAR", "One mark is listed twice"),
    Bad(BAG, "project_name", "TeraWear Ltd.", "The project and a party go by one name"),
    Bad(BAG, "parties.maison-v.name", "TeraWear Ltd", "Two parties have one legal name"),
    Bad(BAG, "parties.maison-v.short_name", "Terawéar", "reads alike"),
    Bad(BAG, "parties.maison-v.short_name", "TeraWear Limited", "goes by the name of another"),
    Bad(CUP, "parties.pacer.short_name", "C0rner Cup", "reads alike"),
    Bad(CUP, "parties.pacer.short_name", "Corner Cup Inc.", "reads alike"),
]
CODES = [
    Bad(BAG, "marks.terawear.territories", ["worldwide", "GB"], "names ground of `worldwide`"),
    Bad(LIC, "licensed_items.fibre.countries", ["EU", "DE"], "names ground of `EU` twice"),
    Bad(BAG, "project_territories", ["SU"], "`SU` is no territory"),
    Bad(BAG, "project_territories", ["DE-XX"], "`DE-XX` is no territory"),
    Bad(BAG, "agreement_language", "en", "is no language of ISO 639"),
    Bad(BAG, "parties.terawear.email", "legal@terаwear.example", "is not an e-mail address"),
    Bad(BAG, "parties.terawear.kind", "individual", "has the form of a company number"),
    Bad(BAG, "parties.terawear.kind", "partnership", "not the form of a partnership number"),
    Bad(BAG, "parties.maison-v.number", "08 123 456", "Two parties have one registration number",
        {"parties.maison-v.country": ["GB"], "parties.maison-v.law_of_incorporation": "England"}),
    Bad(BAG, "parties.maison-v.kind", "partnership", "the part of a German register that is for",
        {"parties.maison-v.country": ["DE"], "parties.maison-v.number": "HRB 1234"}),
]  # fmt: skip
SMALL_CAP = {"liability_model": "small-party-cap", "small_cap": "GBP 5000"}
SIZES = [
    Bad(BAG, "capped_party", "terawear", "goes to a party that is not the smaller one", SMALL_CAP),
    Bad(BAG, "unequal_parties", "yes", "the answers give all parties one size",
        {"parties.maison-v.size": "medium"}),
    Bad(BAG, "unequal_parties", "no", "protects neither its liability",
        {"parties.terawear.size": "large"}),
    Bad(BAG, "team_size", "60", "commits fifty people or more",
        {"people_commitment": "dedicated-team"}),
    Bad(BAG, "secondments.a.heads", "50", "commits fifty people or more",
        {**WORK, "parties.terawear.size": "small"}),
    Bad(BAG, "market_share", "60 percent", "hold more than a quarter of one",
        {"competitors": "yes", "parties.terawear.size": "small"}),
]  # fmt: skip
ALL_YEAR = {"reason": "season", "first_day": "2027-01-15", "last_day": "2029-01-14"}
EXCEPTIONS = [
    Bad(BAG, "blackouts.launch", ALL_YEAR, "has hardly a day on which it may"),
    Bad(BAG, "blackouts.launch.first_day", "2027-07-15", "has hardly a day on which it may",
        {"blackouts.launch": {**ALL_YEAR, "first_day": "2028-02-01"}}),
    Bad(BAG, "blackouts.spring", {**ALL_YEAR, "last_day": "2028-01-31"},
        "has hardly a day on which it may",
        {"blackouts.launch": {**ALL_YEAR, "first_day": "2028-02-01"}}),
]  # fmt: skip
PLACES = [
    Bad(BAG, "parties.terawear.law_of_incorporation", "Atlantis", "names no place"),
    Bad(CUP, "parties.pacer.law_of_incorporation", "the State of Deleware", "names no place"),
    Bad(HEADS, "company_place", "Narnia", "names no place"),
    Bad(BAG, "project_territories", ["GB-XYZ"], "`GB-XYZ` is no territory"),
    Bad(REF, "project_territories", ["FR-99"], "`FR-99` is no territory"),
]
SIDES = [Bad(BUN, "bundle_seller", "tune", "would pay itself for its own part")]
BAD = [*AMOUNTS, *BESIDE, *CURRENCIES, *TWICE, *NAMES, *CODES, *SIZES, *EXCEPTIONS, *PLACES, *SIDES]
