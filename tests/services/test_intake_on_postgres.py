"""The store of the intake service on PostgreSQL: DRAFTER_TEST_POSTGRES names a database."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, select, update

from examples.intake_service.backup import WrongBackup, back_up, restore
from examples.intake_service.parts import Part
from examples.intake_service.store import Act, Comment, Decision, Repeated, open_store
from examples.intake_service.store.database import WrongStore
from examples.intake_service.store.tables import about, deals

URL = os.environ["DRAFTER_TEST_POSTGRES"]
NOW = 1_800_000_000
OLD = Path(__file__).parents[1] / "fixtures" / "intake_store" / "form-1.backup"
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


class DescribeAnOlderStoreOnPostgres:
    """As `DescribeAnOlderStore` of tests/intake_service has it, in a schema of its own."""

    @pytest.fixture
    def url(self) -> str:
        """The address of a store of form 1."""
        schema = f"intake_{uuid4().hex}"
        plain = make_url(URL)
        bare = plain.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(bare, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        url = plain.update_query_dict({"options": f"-csearch_path={schema}"})
        store = open_store(url.render_as_string(hide_password=False))
        restore(store.database, OLD)
        with store.database.writing() as connection:
            for id, text in connection.execute(select(deals.c.id, deals.c.sharing)).all():
                form_1 = {k: v for k, v in json.loads(text).items() if k not in ("each", "theirs")}
                told = update(deals).where(deals.c.id == id)
                connection.execute(told.values(sharing=json.dumps(form_1)))
            connection.execute(update(about).values(form=1))
        store.database.close()
        return url.render_as_string(hide_password=False)

    def it_opens_is_brought_up_and_says_so_once(self, url: str) -> None:
        store = open_store(url)
        assert store.told.startswith("the store had form 1 and was brought to form 2")
        deal = store.deals.get(1)
        assert (deal.name, deal.revision) == ("Workout Rewards", 3)
        assert deal.data["given"]["exit_notice"]["by"] == "Ines ☃"
        assert (deal.asked_of, deal.each) == ({"general_cap": Part.OTHER_SIDE}, ())
        assert [one.file for one in store.talk.decisions(1)] == [b"\0a file\xff"]
        store.database.close()
        again = open_store(url)
        assert again.told == ""
        again.database.close()

    def it_stays_as_it_was_where_a_step_fails(self, url: str) -> None:
        spoilt = create_engine(url)
        with spoilt.begin() as connection:
            connection.execute(update(deals).where(deals.c.id == 2).values(sharing="{"))
        with pytest.raises(WrongStore, match="deal 2"):
            open_store(url)
        with spoilt.begin() as connection:
            assert connection.execute(select(about.c.form)).scalar() == 1
            one = connection.execute(select(deals.c.sharing).where(deals.c.id == 1)).scalar()
        assert "each" not in json.loads(one)
        spoilt.dispose()
