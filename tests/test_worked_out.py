"""What is worked out once for a value stands beside it, and is forgotten with it."""

from __future__ import annotations

import gc
from typing import Any
from weakref import ref

from support.small import SMALL, loaded

from drafter.worked_out import once_for_each


class Index:
    """Something that is worked out of a library."""

    def __init__(self, library: Any) -> None:
        self.topics = tuple(library.topics)


class DescribeOnceForEach:
    def it_works_out_once(self) -> None:
        library, index = loaded(SMALL)[0], once_for_each(Index)
        assert index(library) is index(library)

    def it_tells_two_libraries_of_the_same_words_apart(self) -> None:
        one, other, index = loaded(SMALL)[0], loaded(SMALL)[0], once_for_each(Index)
        assert one == other
        assert index(one) is not index(other)

    def it_is_forgotten_with_the_library(self) -> None:
        library, index = loaded(SMALL)[0], once_for_each(Index)
        kept = ref(index(library))
        assert kept() is not None
        del library
        gc.collect()
        assert kept() is None
