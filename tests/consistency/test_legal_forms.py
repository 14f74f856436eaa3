"""The legal form in a name is judged by what is plain of it, and by nothing that is not known."""

from __future__ import annotations

import pytest

from drafter.consistency.legal_forms import odd_form

REAL = [
    ("Brightline Appliances plc", "company", "GB"),
    ("Maison V SAS", "company", "FR"),
    ("Lenzmark Optik GmbH", "company", "DE"),
    ("Kranz GmbH & Co. KG", "partnership", "DE"),
    ("Hilfe gGmbH", "charity", "DE"),
    ("Red Harbour Inc.", "charity", "US"),
    ("Open Home Limited", "charity", "GB"),
    ("Vann LLP", "partnership", "GB-SCT"),
    ("Corner Cup Coffee LLC", "company", "US"),
    ("Nordlys AS", "company", "NO"),
    ("University of Northfield", "university", "GB"),
    ("Ann Li", "individual", "GB"),
    ("Studio Limited Edition", "individual", "GB"),
]
ODD = [
    ("Hafen GmbH", "individual", "DE", "is answered as an individual"),
    ("Brightline Appliances PLC", "university", "GB", "is answered as a university"),
    ("Vann LLP", "company", "GB", "`LLP`, and is answered as a company"),
    ("Kranz GmbH & Co. KG", "company", "DE", "`KG`, and is answered as a company"),
    ("Pacer Fitness, Inc.", "company", "FR", "the law of FR does not know: `Inc.`"),
    ("Tulp B.V.", "company", "GB", "the law of GB does not know: `B.V.`"),
    ("Sonne UG (haftungsbeschränkt)", "company", "AT", "the law of AT does not know: `UG`"),
]


class DescribeALegalForm:
    @pytest.mark.parametrize(("name", "kind", "country"), REAL)
    def it_is_left_alone_where_nothing_is_known_against_it(
        self, name: str, kind: str, country: str
    ) -> None:
        assert odd_form(name, kind, [country]) == ""

    @pytest.mark.parametrize(("name", "kind", "country", "says"), ODD)
    def it_is_told_where_no_such_body_has_it(
        self, name: str, kind: str, country: str, says: str
    ) -> None:
        assert says in odd_form(name, kind, [country])

    def it_may_be_of_the_law_under_which_the_party_exists(self) -> None:
        assert odd_form("Pacer Fitness Inc.", "company", ["GB"], ["US"]) == ""
