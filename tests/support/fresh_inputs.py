"""Bad answers that were written without a look at what is told of them, one a line: an exception
that is its rule, a text that says its own heading, days and currencies that are none, times that
run on after the agreement.
"""

from __future__ import annotations

from support.bad_inputs import BAG, BUN, CUP, HEADS, LIC, OPT, REF, RES, SUP, UNI, Bad
from support.bad_inputs import FIRST as FIRST_RIGHT

_TERM = {"heading": "More", "after": "term", "by": "counsel", "reason": "agreed"}
_STEP = {"pilot_step": "set-terms", "step_drafter": "cafe"}

FIRST = [
    Bad(BAG, "out_of_scope", "a leather handbag with a replaceable electronics insert that charges "
        "devices and tracks the location of the bag", "What is made would be outside the project"),
    Bad(REF, "introductions.a.fee", "GBP 900000", "One customer costs more than the general cap"),
    Bad(RES, "research_rates", "UDS 1,800 for a day", "`UDS`, which is no currency (`USD`?)"),
    Bad(SUP, "special_terms.x", {**_TERM, "text": "Fenn must deliver by 31 June 2027."},
        "says `31 June 2027`, a day that no calendar has"),
    Bad(BAG, "special_terms.y", {**_TERM, "text": "Each Party may.", "heading": "leather care"},
        "has the heading of special term `leather-care`"),
    Bad(OPT, "term_length", "12 months", "The option, once prolonged, outlasts the agreement"),
    Bad(BUN, "bundle_parts.a.benefit", "a current account with a card", "the part itself"),
    Bad(BAG, "parties.maison-v.kind", "individual", "answered as an individual and has a legal"),
    Bad(BAG, "fields.wearables.includes", "Handbags and  wallets", "Two fields include the same"),
    Bad(BAG, "fields.leather-goods.excludes",
        "bags, cases and small goods with an outer body of leather", "exclude what it includes"),
    Bad(HEADS, "heads_target", "2027-03-01", "on the day on which these heads begin"),
    Bad(HEADS, "heads_points.b", {"point": "Money",
        "position": "running shirts with sensors, and nothing else"}, "have the same `position`"),
    Bad(BAG, "exit_notice", "24 months", "on the first day leaves when the agreement ends"),
    Bad(BAG, "lock_in", "23 months", "leaves after the agreement has ended",
        {"exit_notice": "3 months"}),
    Bad("short-pilot", "main_terms", {"a": {"point": "Price", "content": "price"}},
        "A term would say its own heading", _STEP),
    Bad(RES, "research_stages.a.due", "2027-03-01", "is not after `effective_date`"),
    Bad(RES, "research_ceiling", "USD 900000", "than a party answers for under the general cap"),
    Bad(CUP, "project_purpose", "a reward of one coffee for every ten workouts that a member "
        "records in the app", "says the same as `project_purpose`"),
    Bad(UNI, "publication_delay", "5 years", "is more than is usual, 12 months"),
]  # fmt: skip
SECOND = [
    Bad(OPT, "licence_field", "a fibre with light scatterers", "the same as `licensed_items.p"),
    Bad(BAG, "kpis.c", {"measure": "Bags returned for any fault", "direction": "at-least",
        "target": "3%", "source": "x"}, "have a `measure` that reads alike"),
    Bad(CUP, "reward_cap", "USD 2.40", "The monthly cap pays for one reward"),
    Bad(CUP, "parties.pacer.country", ["US", "GB"], "is not one country"),
    Bad(CUP, "exit_notice", "30 working-days", "cannot be compared", {"term_length": "1 months"}),
    Bad(RES, "research_stages.b", {"work": "the forty wash cycles, with data", "due": "2027-07-01"},
        "have a `work` that reads alike",
        {"research_stages.a.work": "forty wash cycles, with the data"}),
    Bad(RES, "special_terms.r", {**_TERM, "text": "Cale pays Marlow a deposit of USD 0."},
        "says `USD 0`, which is nothing"),
    Bad(RES, "research_rates", "USD 900 for a day, paid after 0 days", "says `0 days`"),
    Bad(SUP, "goods_lines.c", {"goods": "Driver board D-1", "price": "GBP 31",
        "lead_time": "60 days"}, "reads alike"),
    Bad(REF, "introductions.c", {"introducer": "harbour", "seller": "tune",
        "offer": "yearly subscription to music", "fee": "GBP 1"}, "that reads alike"),
    Bad(BUN, "bundle_parts.b.price", "GBP 9999", "is more than is usual, 1000"),
    Bad(BAG, "residue_rule", "co-owned", "Joint ownership needs all eight answers"),
    Bad(BAG, "gate_criteria.c", {"criterion": "Demands", "measure": "x"}, "reads alike"),
]  # fmt: skip
THIRD = [
    Bad(LIC, "know_how_days", "0", "`0` is out of bounds"),
    Bad(SUP, "goods_lines.a.least_order", "0", "`0` is out of bounds"),
    Bad(FIRST_RIGHT, "talks_time", "2 days", "`2 days` is out of bounds",
        {"first_right": "talks", "first_right_for": "licence"}),
    Bad(HEADS, "company_shares.a.share", "99.9 percent", "do not add up to 100%"),
    Bad(RES, "research_stages.a.due", "2029-07-01", "lies outside the time"),
    Bad(LIC, "first_sale_within", "8 years", "after the licence has run out",
        {"first_sale_set": "yes"}),
    Bad(BAG, "grants.craft-for-wearables.exclusive_until", "2026-01-01",
        "stop being exclusive before it starts"),
    Bad(BAG, "contributions.inserts.amount", "EUR 5", "is in EUR and GBP",
        {"contributions.bodies.amount": "GBP 5"}),
    Bad(OPT, "option_fee", "USD 15000", "are in two currencies"),
    Bad(CUP, "special_terms.t",
        {**_TERM, "text": "Pacer pays Corner Cup GPB 500 on 30 February 2028."}, "(`GBP`?)"),
    Bad(BAG, "values", {"a": {"value": "Honesty", "conduct": "say so"},
        "b": {"value": "HONESTY ", "conduct": "be so"}}, "have the same `value`",
        {"values_charter": "statement"}),
    Bad("short-pilot", "gate_criteria.b", {"criterion": "People  Woken", "measure": "one of ten"},
        "have the same `criterion`"),
    Bad(REF, "introductions.c", {"introducer": "harbour", "seller": "tune", "share": "5 percent",
        "offer": "a yearly subscription to music"}, "have the same `introducer`, `offer`"),
    Bad(HEADS, "heads_points.b", {"point": "The business", "position": "anything"}, "reads alike"),
    Bad(BUN, "project_name", "Harbour", "go by one name"),
    Bad(LIC, "parties.tumble.name", "Fenlight Fibres Ltd", "Two parties have one legal name"),
    Bad(FIRST_RIGHT, "licensed_items.p.countries", ["UK"], "`UK` is no territory"),
    Bad(RES, "agreement_language", "Inglish", "is no language of ISO 639"),
    Bad(SUP, "project_territories", ["GB", "GB-ENG"], "names ground of `GB` twice"),
    Bad(REF, "parties.tune.country", ["EU"], "is not one country"),
]  # fmt: skip
ALL_TERM = {"reason": "season", "first_day": "2027-03-01", "last_day": "2027-08-30"}
FOURTH = [
    Bad(BAG, "grants.platform-for-leather.diligence", "5 years", "is more than `term_length`"),
    Bad(BAG, "fields.third", {"label": "Bags", "holder": "terawear", "drawn_by": "features",
        "definition": "Electronic devices worn on the body or in the clothing"},
        "Two fields are described alike"),
    Bad(BAG, "marks.third", {"sign": "TERA-WEAR", "mark_owner": "terawear", "registered": "yes",
        "territories": ["GB", "FR", "US"]}, "One mark is listed twice"),
    Bad(CUP, "effective_date", "2027-02-29", "is not a date"),
    Bad(CUP, "reward_amount", "USD 31000", "The monthly cap is less than one reward"),
    Bad(CUP, "parties.pacer.email", "legal@pacer", "is not an e-mail address"),
    Bad(CUP, "blackouts", {"a": ALL_TERM}, "leave a day of `term_length` (6 months)",
        {"blackouts_used": "yes", "exit_right": "any-time", "term_length": "6 months"}),
    Bad(LIC, "royalty_rate", "0.0001 percent", "is less than is usual, 0.1"),
    Bad(LIC, "licensed_items.fibre.item", "How the fibre is drawn and spliced.",
        "One item is listed under two numbers"),
    Bad(OPT, "licensed_items.p.number", "tbc", "stands for an answer that is missing"),
    Bad(SUP, "goods_delivery", "to be agreed", "stands for an answer that is missing"),
    Bad(RES, "early_notice", "2 years", "is more than `term_length` (9 months)",
        {"early_end": "one-party", "early_end_party": "cale"}),
    Bad(RES, "parties.cale.law_of_incorporation", "Californai", "names no place"),
    Bad(REF, "introduction_life", "6 years", "`6 years` is out of bounds"),
    Bad(BUN, "bundle_parts.c", {"provider": "tune", "part": "The subscription to music",
        "price": "GBP 2"}, "have a `part` that reads alike"),
    Bad(HEADS, "heads_target", "2099-01-01", "outside the time for which these heads run"),
    Bad(UNI, "publication_review", "2 years", "`2 years` is out of bounds"),
]  # fmt: skip
FRESH = [*FIRST, *SECOND, *THIRD, *FOURTH]
