"""Deals that contradict themselves, each with what must be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from support.command import answers_of

BAG, CUP, UNI, HOME = "smart-handbag", "workout-rewards", "sensor-university", "smart-home-five"


@dataclass(frozen=True, slots=True)
class Told:
    """A deal changed by some answers, and what must be said of it."""

    deal: str
    changes: Mapping[str, Any]
    says: str
    weighs: str = "refused"

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
    return replace(refused(deal, says, **changes), weighs="warned")


def noted(deal: str, says: str, **changes: Any) -> Told:
    return replace(refused(deal, says, **changes), weighs="noted")


EXIT = {"licence": "background", "ending": "expiry"}
DATED = {"reason": "season", "first_day": "2027-03-01", "last_day": "2027-02-01"}
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
    warned(BAG, "Misses count before anything has been launched", kpi_grace="1 months"),
    noted(BAG, "The decision falls before the first milestone is due", gate_month="1 days"),
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
GOODS = {"goods": "inserts", "supplier": "terawear", "buyer": "maison-v",
         "price": "EUR 10", "lead_time": "30 days"}  # fmt: skip
SHORT = {"term_length": "6 months"}
FLOW = {"sender": "terawear", "receiver": "maison-v", "data": "a", "purpose": "b"}
USUAL = [
    noted(BAG, "is more than is usual, 60 days", payment_time="90 days"),
    noted(BAG, "is less than is usual, 5 days", payment_time="1 days"),
    noted(BAG, "is more than is usual, 15", late_interest="100 percent"),
    noted(BAG, "is less than is usual, 1 years", secrecy_time="1 days"),
    noted(BAG, "is more than is usual, 100", team_size="10000"),
    noted(BAG, "is less than is usual, 5 days", exit_notice="1 days"),
    noted(BAG, "is less than is usual, 1 months", lock_in="1 days"),
    noted(BAG, "is more than is usual, 72", breach_hours="720"),
    noted(BAG, "is less than is usual, 1000", general_cap="GBP 1"),
    noted(BAG, "is more than is usual, 30", **{
        "grants.platform-for-leather.royalty": "100 percent"}),
    noted(BAG, "is less than is usual, 6 months", product_parts__body__spares_for="1 days"),
    noted(CUP, "is less than is usual, 2024-01-01", effective_date="2019-03-01"),
    noted(CUP, "is more than is usual, 2040-12-31", effective_date="2199-12-31"),
]  # fmt: skip
LONGER = [
    warned(CUP, "`cure_time` (1 years) is more than `term_length`", **SHORT, cure_time="1 years"),
    warned(CUP, "`brand_cure_time` (1 years) is more than `term_length`", **SHORT,
           brand_cure_time="1 years"),
    warned(BAG, "`brand_cure_time` (60 days) is more than `cure_time`", cure_time="30 days",
           brand_cure_time="60 days"),
    warned(CUP, "`suspension_time` (1 years) is more than", **SHORT, suspension_time="1 years"),
    warned(CUP, "`approval_time` (1 years) is more than", **SHORT, approval_time="1 years"),
    warned(CUP, "`comment_time` (1 years) is more than", **SHORT, comment_time="1 years"),
    warned(CUP, "`manager_time` (1 years) is more than", **SHORT, manager_time="1 years"),
    warned(UNI, "Publication may be delayed for less time than a review takes",
           publication_review="60 days", publication_delay="1 months"),
    noted(BAG, "Nobody may leave before the agreement ends", lock_in="24 months"),
    noted(BAG, "The decision falls on the last day of the pilot", gate_month="12 months"),
]  # fmt: skip
CAPS = [
    warned(BAG, "The figure for lost profit is higher", lost_profit="own-cap",
           profit_cap="GBP 5000000"),
    warned(BAG, "cannot be compared", lost_profit="own-cap", profit_cap="EUR 500000"),
    warned(BAG, "A party can lose more in the pilot", pilot_cap="GBP 1500000"),
    warned(BAG, "The insurance pays less", insurance_amount="GBP 1000"),
    warned(UNI, "`stranded_cap` (EUR 60000) and `general_cap`", stranded_cap="EUR 60000"),
    warned(UNI, "`contributions.amount` is in EUR and GBP", **{
        "contributions.robots.amount": "EUR 5"}),
    warned(BAG, "is in EUR and USD", goods_supplied="yes",
           supplies={"a": GOODS, "b": {**GOODS, "goods": "bolts", "price": "USD 1"}}),
    warned(BAG, "is not more than 0", goods_supplied="yes", supplies={
        "a": {**GOODS, "price": "EUR 0"}}),
    noted(BAG, "The higher cap is no higher", higher_cap="GBP 1000000"),
    noted(UNI, "The cap on stranded costs is higher", stranded_cap="GBP 300000"),
    noted(UNI, "`contributions.cash.amount` (GBP 900000) is more than `budget_total`", **{
        "contributions.cash.amount": "GBP 900000"}),
    noted(CUP, "A month of rewards may cost more", reward_cap="USD 900000"),
    noted(BAG, "is not more than 0", revenue_shares__terawear__share="0 percent",
          **{"revenue_shares.maison-v.share": "100 percent"}),
]  # fmt: skip
PLACES = [
    warned(
        BAG,
        "reaches beyond `project_territories` (GB FR US): JP",
        launch_phases__first__territories=["JP"],
    ),
    noted(
        BAG,
        "reaches beyond `project_territories` (GB FR US): JP",
        **{"grants.platform-for-leather.territories": ["JP"]},
    ),
    warned(BAG, "A mark may not be used everywhere", marks__terawear__territories=["GB"]),
    warned(CUP, "is not one country", parties__pacer__country=["US", "GB"]),
    warned(CUP, "is not one country", parties__pacer__country=["worldwide"]),
    noted(CUP, "names ground of `EU` twice", project_territories=["EU", "FR", "US"]),
    noted(CUP, "names ground of `worldwide` twice", project_territories=["worldwide", "US"]),
]
DAYS = [
    warned(BAG, "A phase begins outside the time", launch_phases__second__earliest="2035-01-01"),
    noted(BAG, "stands behind", launch_phases__first__earliest="2028-10-01"),
    warned(BAG, "A licence starts outside the time", **{
        "grants.platform-for-leather.start": "2040-01-01"}),
    warned(BAG, "A licence would end on or before its first day", **{
        "grants.platform-for-leather.end": "2026-06-01"}),
    warned(BAG, "A blackout ends outside the time", blackouts__launch={
        "reason": "x", "first_day": "2020-02-01", "last_day": "2020-04-30"}),
    noted(BAG, "overlap in time", blackouts__two={
        "reason": "fair", "first_day": "2028-03-01", "last_day": "2028-05-01"}),
    warned(BAG, "have the same `first_day`, `last_day`, `reason`", blackouts__two={
        "reason": "Launch of the limited edition", "first_day": "2028-02-01",
        "last_day": "2028-04-30"}),
]  # fmt: skip
WHO = [
    warned(BAG, "leaves out `maison-v`", **{
        "aims.younger-customers.holder": "terawear", "aims.innovation.holder": "terawear"}),
    warned(BAG, "leaves out `maison-v`", contributions__bodies__contributor="terawear",
           contributions__shops__contributor="terawear"),
    warned(BAG, "A decision is reserved to a party that is not the protected one",
           protected_party="terawear"),
    warned(BAG, "Two parties have one legal name", **{"parties.maison-v.name": "TeraWear Limited"}),
    warned(BAG, "Two parties have one registration number", **{
        "parties.maison-v.number": "08123456"}),
    warned(BAG, "Notices to two parties go to one address", **{
        "parties.maison-v.email": "LEGAL@terawear.example"}),
    refused(BAG, "A field overlaps another one, not itself",
            fields__wearables__overlaps="wearables"),
]  # fmt: skip
ALIKE = [
    refused(CUP, "reads alike", **{"parties.corner-cup.short_name": "P\u0430cer"}),
    refused(CUP, "reads alike", parties__pacer__short_name="Corner-Cup"),
    refused(CUP, "reads alike", parties__pacer__short_name="Cup & Co.",
            **{"parties.corner-cup.short_name": "Cup and Co"}),
    warned(CUP, "reads alike", parties__pacer__short_name="Corner Cups"),
    warned(CUP, "reads alike", parties__pacer__short_name="Corner Cup's"),
    warned(CUP, "`P\u0430cer` mixes letters", parties__pacer__short_name="P\u0430cer"),
    warned(CUP, "mixes letters of two scripts", project_name="W\u043erkout Rewards"),
    refused(CUP, "a word with a meaning of its own", parties__pacer__short_name="Net Receipt"),
    refused(CUP, "a word with a meaning of its own", parties__pacer__short_name="Schedule 1"),
    refused(CUP, "a word with a meaning of its own", parties__pacer__short_name="The"),
    refused(CUP, "a word with a meaning of its own", parties__pacer__short_name="123"),
    warned(CUP, "a word with a meaning of its own", project_name="Party"),
    warned(CUP, "The project and a party go by one name", project_name="pacer"),
    warned(BAG, "reads like `parties.terawear.short_name`", glossary__patina__word="Terawear"),
    warned(BAG, "reads like `fields.leather-goods.label`", glossary__patina__word="Leather good"),
    warned(BAG, "One mark is listed twice", **{"marks.maison-v.sign": "TeraWear"}),
]  # fmt: skip
UNSAID = [
    warned(CUP, "stands for an answer that is missing", parties__pacer__address="TBC"),
    warned(CUP, "has no letter and no figure", parties__pacer__name="[●]"),
    warned(CUP, "stands for an answer that is missing", parties__pacer__address="(to be agreed)"),
    warned(CUP, "has no letter and no figure", parties__pacer__name="..."),
    refused(BAG, "has not the form that is asked for", kpis__returns__target="at most 3%"),
    refused(BAG, "A word would mean what it does not mean",
            glossary__patina__not_meaning="The wanted ageing of leather through use"),
    refused(BAG, "A field would exclude what it includes", fields__wearables__includes="bags"),
    refused(CUP, "`Klingon` is no language", agreement_language="Klingon"),
    warned(BAG, "A party contributes money", contributions_listed="yes",
           contributions__shops__kind="cash"),
    warned(BAG, "overlap in field, territory and time", exploitation="fields", grants__x={
        "licensor": "terawear", "licensee": "maison-v", "field": "leather-goods",
        "territories": ["GB"], "exclusivity": "non-exclusive"}),
]  # fmt: skip
NUMBERS = [
    *(warned(BAG, "company number of the United Kingdom", parties__terawear__number=one)
      for one in ("8123456", "081234567", "ABC12345", "+44 20 7946 0000")),
    warned(BAG, "looks like a VAT number", parties__terawear__number="GB123456789"),
    warned(BAG, "is one figure over and over", parties__terawear__number="00000000"),
    warned(BAG, "a wrong check figure for a French SIREN", **{
        "parties.maison-v.number": "512 345 670 RCS Paris"}),
    warned(BAG, "the form of a French number", **{"parties.maison-v.number": "51234567"}),
    warned(BAG, "wrong check figures for an LEI", **{
        "parties.maison-v.number": "5493001KJTIIGC8Y1R13"}),
    warned(BAG, "the form of a German register", **{
        "parties.maison-v.country": ["DE"], "parties.maison-v.number": "123456"}),
    warned(CUP, "a Delaware file number", parties__pacer__number="123456789"),
]  # fmt: skip
TABLE = [*COMPARED, *BY_KIND, *UNSEEN, *BOUNDS, *SIDES, *NAMES, *ROWS, *SUMS, *ORDER, *USUAL,
         *LONGER, *CAPS, *PLACES, *DAYS, *WHO, *ALIKE, *UNSAID, *NUMBERS]  # fmt: skip
