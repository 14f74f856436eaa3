"""Whatever a person does to the files of a library, it is checked and told, and never our fault."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.slips import slipped
from support.small import files
from support.whole import ANSWERS, WHOLE

from drafter.checking import check_files
from drafter.diagnostics import ERROR, Refused
from drafter.drafting import Library, of_files

ON = date(2027, 3, 1)
_DEEP = settings.get_profile("deep").max_examples
_SOME = settings(
    max_examples=_DEEP if settings.default.max_examples == _DEEP else 60,
    suppress_health_check=list(HealthCheck),
)


def used(library: Library) -> None:
    """What the commands and the web form ask of a library."""
    library.schema()
    library.form(ANSWERS)
    agreement = library.draft(ANSWERS)
    agreement.report()
    agreement.to_docx()


class DescribeAnyLibrary:
    def it_is_sound_before_it_is_spoiled(self) -> None:
        checked = check_files(files(WHOLE), ON)
        assert [fault for fault, _ in checked.findings if fault.severity == ERROR] == []
        used(of_files(files(WHOLE)))

    @_SOME
    @given(st.randoms(use_true_random=False))
    def it_is_told_what_is_wrong_with_it(self, chance: random.Random) -> None:
        spoiled = files(slipped(chance))
        errors = [
            fault for fault, _ in check_files(spoiled, ON).findings if fault.severity == ERROR
        ]
        try:
            library = of_files(spoiled)
        except Refused as refused:
            said = {fault.says for fault in refused.diagnostics if fault.severity == ERROR}
            assert said <= {fault.says for fault in errors}
            return
        with suppress(Refused):  # these answers may be refused by what the library now says
            used(library)
