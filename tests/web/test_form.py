"""The web form, page by page: what it asks, what it makes, what it keeps to itself."""

import html
import json
import logging
import re

import pytest
from support.attacks import template
from support.command import answers_of
from support.examples import starter
from support.files import HOUSE, ROLES
from support.visitor import Visitor

from drafter import load_style
from examples.web_intake import create_app
from examples.web_intake.limits import Beginnings

SCRIPT = "<script>alert(1)</script>"
LONG_ENOUGH = 5  # characters; a shorter word may stand in an address by chance


def workout_rewards():
    return answers_of("workout-rewards")


def answer_all(visitor, data):
    for name, value in data["answers"].items():
        visitor.answer(name, value)


class DescribeHowManyDeals:
    def it_refuses_a_client_that_begins_too_many_and_no_other(self, tmp_path):
        app = create_app(tmp_path, starter(), most_deals=3)
        visitor, other = Visitor(app), Visitor(app)
        other.browser.environ_base = {"REMOTE_ADDR": "192.0.2.7"}
        begun = [visitor.send("/start", answer="co-marketing").status_code for _ in range(5)]
        assert begun == [303, 303, 303, 429, 429]
        assert other.send("/start", answer="co-marketing").status_code == 303
        assert len(list(tmp_path.glob("*.json"))) == 4

    def it_counts_within_an_hour(self):
        times = iter([0.0, 1.0, 2.0, 3601.5])
        begun = Beginnings(2, lambda: next(times))
        assert [begun.may_begin("a") for _ in range(4)] == [True, True, False, True]


class DescribeAWholeDeal:
    def it_makes_the_word_file_that_the_library_makes_of_the_same_answers(self, visitor, saved):
        data = workout_rewards()
        answer_all(visitor, data)
        reply = visitor.open("draft.docx")
        assert reply.status_code == 200
        assert reply.data == starter().draft(data).to_docx()
        assert saved()["answers"] == data["answers"]

    def it_gives_the_decision_record_of_that_draft(self, visitor):
        data = workout_rewards()
        answer_all(visitor, data)
        record = visitor.open("decision-record.json").json
        assert record == json.loads(json.dumps(starter().draft(data).report()))

    def it_puts_no_answer_into_an_address_or_a_log(self, visitor, caplog):
        caplog.set_level(logging.DEBUG)
        data = workout_rewards()
        answer_all(visitor, data)
        visitor.open("check")
        told = " ".join(visitor.addresses) + caplog.text
        given = [*data["answers"]["parties"]["pacer"].values(), *data["answers"].values()]
        words = {one for one in given if isinstance(one, str)}
        words |= {id for one in data["answers"].values() if isinstance(one, dict) for id in one}
        assert not [one for one in words if len(one) > LONG_ENOUGH and one in told]

    def it_is_found_again_by_its_link_from_another_browser(self, app, visitor):
        visitor.answer("project_name", "Workout Rewards")
        other = app.test_client()
        assert "Workout Rewards" in other.get(f"{visitor.deal}/check").text


class DescribeAQuestion:
    def it_ticks_nothing_that_nobody_answered(self, visitor):
        page = visitor.open("questions/unequal_parties").text
        assert 'type="radio"' in page
        assert "checked" not in page

    def it_shows_a_recommendation_in_words_and_records_that_it_was_taken(self, visitor, saved):
        visitor.answer("collaboration_model", "tactical")
        page = visitor.words("questions/money_model")
        assert re.search(r"Recommended:</strong> .+, because ", page)
        assert "checked" not in page
        assert visitor.send("questions/money_model", do="take").status_code == 303
        assert saved()["given"]["money_model"]["how"] == "taken"
        assert saved()["answers"]["money_model"] == "own-costs"

    def it_takes_not_known_yet_for_an_answer(self, visitor, saved):
        assert visitor.send("questions/effective_date", unknown="?").status_code == 303
        assert visitor.send("questions/governing_law", answer="?").status_code == 303
        assert saved()["unknown"] == ["effective_date", "governing_law"]
        assert "Not known yet" in visitor.words("check")

    def it_leaves_an_optional_question_blank_only_on_continue(self, visitor, saved):
        visitor.open("questions/out_of_scope")
        assert "out_of_scope" not in saved().get("given", {})
        assert visitor.send("questions/out_of_scope", answer="").status_code == 303
        assert saved()["given"]["out_of_scope"]["how"] == "left blank"

    @pytest.mark.parametrize(("typed", "kept"), [
        ("1 March 2027", "2027-03-01"), ("2027-03-01", "2027-03-01"), ("1 mar 2027", "2027-03-01"),
    ])  # fmt: skip
    def it_reads_a_date_as_people_type_it(self, visitor, saved, typed, kept):
        visitor.answer("effective_date", typed)
        assert saved()["answers"]["effective_date"] == kept

    @pytest.mark.parametrize(("typed", "kept"), [
        ("GBP 250,000", "GBP 250000"), ("250000 eur", "EUR 250000"), ("USD 2.40", "USD 2.40"),
    ])  # fmt: skip
    def it_reads_an_amount_as_people_type_it(self, visitor, saved, typed, kept):
        visitor.answer("general_cap", typed)
        assert saved()["answers"]["general_cap"] == kept

    @pytest.mark.parametrize(("name", "wrong", "says"), [
        ("effective_date", "01/05/2027", "1 May 2027 or 5 January 2027"),
        ("effective_date", "31 February 2027", "no such day"),
        ("general_cap", "GBP 250.000", "Type 250,000 or 250.00"),
        ("general_cap", "250000", "of which currency"),
        ("project_territories", "Utopia", "“Utopia” is no territory"),
        ("governing_law", "atlantis", "the lines that the page shows"),
        ("project_name", "", "Enter an answer"),
    ])  # fmt: skip
    def it_says_what_to_do_at_the_field_and_in_a_linked_summary(
        self, visitor, saved, name, wrong, says
    ):
        reply = visitor.send(f"questions/{name}", answer=wrong)
        assert reply.status_code == 422
        assert "<title>Error: " in reply.text
        assert reply.text.count(says) == 2
        target = re.search(r'<div class="problem".*?href="#([^"]+)"', reply.text, re.DOTALL)[1]
        assert f'id="{target}"' in reply.text
        assert name not in saved()["answers"]

    def it_keeps_what_was_typed_on_the_page_that_refuses_it(self, visitor):
        reply = visitor.send("questions/effective_date", answer="next spring")
        assert 'value="next spring"' in reply.text

    def it_shows_script_as_text_and_never_runs_it(self, visitor):
        visitor.answer("project_name", SCRIPT)
        pages = [visitor.open(one).text for one in ("questions/project_name", "check")]
        assert all(SCRIPT not in page for page in pages)
        assert all("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)

    def it_goes_back_to_the_check_after_a_change_from_there(self, visitor):
        reply = visitor.send("questions/project_name", answer="Relay", to="check")
        assert reply.headers["Location"] == f"{visitor.deal}/check"

    def it_goes_back_to_the_section_after_a_change_from_there(self, visitor):
        page = visitor.open("sections/project").text
        assert f"{visitor.deal}/questions/project_name?to=section" in page
        reply = visitor.send("questions/project_name", answer="Relay", to="section")
        assert reply.headers["Location"] == f"{visitor.deal}/sections/project"


class DescribeAList:
    def it_shows_itself_growing(self, visitor):
        parties = workout_rewards()["answers"]["parties"]
        visitor.add("parties", 1, parties["pacer"])
        page = visitor.words("lists/parties")
        assert "1 so far; at least 2" in page
        assert "Complete" in page
        assert "Add another party" in page

    def it_changes_one_field_and_keeps_the_others(self, visitor, saved):
        parties = workout_rewards()["answers"]["parties"]
        visitor.add("parties", 1, parties["pacer"])
        reply = visitor.send("lists/parties/1/industry", answer="sport", to="record")
        assert reply.headers["Location"] == f"{visitor.deal}/lists/parties/1"
        kept = saved()["answers"]["parties"]["pacer"]
        assert kept == {**parties["pacer"], "industry": "sport"}

    def it_names_the_answers_that_a_removal_would_hurt(self, visitor, saved):
        answer_all(visitor, workout_rewards())
        page = visitor.words("lists/parties/2/remove")
        assert "Who gives the rewards" in page or "honour" in page.lower()
        assert visitor.send("lists/parties/2/remove").status_code == 303
        assert list(saved()["answers"]["parties"]) == ["pacer"]

    def it_leads_back_to_where_it_was_opened_from(self, visitor):
        answer_all(visitor, workout_rewards())
        hub = "lists/parties?to=check"
        change = re.search(r'href="([^"]+/lists/parties/1\?via=check)"', visitor.open(hub).text)[1]
        field = re.search(r'href="([^"]+/1/industry[^"]+)"', visitor.open(change).text)[1]
        record = visitor.send(html.unescape(field), answer="sport", to="record", via="check")
        assert record.headers["Location"].endswith("/lists/parties/1?via=check")
        back = re.search(r'class="button" href="([^"]+)"', visitor.open(change).text)[1]
        assert back == f"{visitor.deal}/{hub}"
        done = visitor.send(hub, to="check")
        assert done.headers["Location"] == f"{visitor.deal}/check"

    def it_refuses_to_go_on_while_a_field_is_missing(self, visitor):
        visitor.send("lists/parties/1/name", answer="Pacer")
        reply = visitor.send("lists/parties")
        assert reply.status_code == 422
        assert 'href="#record-1"' in reply.text
        assert 'id="record-1"' in reply.text


class DescribeAClash:
    def it_shows_the_clashing_answers_each_with_a_change_link(self, visitor):
        answer_all(visitor, workout_rewards())
        visitor.answer("exit_right", "any-time")
        reply = visitor.send("questions/minimum_commitment", answer="yes")
        assert reply.headers["Location"] == f"{visitor.deal}/clash"
        page = visitor.open("clash").text
        assert "cannot stand together" in page
        changes = re.findall(r'/questions/(\w+)">Change', page)
        assert changes == ["exit_right", "minimum_commitment"]
        assert visitor.open("draft.docx").headers["Location"] == f"{visitor.deal}/clash"

    def it_is_over_once_one_of_them_changes(self, visitor):
        visitor.answer("exit_right", "any-time")
        visitor.answer("minimum_commitment", "yes")
        visitor.answer("exit_right", "no-exit")
        assert visitor.open("clash").headers["Location"] == visitor.deal

    def it_does_not_interrupt_where_the_next_question_can_settle_it(self, visitor):
        reply = visitor.send("questions/personal_data", answer="yes")
        assert reply.headers["Location"] == f"{visitor.deal}/questions/data_roles"


class DescribeTwoPeople:
    def it_shows_both_values_and_overwrites_nothing_unseen(self, visitor, saved):
        page = visitor.open("questions/project_name").text
        token = re.search(r'name="token" value="([^"]+)"', page)[1]
        seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
        visitor.answer("project_name", "Relay")
        late = {"token": token, "seen": seen, "answer": "Baton"}
        reply = visitor.browser.post(f"{visitor.deal}/questions/project_name", data=late)
        assert reply.status_code == 409
        assert "It is now: Relay" in reply.text
        assert 'value="Baton"' in reply.text
        assert saved()["answers"]["project_name"] == "Relay"

    def it_counts_a_double_press_once(self, visitor):
        page = visitor.open("questions/project_name").text
        fields = dict(re.findall(r'name="(token|seen)" value="([^"]+)"', page))
        address = f"{visitor.deal}/questions/project_name"
        for _ in range(2):
            reply = visitor.browser.post(address, data={**fields, "answer": "Relay"})
            assert reply.status_code == 303


class DescribeSafety:
    def it_refuses_a_form_without_the_token_of_its_session(self, visitor, saved):
        address = f"{visitor.deal}/questions/project_name"
        for token in ({}, {"token": "guessed"}, {"token": "é"}):
            reply = visitor.browser.post(address, data={**token, "answer": "Relay"})
            assert reply.status_code == 400
        assert "project_name" not in saved()["answers"]

    @pytest.mark.parametrize("path", [
        "/start", "agreement", "set-aside", "warnings/R106", "special-terms/1", "lists/parties",
        "special-terms/1/remove", "lists/parties/1/name", "lists/parties/1/short-name",
        "lists/parties/1/remove",
    ])  # fmt: skip
    def it_takes_no_form_of_another_site(self, visitor, saved, path):
        before = saved()
        address = path if path.startswith("/") else f"{visitor.deal}/{path}"
        assert visitor.browser.post(address, data={"answer": "Relay"}).status_code == 400
        assert saved() == before

    def it_refuses_a_body_that_is_too_large(self, visitor):
        body = {"token": "x", "answer": "a" * 300_000}
        assert visitor.browser.post(f"{visitor.deal}/questions/aims", data=body).status_code == 413

    @pytest.mark.parametrize("path", [
        "questions/no-such-question", "questions/orchestrator", "lists/project_name",
        "lists/parties/1", "lists/parties/9/name", "lists/parties/1/nickname",
        "lists/parties/pacer", "lists/parties/0/name", "lists/parties/1/short-name",
        "sections/no-such-section", "questions/..%2f..%2fetc",
    ])  # fmt: skip
    def it_has_no_page_for_what_is_not_asked(self, visitor, path):
        assert visitor.open(path).status_code == 404

    @pytest.mark.parametrize("reference", ["x", "..", "a" * 5000, "%00"])
    def it_has_no_page_for_a_link_of_no_deal(self, visitor, reference):
        assert visitor.open(f"/deal/{reference}/check").status_code == 404

    @pytest.mark.parametrize("path", ["/start", "check", "questions/aims_conflict", "draft.docx"])
    def it_leaves_no_copy_no_referrer_and_room_for_no_script(self, visitor, path):
        headers = visitor.open(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]

    def it_gives_each_deal_its_own_link_and_no_file_that_gives_it_away(self, app, visitor):
        other = Visitor(app)
        other.start("co-marketing")
        assert other.deal != visitor.deal
        names = " ".join(file.name for file in app.extensions["deals"].folder.iterdir())
        assert visitor.deal.rpartition("/")[2] not in names

    def it_lets_nobody_else_on_the_machine_see_them(self, tmp_path):
        Visitor(create_app(tmp_path / "deals", starter())).start("co-marketing")
        seen = [tmp_path / "deals", *(tmp_path / "deals").iterdir()]
        assert [f"{path.stat().st_mode & 0o777:o}" for path in seen] == ["700", "600"]

    def it_says_what_was_cut_from_the_house_style(self, visitor, app, tmp_path):
        path = tmp_path / "firm.docx"
        path.write_bytes(template()(HOUSE.read_bytes()))
        path.with_suffix(".yaml").write_bytes(ROLES.read_bytes())
        app.extensions["style"] = load_style(path)
        assert (
            "The house style of this form: The attached template "
            "“http://evil.example/t.dotm” is left out"
        ) in visitor.words("check")

    def it_says_which_answers_a_draft_still_needs(self, visitor):
        reply = visitor.open("draft.docx")
        assert reply.status_code == 422
        assert f"{visitor.deal}/questions/parties" in reply.text

    def it_lists_the_sections_with_three_counts(self, visitor):
        page = visitor.words("")
        assert re.search(r"Project</span>\s.*\s.*0 answered, \d+ sure to come, \d+ may come", page)
