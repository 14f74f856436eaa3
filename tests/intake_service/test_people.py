"""Several people at one deal: what each may, what each sees, and nobody loses an answer."""

import html
import json
import logging
import re

import pytest
from support.command import answers_of
from support.intake import Filled, Someone, answer_all

from examples.intake_service.app import LARGEST_BODY
from examples.intake_service.keeping import Moved, refuse_moved
from examples.intake_service.parts import Part
from examples.intake_service.shown import slug
from examples.intake_service.store import Act, Decision

SCRIPT = "<script>alert(1)</script>"
SECRET = "GBP 987654321"  # an answer that is private
ANSWERS = answers_of("workout-rewards")["answers"]
START, DAY = 1_800_000_000, 24 * 60 * 60
SEES = {
    "requester": {"": 200, "sections/ending": 200, "recommended": 200, "warnings": 200,
                  "review": 422, "preview": 422, "sides": 403, "links": 403, "answers.json": 403},
    "other-side": {"": 200, "sections/ending": 404, "recommended": 403, "warnings": 403,
                   "review": 403, "preview": 403, "sides": 403, "links": 403, "draft.docx": 403,
                   "decision-record.json": 403, "answers.json": 403, "key-terms": 403,
                   "approved.docx": 404, "comments/exit_notice": 404,
                   "special-terms": 403},
    "counsel": {"": 200, "sections/ending": 200, "sides": 200, "links": 200, "answers.json": 200},
    "approver": {"": 200, "sections/ending": 404, "recommended": 403, "warnings": 200,
                 "links": 403, "answers.json": 403},
}  # fmt: skip


def share(counsel, asked=(), private=()):
    """Ask some questions of the other side, some of them in private."""
    sent = counsel.filled("sides")
    for name in asked:
        sent[f"side:{name}"] = "other-side"
    for name in private:
        sent[f"private:{name}"] = "1"
    assert counsel.post("sides", sent | {"disclose": "1"}).status_code == 303


def read_file(service, deal, answers):
    """Fill a deal with the answers of a file."""
    there = service.store.deals.get(deal)
    data = service.library.form({"precedent": "co-marketing", "answers": answers}).data
    assert service.store.deals.save(there, data, service.act(_counsel(), "read a file"))


@pytest.fixture
def saved(service, deal):
    """The answers of the deal as they are saved."""
    return lambda: service.store.deals.get(deal).data["answers"]


class DescribeThePartsOfADeal:
    @pytest.mark.parametrize("part", SEES)
    def it_opens_to_each_part_what_it_may(self, someone, part):
        who = someone(part)
        assert {path: who.open(path).status_code for path in SEES[part]} == SEES[part]

    def it_is_nobody_s_without_a_link_or_with_that_of_another_deal(self, app, service, someone):
        stranger, who = Someone(app), someone("counsel")
        other = service.store.deals.new("Other", "co-marketing", service.act(
            service.view(1, _counsel()).person, "x"))  # fmt: skip
        assert stranger.open(who.deal).status_code == 404
        for path in ("", "/sections/ending", "/draft.docx", "/links"):
            assert who.open(f"/deals/{other}{path}").status_code == 404
        sent = who.filled("sections/ending")
        assert who.post(f"/deals/{other}/sections/ending", sent).status_code == 404

    def it_believes_no_header_that_the_settings_do_not_name(self, app, deal):
        for header in ("X-Forwarded-User", "Remote-User", "X-Part"):
            reply = app.test_client().get(f"/deals/{deal}", headers={header: "counsel"})
            assert reply.status_code == 404

    def it_believes_no_part_that_a_page_sends(self, someone, saved):
        who = someone("other-side")
        sent = who.filled() | {"part": "counsel", "do": "approve", "by": "Chief"}
        assert who.post("review", sent).status_code == 403
        sent = sent | {"a:exit_notice": "30 days", "seen:exit_notice": "x"}
        assert who.post("sections/ending", sent).status_code == 404
        assert saved() == {}

    def it_takes_no_session_that_somebody_else_signed(self, app, deal):
        from itsdangerous import URLSafeTimedSerializer

        forged = URLSafeTimedSerializer(b"guessed").dumps({"links": {str(deal): 1}})
        browser = app.test_client()
        browser.set_cookie("session", forged)
        assert browser.get(f"/deals/{deal}").status_code == 404


def _counsel():
    from examples.intake_service.parts import Part, Person

    return Person(Part.COUNSEL, "Counsel")


class DescribeALinkInABrowser:
    def it_does_nothing_until_its_button_is_pressed(self, app, link):
        browser = app.test_client()
        reply = browser.get(f"/l/{link('requester')}")
        assert "Open the deal" in reply.text
        assert browser.get("/").status_code == 200

    def it_expires_in_a_session_that_is_open(self, someone, clock):
        who = someone("requester", days=2)
        clock.now = START + 3 * DAY
        reply = who.open()
        assert (reply.status_code, "has expired" in reply.text) == (403, True)

    def it_is_revoked_in_a_session_that_is_open_and_cannot_be_replayed(self, app, someone, link):
        counsel, token = someone("counsel"), link("requester", "Ines")
        who = Someone(app, token)
        number = token.split(".")[0]
        counsel.send("links", revoke=number)
        assert who.open().status_code == 403
        assert app.test_client().get(f"/l/{token}").status_code == 403

    def it_is_made_on_a_page_and_shown_once(self, app, someone):
        counsel = someone("counsel")
        reply = counsel.send("links", name="Maison V", part="other-side")
        token = html.unescape(reply.text).split("/l/")[1].split("<")[0]
        assert Someone(app, token).words().startswith("<!doctype")
        assert token not in counsel.words("links")
        assert counsel.send("links", name=" ", part="boss").status_code == 422


class DescribeASection:
    def it_ticks_nothing_and_fills_nothing_that_nobody_answered(self, someone, saved):
        who = someone("requester")
        sent = who.filled("sections/project")
        assert [one for name, one in sent.items() if name.startswith("a:") and one] == []
        assert who.post("sections/project", sent).status_code == 303
        assert saved() == {}

    def it_takes_one_recommendation_on_purpose(self, service, someone, deal):
        who = someone("requester")
        who.answer("parties", collaboration_model="tactical")
        assert "Recommended:" in who.words("sections/money")
        who.send("sections/money", take="money_model")
        data = service.store.deals.get(deal).data
        assert data["given"]["money_model"] | {"on": ""} == {
            "by": "The requester", "how": "taken", "on": ""}  # fmt: skip

    def it_saves_what_can_stand_and_shows_again_what_cannot(self, someone, saved):
        who = someone("requester")
        reply = who.answer("project", project_name="Cup", effective_date="31 February 2027")
        assert (reply.status_code, reply.text.count("no such day")) == (422, 2)
        assert 'value="31 February 2027"' in reply.text
        assert saved() == {"project_name": "Cup"}

    def it_offers_the_readings_of_a_date_and_takes_the_one_that_is_picked(self, someone, saved):
        who = someone("requester")
        reply = who.answer("project", effective_date="01/05/2027")
        assert reply.status_code == 422
        sent = Filled(reply.text).fields | {"reading:effective_date": "2027-05-01"}
        assert who.post("sections/project", sent).status_code == 303
        assert saved() == {"effective_date": "2027-05-01"}

    def it_takes_not_known_and_left_blank_for_answers(self, service, someone, deal):
        who = someone("requester")
        who.send("sections/project", **{"?:effective_date": "1", "!blank:out_of_scope": "1"})
        data = service.store.deals.get(deal).data
        assert data["unknown"] == ["effective_date"]
        assert data["given"]["out_of_scope"]["how"] == "left blank"
        sent = who.filled("sections/project")
        assert (sent.get("?:effective_date"), sent.get("!blank:out_of_scope")) == ("1", "1")

    def it_goes_on_to_the_next_and_stays_where_questions_came_into_play(self, someone):
        who = someone("requester")
        reply = who.answer("project", project_name="Cup")
        assert reply.headers["Location"] == f"{who.deal}/sections/plan-and-people"


class DescribeTwoAtOneDeal:
    def it_puts_together_what_they_answer_in_one_section(self, someone, saved):
        one, other = someone("requester"), someone("counsel")
        first, second = one.filled("sections/project"), other.filled("sections/project")
        first["a:project_name"], second["a:effective_date"] = "Cup", "1 March 2027"
        assert one.post("sections/project", first).status_code == 303
        assert other.post("sections/project", second).status_code == 303
        assert saved() == {"project_name": "Cup", "effective_date": "2027-03-01"}

    def it_tells_the_second_who_answers_the_same_question_otherwise(self, someone, saved):
        one, other = someone("requester"), someone("counsel")
        first, second = one.filled("sections/project"), other.filled("sections/project")
        first["a:project_name"], second["a:project_name"] = "Cup", "Mug"
        one.post("sections/project", first)
        reply = other.post("sections/project", second)
        assert (reply.status_code, "It is now: Cup" in html.unescape(reply.text)) == (409, True)
        assert 'value="Mug"' in reply.text
        assert saved() == {"project_name": "Cup"}
        assert other.post("sections/project", Filled(reply.text).fields).status_code == 303
        assert saved() == {"project_name": "Mug"}

    def it_takes_a_page_that_is_sent_twice_once(self, someone, saved):
        who = someone("requester")
        sent = who.filled("lists/parties") | {"a:parties.+.short_name": "Pacer"}
        assert {who.post("lists/parties", sent).status_code for _ in range(3)} == {303}
        assert list(saved()["parties"]) == ["pacer"]

    def it_keeps_a_comment_that_is_sent_twice_once(self, service, someone, deal):
        who = someone("requester")
        sent = who.filled("comments/exit_notice") | {"text": "Why?"}
        for _ in range(2):
            who.post("comments/exit_notice", sent)
        assert [one.text for one in service.store.talk.comments(deal)] == ["Why?"]

    def it_tells_an_answer_whose_question_is_asked_no_longer(self, someone, saved):
        one, other = someone("requester"), someone("counsel")
        other.answer("parties", collaboration_model="tactical")
        other.answer("money", money_model="reward-funding")
        late = one.filled("sections/money") | {"a:reward_amount": "USD 5"}
        other.answer("money", money_model="own-costs")
        assert one.post("sections/money", late).status_code == 303
        assert "reward_amount" not in saved()
        assert re.search("Not saved.*asked no longer.*reward", one.words())

    def it_removes_no_record_that_somebody_changed_meanwhile(self, someone, saved):
        one, other = someone("requester"), someone("counsel")
        one.add("parties", {"short_name": "Pacer"})
        late = one.filled("lists/parties") | {"remove:pacer": "1"}
        other.send("lists/parties", **{"a:parties.pacer.name": "Pacer Fitness Inc."})
        assert one.post("lists/parties", late).status_code == 409
        assert saved()["parties"]["pacer"]["name"] == "Pacer Fitness Inc."
        assert one.send("lists/parties", **{"remove:pacer": "1"}).status_code == 303
        assert "parties" not in saved()

    def it_is_judged_again_where_another_is_a_moment_quicker(self, service, deal):
        """Between the judging and the saving of an answer another one came in."""
        view = service.view(deal, _counsel())
        quicker = service.full(view.deal).answer({"project_name": "Cup"})
        refuse_moved(view, quicker, {"effective_date": "2027-03-01"})
        with pytest.raises(Moved):
            refuse_moved(view, quicker, {"project_name": "Mug"})


class DescribeTheOtherSide:
    """It has its own questions, and nobody but counsel its private answers."""

    def it_answers_its_own_questions_only(self, someone, saved):
        share(someone("counsel"), ["general_cap"])
        other = someone("other-side")
        sent = other.filled("sections/risk")
        assert {name for name in sent if name.startswith("a:")} == {"a:general_cap"}
        sent |= {"a:general_cap": "GBP 5", "a:cap_basis": "x", "seen:cap_basis": "x"}
        assert other.post("sections/risk", sent).status_code == 303
        assert saved() == {"general_cap": "GBP 5"}

    @pytest.mark.parametrize(("first", "then"), [
        ({}, {"side:general_cap": "other-side"}),
        ({"side:general_cap": "other-side", "private:general_cap": "1"},
         {"private:general_cap": []}),
    ])  # fmt: skip
    def it_reads_an_answer_that_is_there_already_only_where_counsel_says_so(
        self, service, someone, deal, first, then
    ):
        counsel = someone("counsel")
        assert counsel.post("sides", counsel.filled("sides") | first).status_code == 303
        read_file(service, deal, {"general_cap": SECRET})
        refused = counsel.post("sides", counsel.filled("sides") | then)
        assert (refused.status_code, "general cap" in refused.text) == (422, True)
        assert service.store.deals.get(deal).revision == 3
        again = Filled(refused.text).fields | {"disclose": "1"}
        assert counsel.post("sides", again).status_code == 303

    def it_tells_its_private_answers_to_nobody_but_counsel(self, service, someone, deal):
        counsel = someone("counsel")
        read_file(service, deal, ANSWERS)
        share(counsel, ["general_cap", "cure_time"], ["general_cap"])
        other, requester = someone("other-side"), someone("requester")
        assert other.answer("risk", general_cap=SECRET).status_code == 303
        other.send("comments/general_cap", text="987654321 is all we have")
        for path in ("", "sections/risk", "sections/money", "recommended", "warnings", "preview",
                     "key-terms", "review", "history", "draft.docx", "decision-record.json",
                     "comments/general_cap", "comments/cure_time", "answers.json"):  # fmt: skip
            requester.open(path)
        assert "withheld" in requester.words()
        assert b"word/document.xml" in requester.heard
        for told in (b"987654321", b"987,654,321"):
            assert told not in requester.heard
        assert "987,654,321" in counsel.words("preview")
        assert "987654321" in counsel.words("comments/general_cap")

    def it_is_told_nothing_that_the_firm_keeps(self, service, someone, deal):
        counsel = someone("counsel")
        counsel.answer("risk", general_cap=SECRET)
        share(counsel, ["cure_time"], ["general_cap"])
        counsel.send("comments/cure_time", text="stays in the house", to="firm")
        counsel.send("comments/cure_time", text="for you", to="all")
        other = someone("other-side")
        for path in ("", "sections/ending", "comments/cure_time", "history", "review", "draft.docx",
                     "sections/risk", "comments/general_cap", "preview"):  # fmt: skip
            other.open(path)
        assert b"for you" in other.heard
        for told in (b"987654321", b"987,654,321", b"stays in the house", b"general_cap"):
            assert told not in b"".join(other.bodies)

    def it_may_hear_a_private_answer_of_the_file_only_where_an_approver_says_so(
        self, service, someone, deal
    ):
        counsel = someone("counsel")
        read_file(service, deal, ANSWERS | {"general_cap": SECRET})
        share(counsel, ["general_cap"], ["general_cap"])
        let_pass(counsel)
        assert counsel.send("review", do="approve").status_code == 422
        assert counsel.send("review", do="approve", disclose="1").status_code == 303
        assert someone("other-side").open("approved.docx").status_code == 200


class DescribeTheAdviceOfTheFirm:
    def it_is_not_given_to_the_other_side(self, someone, saved):
        counsel = someone("counsel")
        counsel.answer("parties", collaboration_model="tactical")
        assert "Recommended:" in counsel.words("sections/money")
        share(counsel, ["money_model"])
        other = someone("other-side")
        assert "Recommended:" not in other.words("sections/money")
        other.send("sections/money", take="money_model")
        assert "money_model" not in saved()


def let_pass(counsel):
    """Confirm what is recommended, and let the rest pass by name."""
    counsel.send("recommended", section="all", by="General Counsel")
    for what in ("not-approved", "R303", "lapsed-law"):
        counsel.send("review", do="override", what=what, by="General Counsel", reason="A test")


TERM = {"heading": "Cup return", "text": "Each member returns the cup.\n\nIt is washed first.",
        "place": "after", "clause": "exit", "reason": "cups are lent"}  # fmt: skip


class DescribeASpecialTerm:
    def it_is_written_changed_and_removed_and_nobody_writes_over_another(
        self, service, someone, deal
    ):
        one, other = someone("requester"), someone("counsel")
        assert one.send("special-terms", **TERM).status_code == 303
        first = one.filled("special-terms?term=1") | {"heading": "Cups"}
        second = other.filled("special-terms?term=1") | {"heading": "Mugs"}
        assert one.post("special-terms", first).status_code == 303
        assert other.post("special-terms", second).status_code == 409
        (term,) = service.full(service.store.deals.get(deal)).words.special_terms.values()
        assert (term["heading"], term["text"], term["after"]) == ("Cups", TERM["text"], "exit")
        gone = other.filled("special-terms?term=1") | {"do": "remove"}
        assert other.post("special-terms", gone).status_code == 303
        assert not service.full(service.store.deals.get(deal)).words.special_terms

    @pytest.mark.parametrize(("field", "sent", "says"), [
        ("reason", "", "Enter why the deal needs it"), ("place", "x", "Select whether"),
        ("clause", "nowhere", ""), ("text", "a\0b", ""), ("heading", "", "Enter a heading"),
    ])  # fmt: skip
    def it_is_refused_at_the_field_where_it_cannot_stand(self, someone, field, sent, says):
        reply = someone("requester").send("special-terms", **(TERM | {field: sent}))
        assert (reply.status_code, f'href="#{field}"' in reply.text) == (422, True)
        assert says in html.unescape(reply.text)


class DescribeApproval:
    def it_keeps_the_gate_of_the_desk_and_records_what_is_approved(self, service, someone, deal):
        counsel = someone("counsel")
        answer_all(counsel, service.library, ANSWERS, slug)
        assert "Not approved" in counsel.words("review")
        refused = counsel.send("review", do="approve")
        assert (refused.status_code, "is not approved" in refused.text) == (422, True)
        let_pass(counsel)
        assert counsel.send("review", do="review").status_code == 303
        stale = counsel.filled("review")
        assert counsel.send("review", do="approve").status_code == 303
        (approved,) = [one for one in service.store.talk.decisions(deal) if one.kind == "approved"]
        assert service.desk.registry.agreement(approved.agreement).matter == "Workout Rewards"
        answers = counsel.open("answers.json").json
        assert counsel.open("approved.docx").data == service.library.draft(answers).to_docx(
            service.style)  # fmt: skip
        assert counsel.post("review", stale | {"do": "approve"}).status_code == 303  # pressed twice
        assert len(service.store.talk.decisions(deal)) == 2
        counsel.answer("project", project_name="Another")
        assert "the approval holds no longer" in counsel.words()
        assert counsel.open("approved.docx").status_code == 404
        assert counsel.post("review", stale | {"do": "approve"}).status_code == 409

    def it_says_that_the_registry_may_not_have_it_where_the_service_stopped(
        self, service, someone, deal
    ):
        """An approval is kept before the registry has it; whoever reads the page is told."""
        at = Act(service.now, Part.APPROVER, "Chief", "approved revision 1", (), 1)
        made = Decision(1, service.now, Part.APPROVER, "Chief", "approved", "", b"file", ())
        service.store.talk.decide(deal, made, at)
        assert "No number of the registry was kept" in someone("counsel").words("")
        assert "registry" not in someone("other-side").words("")

    def it_is_no_act_of_the_requester(self, someone):
        who = someone("requester")
        sent = who.filled("") | {"do": "approve", "revision": "1"}
        assert who.post("review", sent).status_code == 403


class DescribeWhatIsSent:
    def it_is_shown_as_text_whatever_it_is(self, someone):
        who = someone("requester")
        who.answer("project", project_name=SCRIPT)
        who.send("comments/project_name", text=SCRIPT)
        for path in ("sections/project", "comments/project_name"):
            page = who.open(path)
            assert SCRIPT not in page.text
            assert SCRIPT in html.unescape(page.text)

    @pytest.mark.parametrize("hostile", ["a\0b", "a\x07b", "a\u202eb", "\ud7ff\u200f" * 3])
    def it_is_refused_with_a_sentence_where_it_cannot_be_printed(self, someone, saved, hostile):
        who = someone("requester")
        reply = who.answer("project", project_name=hostile)
        assert reply.status_code in (303, 422)
        assert reply.status_code == 422 or saved()

    def it_is_refused_whole_where_it_is_too_large(self, someone, saved):
        who = someone("requester")
        reply = who.answer("project", project_name="x" * (LARGEST_BODY + 1))
        assert (reply.status_code, "nothing of it was saved" in reply.text) == (413, True)
        assert saved() == {}

    def it_needs_the_token_of_the_session(self, someone, saved):
        who, other = someone("requester"), someone("requester")
        sent = who.filled("sections/project") | {"a:project_name": "Cup"}
        for token in ("", "guessed", other.filled("sections/project")["token"]):
            assert who.post("sections/project", sent | {"token": token}).status_code == 400
        assert saved() == {}

    def it_leaves_no_trace_in_an_address_a_cache_or_a_log(self, someone, caplog):
        caplog.set_level(logging.DEBUG)
        who = someone("requester")
        who.answer("project", project_name="Workout Rewards Nine")
        who.add("parties", {"short_name": "Pacer Nine"})
        told = " ".join(who.addresses) + caplog.text
        assert not [one for one in ("Nine", "pacer-nine") if one in told]
        headers = who.open().headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        cookie = who.send("sections/project").headers.get("Set-Cookie", "")
        assert not cookie or ("HttpOnly" in cookie and "SameSite=Lax" in cookie)


def unchanged(who, service, deal):
    """Send every page of a deal as it stands; the record that is saved afterwards."""
    form = service.full(service.store.deals.get(deal))
    for section in form.section_names:
        who.send(f"sections/{slug(section)}")
    for name, one in form.asked.items():
        if one.question.kind.sort.has_records and one.state.value != "may come":
            who.send(f"lists/{name}")
    return service.store.deals.get(deal).data


class DescribeAnAnswerThatIsShown:
    @pytest.mark.parametrize("name", ["smart-handbag", "sensor-university"])
    def it_is_the_same_when_its_page_is_sent_as_it_stands(self, service, someone, deal, name):
        data = answers_of(name)
        there = service.store.deals.get(deal)
        form = service.library.form(data)
        service.store.deals.save(there, form.data, service.act(_counsel(), "read a file"))
        before = json.loads(json.dumps(form.data))
        assert unchanged(someone("counsel"), service, deal) == before
