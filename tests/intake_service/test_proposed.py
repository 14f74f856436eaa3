"""What somebody proposed to a deal: told to the firm, and accepted by name."""

import pytest

from examples.intake_service.parts import Part, Person

WHOSE = "30 days, proposed by South, 2027-03-04"


@pytest.fixture
def proposed(service, deal):
    """A deal to which South proposed two answers."""
    there = service.store.deals.get(deal)
    theirs = {"answers": {"exit_notice": "30 days", "cure_time": "10 days"}}
    form = service.full(there).propose(theirs, "South", "2027-03-04").form
    act = service.act(Person(Part.COUNSEL, "The counsel"), "read a file")
    assert service.store.deals.save(there, form.data, act)
    return lambda: service.store.deals.get(deal).data["given"]


class DescribeProposedAnswers:
    def it_lists_each_with_whose_it_is(self, proposed, someone):
        counsel = someone("counsel")
        assert "2 that nobody accepted" in counsel.words("")
        assert WHOSE in counsel.words("proposed")
        assert someone("other-side").open("proposed").status_code == 403

    def it_is_told_where_it_is_answered(self, proposed, someone):
        assert "Proposed by South, not accepted." in someone("counsel").words("sections/ending")

    def it_is_told_beside_each_field_of_a_list(self, app, service, deal, someone, link):
        there = service.store.deals.get(deal)
        form = service.full(there).answer({"parties.south.name": "South Ltd"})
        theirs = {"answers": {"parties": {"south": {"address": "Leeds"}}}}
        data = form.propose(theirs, "South", "2027-03-04").form.data
        act = service.act(Person(Part.COUNSEL, "The counsel"), "read a file")
        assert service.store.deals.save(there, data, act)
        assert "Proposed by South, not accepted." in someone("counsel").words("lists/parties")
        sent = {"Authorization": f"Bearer {link('counsel')}"}
        api = app.test_client().get(f"/api/deals/{deal}", headers=sent).json
        fields = {one["path"]: one["stands"] for section in api["sections"]
                  for question in section["questions"] for record in question["records"]
                  for one in record["fields"]}  # fmt: skip
        assert fields["parties.south.address"] == "Leeds (proposed by South, not accepted)"
        assert fields["parties.south.name"] == "South Ltd"

    def it_accepts_one_by_name_and_keeps_who_proposed(self, proposed, someone):
        counsel = someone("counsel")
        assert counsel.send("proposed", by=" ", answer="all").status_code == 422
        assert counsel.send("proposed", by="GC", answer="money_model").status_code == 404
        old = counsel.filled("proposed") | {"by": "GC", "answer": "exit_notice"}
        assert counsel.post("proposed", old).status_code == 303
        given = proposed()["exit_notice"]
        assert (given["by"], given["how"], given["proposed_by"]) == ("GC", "accepted", "South")
        assert proposed()["cure_time"]["how"] == "proposed"
        stale = counsel.filled("proposed") | {"by": "GC", "answer": "cure_time"}
        counsel.answer("ending", cure_time="20 days")
        assert counsel.post("proposed", stale).status_code in (404, 409)
        assert proposed()["cure_time"]["how"] == "typed"
