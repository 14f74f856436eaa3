"""Lists that both sides fill: each the row of its own party, and the records that name it."""

import pytest

from examples.intake_service.parts import Part, Person

PARTIES = {
    "pacer": {"name": "Pacer Fitness Inc.", "short_name": "Pacer"},
    "cup": {"name": "Corner Cup Ltd", "short_name": "Corner Cup"},
}
ONLY_OURS = "c/o The Old Mill, Leeds"


@pytest.fixture
def saved(service, deal):
    return lambda: service.store.deals.get(deal).data["answers"]


@pytest.fixture
def counsel(service, deal, someone):
    """Counsel of a deal that has two parties."""
    there = service.store.deals.get(deal)
    parties = PARTIES | {"pacer": {**PARTIES["pacer"], "address": ONLY_OURS}}
    data = service.full(there).answer({"parties": parties, "aims_recorded": "yes"}).data
    act = service.act(Person(Part.COUNSEL, "The counsel"), "read a file")
    assert service.store.deals.save(there, data, act)
    return someone("counsel")


def shared(counsel, *lists, **more):
    """What the page "Who answers" sends where each side fills some lists."""
    sides = {f"side:{name}": "each" for name in lists}
    return counsel.filled("sides") | sides | {"theirs:cup": "1", "disclose": "1"} | more


@pytest.fixture
def other(counsel, someone):
    """The other side, which has its own party's row and its own aims."""
    assert counsel.post("sides", shared(counsel, "parties", "aims")).status_code == 303
    return someone("other-side")


class DescribeTheRowOfAParty:
    def it_is_filled_by_its_own_side(self, other, saved):
        sent = other.filled("lists/parties")
        assert {one.split(".")[1] for one in sent if one.startswith("a:")} == {"cup"}
        sent |= {"a:parties.cup.address": "Hull"}
        assert other.post("lists/parties", sent).status_code == 303
        assert saved()["parties"]["cup"]["address"] == "Hull"

    def it_is_not_shown_to_the_other_and_not_changed_by_it(self, other, saved):
        forged = other.filled("lists/parties") | {
            "seen:parties.pacer.address": "x", "a:parties.pacer.address": "Hull"}  # fmt: skip
        other.post("lists/parties", forged)
        assert saved()["parties"]["pacer"]["address"] == ONLY_OURS
        other.open(), other.open("sections/parties"), other.open("proposed")
        assert ONLY_OURS.encode() not in other.heard

    def it_is_read_by_the_firm_and_not_changed_by_it(self, counsel, other, saved):
        other.send("lists/parties", **{"a:parties.cup.address": "Hull"})
        page = counsel.words("lists/parties")
        assert "The other side fills this one." in page
        assert "<dd>Hull</dd>" in page
        forged = counsel.filled("lists/parties") | {
            "seen:parties.cup.address": "x", "a:parties.cup.address": "Leeds"}  # fmt: skip
        counsel.post("lists/parties", forged)
        assert saved()["parties"]["cup"]["address"] == "Hull"

    def it_is_added_and_removed_by_the_firm_alone(self, counsel, other, saved):
        assert "Add another" not in other.words("lists/parties")
        for more in ({"remove:cup": "1"}, {"remove:pacer": "1"}, {"do": "unknown"}):
            sent = other.filled("lists/parties") | more
            assert other.post("lists/parties", sent).status_code == 403
        new = other.filled("lists/parties") | {
            "seen:parties.+.name": "x", "a:parties.+.name": "Third"}  # fmt: skip
        other.post("lists/parties", new)
        assert list(saved()["parties"]) == ["pacer", "cup"]
        counsel.add("parties", {"short_name": "Third"})
        assert list(saved()["parties"]) == ["pacer", "cup", "third"]

    def it_counts_what_its_own_side_has_to_answer(self, counsel, other):
        fields = counsel.words("lists/parties").count('name="a:parties.pacer.')
        assert fields > 10
        assert "Each side fills its own records of this list; yours so far: 1." in other.words(
            "lists/parties"
        )


class DescribeARecordThatNamesAParty:
    def it_is_added_by_the_side_that_it_names(self, counsel, other, saved):
        mine = {"holder": "cup", "wants": "reach"}
        assert other.add("aims", mine).status_code == 303
        (aim,) = saved()["aims"].values()
        assert aim == mine
        assert "The other side fills this one." in counsel.words("lists/aims")

    @pytest.mark.parametrize("more", [{"holder": "pacer"}, {}])
    def it_is_refused_where_it_names_the_other_or_nobody(self, other, saved, more):
        reply = other.add("aims", {"wants": "reach", **more})
        assert reply.status_code == 422
        assert "each side fills this list for itself" in reply.text
        assert "aims" not in saved()

    def it_is_not_given_away(self, other, saved):
        other.add("aims", {"holder": "cup", "wants": "reach"})
        (id,) = saved()["aims"]
        reply = other.send("lists/aims", **{f"a:aims.{id}.holder": "pacer"})
        assert reply.status_code == 422
        assert saved()["aims"][id]["holder"] == "cup"


class DescribeWhoFillsWhat:
    """Counsel says it on the page "Who answers"."""

    @pytest.mark.parametrize(("more", "says"), [
        ({"theirs:cup": []}, "Select which party is the other side"),
        ({"private:parties": "1"}, "it cannot be private"),
        ({"disclose": []}, "answered already"),
    ])  # fmt: skip
    def it_is_refused_where_it_cannot_be_or_tells_more_than_counsel_said(
        self, counsel, service, deal, more, says
    ):
        reply = counsel.post("sides", shared(counsel, "parties", **more))
        assert (reply.status_code, says in reply.text) == (422, True)
        assert service.store.deals.get(deal).each == ()

    def it_is_offered_for_lists_whose_records_are_somebody_s(self, counsel):
        page = counsel.words("sides")
        assert 'name="side:parties" id="parties-1-each"' in page
        assert page.count('value="each"') < page.count('value="other-side"')
