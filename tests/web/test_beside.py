"""The web form beside its questions: what an answer did, what is set aside, clauses of one's own,
warnings kept, another agreement; records found by their place, words with two readings."""

import base64
import json
import re
import zlib

import pytest
from support.command import answers_of
from support.examples import starter
from support.visitor import Visitor

SCRIPT = "<script>alert(1)</script>"


def workout_rewards():
    return answers_of("workout-rewards")


def answer_all(visitor, data):
    for name, value in data["answers"].items():
        visitor.answer(name, value)


class DescribeWhatAnAnswerDid:
    def it_stands_on_the_next_page_once(self, visitor):
        answer_all(visitor, workout_rewards())
        reply = visitor.send("questions/exit_right", answer="no-exit")
        told = visitor.words(reply.headers["Location"])
        assert "Saved. May a party leave" in re.sub("<[^>]+>", "", told)
        assert re.search(r"<li>(Changed|Settled|In|Out): [^<]+</li>", told)
        assert "Saved." not in visitor.open("check").text

    def it_leaves_no_answer_in_the_cookie(self, visitor):
        reply = visitor.send("questions/project_name", answer="Workout Rewards")
        cookie = reply.headers["Set-Cookie"]
        body = re.search("session=([^;]+)", cookie)[1].lstrip(".").partition(".")[0]
        data = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        if cookie.startswith("session=."):
            data = zlib.decompress(data)
        assert b"project_name" in data
        assert b"Workout" not in data

    def it_says_before_what_a_question_may_change_and_why_it_is_asked(self, visitor):
        visitor.answer("exit_right", "after-lock-in")
        page = visitor.words("questions/lock_in")
        assert "Asked because: May a party leave" in page
        assert "It may change: " in visitor.words("questions/exit_right")


class DescribeWhatIsSetAside:
    def it_is_kept_shown_with_its_reason_and_comes_back(self, visitor, saved):
        visitor.answer("exit_right", "after-lock-in")
        visitor.answer("lock_in", "6 months")
        reply = visitor.send("questions/exit_right", answer="no-exit")
        assert "Set aside, kept and not used: How long" in visitor.words(reply.headers["Location"])
        assert saved()["answers"]["lock_in"] == "6 months"
        page = visitor.words("set-aside")
        assert "6 calendar months" in page
        assert 'questions/exit_right?to=aside">Change' in page
        back = visitor.send("questions/exit_right", answer="after-lock-in", to="aside")
        opened = back.headers["Location"]  # a question that came into play is asked before
        assert opened == f"{visitor.deal}/questions/exit_notice?to=aside"
        assert "Used again: How long" in visitor.words(opened)
        assert "How long" not in visitor.words("set-aside")

    def it_goes_for_good_only_when_somebody_gives_it_up(self, visitor, saved):
        visitor.answer("exit_right", "after-lock-in")
        visitor.answer("lock_in", "6 months")
        visitor.answer("exit_right", "no-exit")
        assert visitor.send("set-aside", answer="lock_in").status_code == 303
        assert "lock_in" not in saved()["answers"]
        assert "Nothing is set aside" in visitor.words("set-aside")


class DescribeAnotherAgreement:
    def it_keeps_the_answers_and_sets_aside_what_is_not_asked(self, app, saved):
        visitor = Visitor(app)
        visitor.start("co-development")
        data = answers_of("smart-handbag")["answers"]
        visitor.answer("project_name", data["project_name"])
        visitor.answer("pilot_scope", "as the first phase")
        assert visitor.send("agreement", answer="co-marketing").status_code == 303
        page = visitor.words("")
        assert "Saved. Co-marketing agreement." in re.sub("<[^>]+>", "", page)
        assert "Set aside, kept and not used" in page
        assert saved()["precedent"] == "co-marketing"
        assert saved()["answers"]["pilot_scope"] == "as the first phase"
        assert "This agreement does not ask it" in visitor.words("set-aside")
        visitor.send("agreement", answer="co-development")
        assert "Used again" in visitor.words("")

    def it_must_be_one_of_the_agreements(self, visitor, saved):
        assert visitor.send("agreement", answer="a-lease").status_code == 422
        assert saved()["precedent"] == "co-marketing"


TERM = {"heading": "Cup return", "text": "Each member returns the cup.\n\nNobody pays for a chip.",
        "after": "exit", "by": "counsel for the café", "reason": "cups are lent"}  # fmt: skip


class DescribeSpecialTerms:
    def it_adds_changes_and_removes_a_clause_of_this_deal_alone(self, visitor, saved):
        assert visitor.add_term(1, TERM).status_code == 303
        assert saved()["special_terms"] == {"cup-return": TERM}
        moved = {**TERM, "heading": "Return of cups", "replaces": "publicity", "after": ""}
        assert visitor.add_term(1, moved).status_code == 303
        kept = {key: word for key, word in moved.items() if word}
        assert saved()["special_terms"] == {"cup-return": kept}
        assert "Instead of " in visitor.words("special-terms")
        assert visitor.send("special-terms/1/remove").status_code == 303
        assert "special_terms" not in saved()

    def it_prints_it_in_the_draft_and_names_it_in_the_decision_record(self, visitor):
        data = workout_rewards() | {"special_terms": {"cup-return": TERM}}
        answer_all(visitor, data)
        visitor.add_term(1, TERM)
        assert visitor.open("draft.docx").data == starter().draft(data).to_docx()
        (told,) = visitor.open("decision-record.json").json["special_terms"]
        assert told["reason"] == "cups are lent"

    @pytest.mark.parametrize(("field", "says"), [
        ("heading", "Enter a heading"), ("text", "Enter the text"), ("after", "Select the clause"),
        ("reason", "Enter why the deal needs it"),
    ])  # fmt: skip
    def it_says_at_each_field_what_is_missing(self, visitor, saved, field, says):
        reply = visitor.add_term(1, {**TERM, field: ""})
        assert reply.status_code == 422
        assert reply.text.count(says) == 2
        target = re.search(r'<div class="problem".*?href="#([^"]+)"', reply.text, re.DOTALL)[1]
        assert f'id="{target}"' in reply.text
        assert "special_terms" not in saved()

    @pytest.mark.parametrize(("field", "word", "says"), [
        ("heading", "Cup\u202ereturn", "RIGHT-TO-LEFT"), ("text", "a" * 10_001, "10,000"),
        ("by", "two\nlines", "line"), ("reason", "\x07", "U+0007"),
        ("after", "no-such", "no topic"),
    ])  # fmt: skip
    def it_shows_at_the_field_what_the_library_refuses(self, visitor, saved, field, word, says):
        reply = visitor.add_term(1, {**TERM, field: word})
        assert reply.status_code == 422
        field = "clause" if field == "after" else field
        error = re.search(rf'id="{field}-error">.*?</span>([^<]+)', reply.text)[1]
        assert says in error
        assert "special_terms" not in saved()

    def it_refuses_two_in_the_place_of_one_clause(self, visitor):
        term = {**TERM, "after": "", "replaces": "publicity"}
        visitor.add_term(1, term)
        reply = visitor.add_term(2, {**term, "heading": "Another"})
        assert reply.status_code == 422
        assert "both replace" in reply.text
        visitor.add_term(2, {**TERM, "heading": "Another"})
        visitor.add_term(2, {**term, "heading": "Another", "replaces": "term"})
        reply = visitor.add_term(1, {**term, "replaces": "term"})
        assert reply.status_code == 422
        assert "both replace" in reply.text

    def it_may_change_one_while_another_lost_its_clause(self, app):
        visitor = Visitor(app)
        visitor.start("co-development")
        gone = {**TERM, "after": "", "replaces": "publication"}
        visitor.add_term(1, gone)
        visitor.add_term(2, {**TERM, "heading": "Cups"})
        visitor.send("agreement", answer="co-marketing")
        assert visitor.add_term(2, {**TERM, "heading": "Cups back"}).status_code == 303
        answer_all(visitor, workout_rewards())
        reply = visitor.open("draft.docx")
        assert reply.status_code == 422
        assert f'{visitor.deal}/special-terms"' in reply.text
        assert visitor.add_term(1, {**gone, "replaces": "publicity"}).status_code == 303
        assert visitor.open("draft.docx").status_code == 200

    def page_of(self, visitor, place):
        page = visitor.open(f"special-terms/{place}").text
        fields = dict(re.findall(r'name="(token|seen|term)" value="([^"]*)"', page))
        fields |= {key: TERM[key] for key in ("heading", "text", "by", "reason")}
        return f"{visitor.deal}/special-terms/{place}", {
            **fields, "place": "replaces", "clause": "publicity"}  # fmt: skip

    def it_counts_a_double_press_once(self, visitor, saved):
        address, sent = self.page_of(visitor, 1)
        for _ in range(2):
            assert visitor.browser.post(address, data=sent).status_code == 303
        assert list(saved()["special_terms"]) == ["cup-return"]

    def it_adds_beside_what_somebody_added_meanwhile(self, visitor, saved):
        address, sent = self.page_of(visitor, 1)
        visitor.add_term(1, TERM)
        assert visitor.browser.post(address, data=sent).status_code == 303
        assert [one.get("replaces", "") for one in saved()["special_terms"].values()] == [
            "", "publicity"]  # fmt: skip

    def it_overwrites_nothing_unseen(self, visitor, saved):
        visitor.add_term(1, TERM)
        address, sent = self.page_of(visitor, 1)
        visitor.add_term(1, {**TERM, "heading": "Mugs"})
        late = visitor.browser.post(address, data={**sent, "heading": "Cups"})
        assert late.status_code == 409
        assert "It is now: Mugs." in late.text
        assert saved()["special_terms"]["cup-return"]["heading"] == "Mugs"

    @pytest.mark.parametrize("place", ["", "heading", "nowhere"])
    def it_takes_no_other_place(self, visitor, saved, place):
        address, sent = self.page_of(visitor, 1)
        assert visitor.browser.post(address, data={**sent, "place": place}).status_code == 422
        assert "special_terms" not in saved()

    def it_shows_script_as_text(self, visitor):
        visitor.add_term(1, {**TERM, "heading": SCRIPT, "text": SCRIPT})
        for page in ("special-terms", "special-terms/1", "special-terms/1/remove", "check"):
            assert SCRIPT not in visitor.open(page).text

    def it_has_no_page_beyond_the_next_new_one(self, visitor):
        assert visitor.open("special-terms/2").status_code == 404
        assert visitor.open("special-terms/1/remove").status_code == 404


class DescribeAWarning:
    @pytest.fixture
    def warned(self, visitor):
        visitor.answer("brand_depth", "announcement")
        reply = visitor.send("questions/announcements", answer="no-announcements")
        assert "/clash" not in reply.headers["Location"]
        return visitor

    def it_stands_where_its_cause_is_and_on_a_page_of_its_own(self, warned):
        for page in ("questions/brand_depth", "warnings", "check"):
            assert "nobody may announce or confirm" in warned.words(page)
        assert "1 open, 0 kept" in warned.words("")

    def it_is_kept_by_somebody_for_a_reason_and_opened_again(self, warned, saved):
        reply = warned.send("warnings/R106", by="counsel for the café", reason="a press embargo")
        assert reply.status_code == 303
        (kept,) = saved()["overrides"]
        assert (kept["what"], kept["by"], kept["reason"]) == (
            "R106", "counsel for the café", "a press embargo")  # fmt: skip
        page = warned.words("warnings")
        assert "No warning is open" in page
        assert "Kept by counsel for the café" in page
        assert "nobody may announce or confirm" not in warned.words("questions/brand_depth")
        address = f"{warned.deal}/warnings/R106"
        token = re.search(r'name="token" value="([^"]+)"', warned.open("warnings").text)[1]
        warned.browser.post(address, data={"token": token, "do": "reopen"})
        assert not saved().get("overrides")

    def it_opens_again_when_an_answer_under_it_changes(self, warned, saved):
        warned.send("warnings/R106", by="counsel for the café", reason="a press embargo")
        reply = warned.send("questions/brand_depth", answer="no-brand-use")
        assert "A warning is kept no longer" in warned.words(reply.headers["Location"])
        warned.answer("brand_depth", "announcement")
        assert not saved()["overrides"]
        assert "1 open, 0 kept" in warned.words("")

    @pytest.mark.parametrize(("by", "reason", "field"), [
        ("", "an embargo", "by"), ("counsel", "", "reason"), ("coun\u202esel", "an embargo", "by"),
        ("counsel", "\x07", "reason"),
    ])  # fmt: skip
    def it_wants_a_title_and_a_sentence(self, warned, saved, by, reason, field):
        reply = warned.send("warnings/R106", by=by, reason=reason)
        assert reply.status_code == 422
        assert f'id="{field}-error"' in reply.text
        assert not saved().get("overrides")

    def it_has_no_page_where_no_such_warning_stands(self, visitor):
        assert visitor.open("warnings/R106").status_code == 404


class DescribeAnAddress:
    """It counts the records; what the page showed tells which record is meant."""

    def page_of(self, visitor, path):
        page = visitor.open(path).text
        fields = re.findall(r'name="(token|seen|record)" value="([^"]*)"', page)
        return f"{visitor.deal}/{path}", dict(fields)

    def it_gives_no_answer_to_another_record_that_took_the_place(self, visitor, saved):
        parties = workout_rewards()["answers"]["parties"]
        for number, one in enumerate(parties.values(), 1):
            visitor.add("parties", number, one)
        address, fields = self.page_of(visitor, "lists/parties/1/industry")
        visitor.send("lists/parties/1/remove")
        reply = visitor.browser.post(address, data={**fields, "answer": "space travel"})
        assert reply.status_code == 409
        assert "your answer was not saved" in reply.text
        assert "space travel" not in json.dumps(saved())

    def it_adds_one_record_for_two_presses(self, visitor, saved):
        address, fields = self.page_of(visitor, "lists/parties/1/name")
        for _ in range(2):
            assert visitor.browser.post(address, data={**fields, "answer": "Pacer Inc."})
        assert len(saved()["answers"]["parties"]) == 1

    def it_names_a_record_as_the_terminal_does(self, visitor, saved):
        visitor.send("lists/parties/1/short_name", answer="Café Nord & Co")
        assert list(saved()["answers"]["parties"]) == ["cafe-nord-co"]

    def it_gives_a_short_name_that_every_answer_follows(self, visitor, saved):
        answer_all(visitor, workout_rewards())
        visitor.call("parties", 1, "runner")
        named = json.dumps(saved()["answers"])
        assert '"runner"' in named
        assert '"pacer"' not in named.replace(json.dumps(saved()["answers"]["marks"]), "")
        assert visitor.open("draft.docx").status_code == 200

    @pytest.mark.parametrize(("word", "says"), [
        ("Two Words", "lower case letters"), ("corner-cup", "another record"), ("", "lower case"),
    ])  # fmt: skip
    def it_refuses_a_short_name_that_cannot_be_one(self, visitor, word, says):
        for number, one in enumerate(workout_rewards()["answers"]["parties"].values(), 1):
            visitor.add("parties", number, one)
        reply = visitor.send("lists/parties/1/short-name", answer=word)
        assert reply.status_code == 422
        assert reply.text.count(says) == 2


class DescribeTwoReadings:
    def it_shows_both_and_takes_the_one_that_is_picked(self, visitor, saved):
        reply = visitor.send("questions/effective_date", answer="01/05/2027")
        shown = re.findall(r'name="reading" id="[^"]+" value="([^"]+)"', reply.text)
        assert shown == ["2027-05-01", "2027-01-05"]
        assert "checked" not in reply.text
        visitor.send("questions/effective_date", answer="01/05/2027", read_from="01/05/2027",
                     reading="2027-01-05")  # fmt: skip
        assert saved()["answers"]["effective_date"] == "2027-01-05"

    def it_finds_a_country_by_a_part_of_its_name(self, visitor, saved):
        reply = visitor.send("questions/project_territories", answer="France, guin")
        assert 'value="FR, GW"' in reply.text
        visitor.send("questions/project_territories", answer="France, guin",
                     read_from="France, guin", reading="FR, GW")  # fmt: skip
        assert saved()["answers"]["project_territories"] == ["FR", "GW"]

    def it_reads_anew_what_was_typed_after_the_lines_were_shown(self, visitor, saved):
        visitor.send("questions/effective_date", answer="3 May 2027", read_from="01/05/2027",
                     reading="2027-01-05")  # fmt: skip
        assert saved()["answers"]["effective_date"] == "2027-05-03"
