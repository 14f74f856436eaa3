"""What reads the same in every agreement is said once a library, and forgotten with it."""

from __future__ import annotations

import gc
from copy import copy

from support.small import SMALL, loaded
from support.workspaces import deal

from drafter.agreement import memory
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

    def it_is_forgotten_with_the_library(self) -> None:
        gc.collect()
        before = copy(memory._OF_LIBRARIES)
        library = Library(loaded(SMALL)[0])
        library.draft(deal(ownership="joint"))
        assert len(memory._OF_LIBRARIES) == len(before) + 1
        del library
        gc.collect()
        assert memory._OF_LIBRARIES.keys() == before.keys()
