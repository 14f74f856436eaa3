"""What is odd about answers is told on a page and as JSON, in the words of every other way in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.bad_inputs import Bad
from support.intake import Someone
from support.six_findings import SIX

from examples.intake_service.parts import Part
from examples.intake_service.service import Service
from examples.intake_service.store import Act

ACT = Act(1_800_000_000, Part.COUNSEL, "the administrator", "started the deal")


@pytest.mark.parametrize("bad", SIX, ids=lambda one: one.path)
class DescribeAnOddAnswer:
    def it_is_told_on_the_page_and_as_json(
        self, bad: Bad, app: Any, service: Service, link: Any
    ) -> None:
        deal = service.store.deals.new("Odd", bad.data()["precedent"], ACT)
        service.save(deal, lambda form: form.made(bad.data()), ACT)
        headers = {"Authorization": f"Bearer {link('counsel', of=deal)}"}
        data = app.test_client().get(f"/api/deals/{deal}", headers=headers).json
        assert [one["says"] for one in data["findings"] if bad.says in one["says"]] != []
        page = Someone(app, link("counsel", of=deal)).words("warnings")
        assert bad.says in " ".join(re.sub(r"`|<[^>]+>", "", page).split())
