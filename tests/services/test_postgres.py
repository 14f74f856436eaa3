"""The same registry on PostgreSQL: DRAFTER_TEST_POSTGRES names an empty database."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support.registers import draft, stamp

from drafter.diagnostics import Refused
from drafter.registry import create_registry, open_registry
from drafter.registry.model import Status

URL = os.environ["DRAFTER_TEST_POSTGRES"]


class DescribeARegistryOnPostgres:
    def it_takes_in_all_that_many_record_and_one_revision(self, tmp_path: Path) -> None:
        registry = create_registry(URL, tmp_path)
        id = registry.record(draft(), "A 'matter' ☃", stamp(0)).id

        def person(number: int) -> str:
            own = open_registry(URL, tmp_path)
            own.record(draft(str(number).encode()), f"Matter {number}", stamp(number))
            try:
                own.revise(id, 1, draft(b"new %d" % number), stamp(number))
            except Refused as refused:
                return refused.diagnostics[0].rule
            return "done"

        before = len(registry.agreements())
        with ThreadPoolExecutor(4) as many:
            said = Counter(many.map(person, range(4)))
        assert said == {"done": 1, "moved-since": 3}
        assert len(registry.agreements()) == before + 4
        registry.move(id, 2, Status.ISSUED, stamp(5), b"issued")
        registry.erase(id, stamp(6), "asked to")
        assert not [one for one in registry.verify() if one.severity == "error"]
        assert registry.agreement(id).matter == ""
