"""The store of the intake service on PostgreSQL: DRAFTER_TEST_POSTGRES names a database."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from examples.intake_service.backup import WrongBackup, back_up, restore
from examples.intake_service.parts import Part
from examples.intake_service.store import Act, Comment, Decision, Repeated, open_store

URL = os.environ["DRAFTER_TEST_POSTGRES"]
NOW = 1_800_000_000
ACT = Act(NOW, Part.COUNSEL, "Counsel ☃", "did it")


class DescribeAnIntakeStoreOnPostgres:
    def it_takes_in_a_store_of_another_kind_and_loses_nothing_of_many(self, tmp_path: Path) -> None:
        first = open_store(f"sqlite:///{tmp_path / 'intake.db'}")
        deal = first.deals.get(first.deals.new("100 % 'wool'", "co-marketing", ACT))
        token = first.links.new(deal.id, Part.REQUESTER, "Ines", NOW + 9, ACT)
        comment = Comment("exit_notice", NOW, Part.REQUESTER, "Ines", "Why?", True)
        made = Decision(1, NOW, Part.COUNSEL, "C", "approved", "A-0001", b"\0\xff", ("cap",))
        first.talk.say(deal.id, comment, key="talk")
        first.talk.decide(deal.id, made, ACT)
        back_up(first.database, tmp_path / "backup")

        store = open_store(URL)
        restore(store.database, tmp_path / "backup")
        assert store.deals.get(deal.id) == deal
        assert store.links.opened(token, NOW).name == "Ines"
        assert store.talk.decisions(deal.id) == [made]
        assert store.deals.listed("% WOOL")[1] == 1
        with pytest.raises(Repeated):
            store.talk.say(deal.id, comment, key="talk")
        with pytest.raises(Repeated):
            store.talk.decide(deal.id, made, ACT)
        with pytest.raises(WrongBackup):
            restore(store.database, tmp_path / "backup")
        assert store.deals.new("Next", "co-marketing", ACT) == deal.id + 1

        def person(number: int) -> None:
            own = open_store(URL)
            saved = False
            while not saved:
                now = own.deals.get(deal.id)
                answers = {**now.data["answers"], f"q{number}": "x"}
                saved = own.deals.save(now, {**now.data, "answers": answers}, ACT, f"page {number}")
            own.database.close()

        with ThreadPoolExecutor(4) as many:
            list(many.map(person, range(8)))
        now = store.deals.get(deal.id)
        assert (now.revision, len(now.data["answers"])) == (9, 8)
        back_up(store.database, tmp_path / "again")
        assert (tmp_path / "again").stat().st_size > (tmp_path / "backup").stat().st_size
        store.database.close()
