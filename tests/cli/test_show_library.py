"""`drafter show library`."""

from __future__ import annotations

import json

from support.command import Command


class DescribeShowLibrary:
    def it_ends_with_the_printed_words(self, drafter: Command) -> None:
        outcome = drafter("show", "library")
        assert outcome.out.splitlines()[-2:] == [
            "Printed words [en-uk]",
            "Printed words [en-us]",
        ]

    def it_names_them_as_data(self, drafter: Command) -> None:
        shown = json.loads(drafter("show", "library", "--json").out)
        assert shown["printed_words"] == ["en-uk", "en-us"]
