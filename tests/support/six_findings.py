"""Six answers that are told, of every severity and of several kinds of reading."""

from __future__ import annotations

from support.bad_inputs import BUN, CUP, RES, Bad
from support.fresh_inputs import ALLERGENS, HOME

SIX = [
    Bad(ALLERGENS, "arbitration_seat", "LCIA Rules", "A seat is a place; the body and its rules"),
    Bad(ALLERGENS, "milestones.assay.depends_on", "the reader from Lenzmark",
        "A milestone cannot be reached before what it waits for"),
    Bad(RES, "research_rates", "EUR 1,800 for a day of an engineer", "says a sum in EUR"),
    Bad(BUN, "bundle_parts.b.price", "EUR 5.50", "is in a currency of its own"),
    Bad(HOME, "values.privacy.conduct", "publish the interface of each device that joins the "
        "service", "Two values ask for one conduct"),
    Bad(CUP, "reward_honourer", "pacer", "A party would pay itself for its own rewards"),
]  # fmt: skip
REFUSED = SIX[-1]
"""Of this one nothing is drafted; of the others a draft is made, and says so."""
