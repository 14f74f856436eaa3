"""What the intake service keeps: deals that nobody saves over, links of one part, backups."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from examples.intake_service.backup import WrongBackup, back_up, restore
from examples.intake_service.commands import main
from examples.intake_service.parts import Part
from examples.intake_service.settings import FILE, STARTER, WrongSettings, read_settings
from examples.intake_service.store import (
    Act,
    Comment,
    Decision,
    LinkRefused,
    Repeated,
    WrongStore,
    open_store,
)

NOW = 1_800_000_000
ACT = Act(NOW, Part.COUNSEL, "Counsel", "did it")
COMMENT = Comment("exit_notice", NOW, Part.REQUESTER, "Ines", "Why 30 days? ☃", True)


def answered(deal, **answers):
    return {**deal.data, "answers": {**deal.data["answers"], **answers}}


@pytest.fixture
def store(tmp_path):
    made = open_store(f"sqlite:///{tmp_path / 'intake.db'}")
    yield made
    made.database.close()


@pytest.fixture
def deal(store):
    return store.deals.get(store.deals.new("Pacer / Corner Cup", "co-marketing", ACT))


class DescribeADeal:
    def it_is_saved_as_its_next_revision_with_who_did_what(self, store, deal):
        assert store.deals.save(deal, answered(deal, exit_notice="30 days"), ACT)
        now = store.deals.get(deal.id)
        assert (now.revision, now.data["answers"]) == (2, {"exit_notice": "30 days"})
        assert [one.revision for one in store.deals.acts(deal.id)] == [2, 1]

    def it_is_not_saved_over_what_somebody_else_saved(self, store, deal):
        assert store.deals.save(deal, answered(deal, exit_notice="30 days"), ACT)
        assert not store.deals.save(deal, answered(deal, exit_notice="60 days"), ACT)
        assert store.deals.get(deal.id).data["answers"] == {"exit_notice": "30 days"}

    def it_loses_nothing_of_many_who_save_at_once(self, store, deal):
        def person(number):
            for one in range(5):
                while True:
                    now = store.deals.get(deal.id)
                    if store.deals.save(now, answered(now, **{f"q{number}_{one}": "x"}), ACT):
                        break

        with ThreadPoolExecutor(4) as many:
            list(many.map(person, range(4)))
        now = store.deals.get(deal.id)
        assert (now.revision, len(now.data["answers"])) == (21, 20)

    def it_takes_a_page_that_is_sent_twice_once(self, store, deal):
        assert store.deals.save(deal, answered(deal, a="1"), ACT, key="page")
        with pytest.raises(Repeated):
            store.deals.save(store.deals.get(deal.id), answered(deal, a="2"), ACT, key="page")
        store.talk.say(deal.id, COMMENT, key="talk")
        with pytest.raises(Repeated):
            store.talk.say(deal.id, COMMENT, key="talk")
        assert store.talk.comments(deal.id) == [COMMENT]

    def it_is_found_by_words_of_its_name_whatever_they_hold(self, store, deal):
        store.deals.new("100 % wool_coat", "co-marketing", ACT)
        names = {words: [one.name for one in store.deals.listed(words)[0]]
                 for words in ("cup PACER", "%", "l_c", "robot")}  # fmt: skip
        assert names == {"cup PACER": ["Pacer / Corner Cup"], "%": ["100 % wool_coat"],
                         "l_c": ["100 % wool_coat"], "robot": []}  # fmt: skip

    def it_is_approved_only_as_it_stands_and_once(self, store, deal):
        made = Decision(1, NOW, Part.COUNSEL, "Counsel", "approved", "A-0001", b"\0file", ("cap",))
        assert store.talk.decide(deal.id, made, ACT)
        assert store.talk.decisions(deal.id) == [made]
        with pytest.raises(Repeated):
            store.talk.decide(deal.id, made, ACT)
        store.deals.save(deal, answered(deal, a="1"), ACT)
        assert not store.talk.decide(deal.id, made._replace(kind="reviewed"), ACT)


class DescribeALink:
    def new(self, store, deal, days=1):
        return store.links.new(deal.id, Part.OTHER_SIDE, "Maison V", NOW + days, ACT)

    def it_opens_its_deal_for_its_part(self, store, deal):
        found = store.links.opened(self.new(store, deal), NOW)
        assert (found.deal, found.part, found.name) == (deal.id, Part.OTHER_SIDE, "Maison V")

    def it_is_kept_as_a_digest_only(self, store, deal, tmp_path):
        _, secret = self.new(store, deal).split(".")
        assert len(secret) >= 43  # 256 bits
        kept = b"".join(one.read_bytes() for one in tmp_path.iterdir())
        assert secret.encode() not in kept
        assert self.new(store, deal).partition(".")[2] != secret

    @pytest.mark.parametrize(("token", "says"), [
        ("", "opens nothing"), (".", "opens nothing"), ("1", "opens nothing"),
        ("1.", "opens nothing"), ("1.wrong", "opens nothing"), ("7.wrong", "opens nothing"),
        ("9" * 40 + ".x", "opens nothing"), ("١.x", "opens nothing"), ("-1.x", "opens nothing"),
    ])  # fmt: skip
    def it_opens_nothing_where_it_is_not_whole(self, store, deal, token, says):
        self.new(store, deal)
        with pytest.raises(LinkRefused, match=says):
            store.links.opened(token, NOW)

    def it_opens_nothing_with_the_secret_of_another(self, store, deal):
        one, other = self.new(store, deal), self.new(store, deal)
        with pytest.raises(LinkRefused):
            store.links.opened(f"{one.split('.')[0]}.{other.split('.')[1]}", NOW)

    def it_expires(self, store, deal):
        token = self.new(store, deal)
        with pytest.raises(LinkRefused, match="has expired"):
            store.links.opened(token, NOW + 1)

    def it_is_revoked_for_good(self, store, deal):
        token = self.new(store, deal)
        found = store.links.opened(token, NOW)
        assert store.links.revoke(found.id, ACT)
        assert not store.links.revoke(found.id, ACT)
        for look in (lambda: store.links.opened(token, NOW), lambda: store.links.living(1, NOW)):
            with pytest.raises(LinkRefused, match="was revoked"):
                look()


class DescribeABackup:
    def made(self, store, deal, tmp_path):
        token = store.links.new(deal.id, Part.REQUESTER, "Ines", NOW + 9, ACT)
        store.talk.say(deal.id, COMMENT, key="talk")
        store.talk.decide(deal.id, Decision(1, NOW, Part.COUNSEL, "C", "approved", "A-0001",
                                            b"\0\xff", ()), ACT)  # fmt: skip
        back_up(store.database, tmp_path / "backup.jsonl")
        return token

    def it_is_restored_whole_into_an_empty_store(self, store, deal, tmp_path):
        token = self.made(store, deal, tmp_path)
        other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
        restore(other.database, tmp_path / "backup.jsonl")
        assert other.deals.get(deal.id) == store.deals.get(deal.id)
        assert other.deals.acts(deal.id) == store.deals.acts(deal.id)
        assert other.talk.decisions(deal.id) == store.talk.decisions(deal.id)
        assert other.links.opened(token, NOW).name == "Ines"
        with pytest.raises(Repeated):
            other.talk.say(deal.id, COMMENT, key="talk")
        assert other.deals.new("Next", "co-marketing", ACT) == deal.id + 1
        back_up(other.database, tmp_path / "again.jsonl")

    def it_is_read_by_its_owner_only(self, store, deal, tmp_path):
        self.made(store, deal, tmp_path)
        assert (tmp_path / "backup.jsonl").stat().st_mode & 0o077 == 0

    def it_goes_into_no_store_that_has_deals(self, store, deal, tmp_path):
        self.made(store, deal, tmp_path)
        with pytest.raises(WrongBackup, match="has deals"):
            restore(store.database, tmp_path / "backup.jsonl")

    @pytest.mark.parametrize("spoil", [
        lambda lines: lines[:-1], lambda lines: [*lines[:2], *lines[3:]], lambda lines: lines[1:],
        lambda lines: ["{"], lambda lines: [],
    ])  # fmt: skip
    def it_is_refused_where_it_is_not_whole(self, store, deal, tmp_path, spoil):
        self.made(store, deal, tmp_path)
        file = tmp_path / "backup.jsonl"
        file.write_text("\n".join(spoil(file.read_text().splitlines())))
        other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
        with pytest.raises(WrongBackup, match="no whole backup"):
            restore(other.database, file)
        assert other.deals.listed() == ([], 0)


OLD = Path(__file__).parents[1] / "fixtures" / "intake_store"


class DescribeAnOlderStore:
    """Form 1 knew no list that each side fills; `tests/fixtures/intake_store` has one."""

    @pytest.fixture
    def url(self, tmp_path):
        with closing(sqlite3.connect(tmp_path / "old.db")) as made:
            made.executescript((OLD / "form-1.sql").read_text("utf-8"))
        return f"sqlite:///{tmp_path / 'old.db'}"

    def holds_what_it_held(self, store):
        deal = store.deals.get(1)
        assert (deal.name, deal.revision) == ("Workout Rewards", 3)
        assert deal.data["answers"]["general_cap"] == "GBP 250000"
        assert deal.data["given"]["exit_notice"]["by"] == "Ines ☃"
        assert (deal.asked_of, deal.private) == ({"general_cap": Part.OTHER_SIDE}, ("general_cap",))
        assert (deal.each, deal.theirs) == ((), ())
        assert store.links.opened("1.a-secret-for-tests-only", NOW).name == "Corner Cup"
        assert [one.text for one in store.talk.comments(1)] == ["Why 30 days? ☃"]
        assert [one.file for one in store.talk.decisions(1)] == [b"\0a file\xff"]
        assert [one.did for one in store.deals.acts(2)] == ["started the deal"]
        with pytest.raises(Repeated):
            store.talk.say(1, COMMENT, key="talk-1")

    def it_opens_is_brought_up_and_says_so_once(self, url):
        store = open_store(url)
        assert store.told == (
            "the store had form 1 and was brought to form 2; no answer changed. "
            "A service that reads form 1 opens it no longer."
        )
        self.holds_what_it_held(store)
        assert store.deals.share(replace(store.deals.get(1), each=("parties",)), ACT)
        store.database.close()
        again = open_store(url)
        assert (again.told, again.deals.get(1).each) == ("", ("parties",))

    def it_stays_as_it_was_where_a_step_fails(self, url):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as spoilt, spoilt:
            spoilt.execute("UPDATE deals SET sharing = '{' WHERE id = 2")
        with pytest.raises(WrongStore, match="deal 2"):
            open_store(url)
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as now:
            assert now.execute("SELECT form FROM about").fetchall() == [(1,)]
            assert "each" not in now.execute("SELECT sharing FROM deals").fetchone()[0]

    def it_is_told_at_the_terminal(self, url, tmp_path, capsys):
        (tmp_path / FILE).write_text(f'database = "{url}"\nsecret = "s"\n')
        main(["deals", str(tmp_path)], standalone_mode=False)
        said = capsys.readouterr()
        assert said.out.splitlines()[1] == "1\tWorkout Rewards\trevision 3"
        assert said.err.startswith("the store had form 1 and was brought to form 2")

    def it_is_restored_from_a_backup_of_its_time(self, store):
        assert restore(store.database, OLD / "form-1.backup") == 13
        self.holds_what_it_held(store)

    def it_is_no_backup_of_a_later_service(self, store, tmp_path):
        lines = (OLD / "form-1.backup").read_text("utf-8").replace('"form": 1', '"form": 99')
        (tmp_path / "later").write_text(lines, "utf-8")
        with pytest.raises(WrongBackup, match="form 99, and this service reads 1 to 2"):
            restore(store.database, tmp_path / "later")


class DescribeTheDatabase:
    def it_is_refused_where_another_service_wrote_it(self, store, tmp_path):
        with store.database.writing() as connection:
            connection.exec_driver_sql("UPDATE about SET form = 99")
        with pytest.raises(Exception, match="form 99"):
            open_store(f"sqlite:///{tmp_path / 'intake.db'}")

    def it_says_that_it_cannot_be_opened(self, tmp_path):
        with pytest.raises(Exception, match="cannot be used"):
            open_store(f"sqlite:///{tmp_path / 'none' / 'intake.db'}")


class DescribeTheSettings:
    def it_takes_what_a_new_service_is_given(self, tmp_path):
        (tmp_path / FILE).write_text(STARTER)
        assert read_settings(tmp_path / FILE).database == f"sqlite:///{tmp_path / 'intake.db'}"

    def it_says_all_that_is_wrong_with_them(self, tmp_path):
        (tmp_path / FILE).write_text(
            'databse = "x"\nhttps = "no"\nat_once = 0\napprovers = ["boss"]\n'
            '[staff]\nines = "chief"\n'
        )
        with pytest.raises(WrongSettings) as told:
            read_settings(tmp_path / FILE)
        for says in ("`databse` is no setting", "`https` is 'no'", "`at_once` is 0", "'boss' is no",
                     "'chief' is no part", "needs `signed_in_header`"):  # fmt: skip
            assert says in str(told.value)
