"""The web form's page of what somebody else proposed."""

import json

import pytest

TIME = "How long does a party have to cure a breach?"


@pytest.fixture
def proposed(app, visitor):
    """The visitor's deal, to which South proposed an answer and a field of a record."""
    (file,) = app.extensions["deals"].folder.iterdir()
    form = app.extensions["deals"].library.form(json.loads(file.read_text("utf-8")))
    form = form.answer({"parties.south.name": "South"})
    theirs = {"cure_time": "10 days", "parties": {"south": {"address": "Leeds"}}}
    form = form.propose({"answers": theirs}, "South", "2027-03-04").form
    file.write_text(json.dumps(dict(form.data)), "utf-8")
    return visitor


class DescribeTheProposals:
    """What others proposed is told on each page that sums the deal up, and accepted by a name."""

    def it_lists_each_beside_its_question_with_whose_it_is(self, proposed):
        for page in ("check", "proposed"):
            assert f"{TIME}" in proposed.words(page)
            assert "10 days, proposed by South, 2027-03-04" in proposed.words(page)
            assert "Leeds, proposed by South, 2027-03-04" in proposed.words(page)
        assert "2 that nobody accepted" in proposed.words("")

    def it_accepts_one_field_by_a_name_and_keeps_who_proposed(self, proposed, saved):
        path = "parties.south.address"
        assert proposed.send("proposed", by="General Counsel", answer=path).status_code == 303
        given = saved()["given"]
        assert (given[path]["by"], given[path]["proposed_by"]) == ("General Counsel", "South")
        assert given["cure_time"]["how"] == "proposed"

    def it_is_told_beside_the_field_on_the_page_of_its_record(self, proposed, saved):
        place = [*saved()["answers"]["parties"]].index("south") + 1
        page = f"lists/parties/{place}"
        assert "Leeds (proposed by South, not accepted)" in proposed.words(page)
        proposed.send("proposed", by="GC", answer="parties.south.address")
        assert "Leeds (proposed by South, accepted by GC)" in proposed.words(page)

    def it_accepts_all(self, proposed, saved):
        assert proposed.send("proposed", by="General Counsel", answer="all").status_code == 303
        assert "Nothing waits to be accepted" in proposed.words("proposed")
        assert "proposed and not accepted" not in proposed.words("check")

    def it_needs_a_name_and_an_answer_that_is_proposed(self, proposed, saved):
        before = saved()
        assert proposed.send("proposed", by=" ", answer="all").status_code == 422
        assert proposed.send("proposed", by="GC", answer="exit_notice").status_code == 404
        assert saved() == before
