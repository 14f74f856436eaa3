"""What reads the same in every agreement is said once a library."""

from __future__ import annotations

import gc

from support.small import SMALL, loaded
from support.workspaces import deal

from drafter.drafting import Library


class DescribeTheMemoryOfALibrary:
    def it_leaves_the_library_as_it_was(self) -> None:
        library, untouched = loaded(SMALL)[0], loaded(SMALL)[0]
        Library(library).draft(deal(ownership="joint")).text()
        assert library == untouched

    def it_knows_two_parties_from_three(self) -> None:
        library = Library(loaded(SMALL)[0])
        deals = [deal(parties, ownership="joint") for parties in (2, 3, 2)]
        again = [library.draft(one).text() for one in deals]
        assert again == [Library(loaded(SMALL)[0]).draft(one).text() for one in deals]

    def it_leaves_nothing_of_a_draft_to_be_looked_for(self) -> None:
        library = Library(loaded(SMALL)[0])
        library.draft(deal(ownership="joint")).text()
        gc.collect()
        gc.disable()
        try:
            library.draft(deal(ownership="joint")).text()
            assert gc.collect() == 0
        finally:
            gc.enable()
