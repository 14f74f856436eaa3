"""The service as JSON: what is described is what is taken and given, to each what it may have."""

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from support.command import answers_of
from support.intake import spelled

from examples.intake_service.api.openapi import DESCRIPTION
from examples.intake_service.parts import Part, Person

SECRET = "GBP 987654321"
ANSWERS = answers_of("workout-rewards")["answers"]


class Client:
    """A front end with a link; each reply is held against the description."""

    def __init__(self, app, deal, token):
        self.browser, self.deal, self.bodies = app.test_client(), deal, []
        self.headers = {"Authorization": f"Bearer {token}"}

    def ask(self, method, path, data=None, **headers):
        where = path if path.startswith("/") else f"/api/deals/{self.deal}/{path}".rstrip("/")
        reply = self.browser.open(where, method=method, headers=self.headers | headers,
                                  **({} if data is None else {"json": data}))  # fmt: skip
        self.bodies.append(reply.data)
        hold(method, where.partition("?")[0], reply)
        return reply

    def get(self, path=""):
        return self.ask("GET", path)

    def field(self, path):
        """A field of the deal as it is now, by its path."""
        questions = [one for section in self.get().json["sections"] for one in section["questions"]]
        fields = [*questions, *(field for one in questions for record in one["records"]
                                for field in record["fields"])]  # fmt: skip
        return next(one for one in fields if one["path"] == path)

    def answer(self, **changes):
        """Change answers, whatever they are now."""
        sent = [{"path": path, "seen": self.field(path)["seen"], "answer": one}
                for path, one in changes.items()]  # fmt: skip
        return self.ask("PATCH", "answers", {"changes": sent})


def operation_of(method, path):
    """What the description has for a request."""
    for template, item in DESCRIPTION["paths"].items():
        if re.sub(r"/\d+", "/{deal}", path) == template:
            return item[method.lower()]
    raise AssertionError(f"{method} {path} is not described")


def hold(method, path, reply):
    """Fail where a reply is not what the description says of it."""
    described = operation_of(method, path)["responses"]
    (kind, content), = described.get(str(reply.status_code), described["default"])[
        "content"].items()  # fmt: skip
    assert reply.mimetype == kind, (reply.status_code, reply.text)
    if kind.endswith("json"):
        schema = {**content["schema"], "components": DESCRIPTION["components"]}
        jsonschema.Draft202012Validator(schema).validate(reply.json)


@pytest.fixture
def client(app, deal, link):
    return lambda part: Client(app, deal, link(part))


def records(name, value):
    """The changes that add each record of a list."""
    for fields in value.values():
        yield [{"path": f"{name}.+.{field}", "seen": EMPTY, "answer": spelled(one)}
               for field, one in fields.items()]  # fmt: skip


EMPTY = "74234e98afe7498f"  # of a field without an answer


def answer_all(client, answers):
    for name, value in answers.items():
        if isinstance(value, dict):
            for changes in records(name, value):
                assert client.ask("PATCH", "answers", {"changes": changes}).status_code == 200
    single = {name: spelled(one) for name, one in answers.items() if not isinstance(one, dict)}
    for _ in range(2):
        there = {one["path"]: one["seen"] for section in client.get().json["sections"]
                 for one in section["questions"]}  # fmt: skip
        client.ask("PATCH", "answers", {"changes": [
            {"path": name, "seen": there[name], "answer": one}
            for name, one in single.items() if name in there]})  # fmt: skip


class DescribeTheDescription:
    def it_describes_every_endpoint_and_nothing_else(self, app):
        routes = {(method, re.sub(r"<int:(\w+)>", r"{\1}", rule.rule))
                  for rule in app.url_map.iter_rules() if rule.rule.startswith("/api")
                  for method in rule.methods - {"HEAD", "OPTIONS"}}  # fmt: skip
        described = {(method.upper(), path) for path, item in DESCRIPTION["paths"].items()
                     for method in item if method != "parameters"}  # fmt: skip
        assert routes == described

    def it_is_served_to_everybody_and_its_schemas_are_schemas(self, app):
        served = app.test_client().get("/api/openapi.json").json
        assert served == json.loads(json.dumps(DESCRIPTION))
        for schema in served["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)


class DescribeADealAsJson:
    def it_goes_from_the_first_answer_to_the_approved_file(self, client, service):
        counsel = client("counsel")
        answer_all(counsel, ANSWERS)
        assert counsel.get("agreement").json["passages"][0]["text"][0]["role"] == "title"
        draft = counsel.get("draft.docx").data
        record = counsel.get("decision-record.json").json
        assert record["precedent"] == "co-marketing"
        data = service.store.deals.get(counsel.deal).data
        assert service.library.draft(data).to_docx(service.style) == draft
        offers = {one["path"]: one["recommended"]["answer"]
                  for section in counsel.get().json["sections"] for one in section["questions"]
                  if one["recommended"] and one["state"] == "open"}  # fmt: skip
        done = counsel.ask("POST", "confirmations", {"by": "General Counsel", "answers": offers})
        assert set(done.json["saved"]) == set(offers)
        now = counsel.get().json["revision"]
        decided = {one: counsel.ask("POST", "decisions", {"decision": one, "revision": now})
                   for one in ("reviewed", "approved")}  # fmt: skip
        assert decided["reviewed"].status_code == 201
        refused = decided["approved"]
        assert refused.status_code == 422
        assert "not-approved" in {one["rule"] for one in refused.json["faults"]}
        assert counsel.get("approved.docx").status_code == 404

    def it_tells_what_is_proposed_and_accepts_it_by_name(self, client, service):
        counsel = client("counsel")
        there = service.store.deals.get(counsel.deal)
        theirs = {"answers": {"exit_notice": "30 days"}}
        form = service.full(there).propose(theirs, "South", "2027-03-04").form
        act = service.act(Person(Part.COUNSEL, "The counsel"), "read a file")
        assert service.store.deals.save(there, form.data, act)
        ((name, by),) = [(one["question"], one["by"]) for one in counsel.get().json["proposed"]]
        assert (name, by) == ("exit_notice", "South")
        sent = {"by": "General Counsel", "answers": {"exit_notice": "60 days"}}
        assert counsel.ask("POST", "acceptances", sent).status_code == 409
        sent["answers"] = {"exit_notice": "30 days"}
        assert counsel.ask("POST", "acceptances", sent).json["saved"] == ["exit_notice"]
        assert counsel.get().json["proposed"] == []

    def it_saves_what_can_stand_and_tells_the_rest_by_its_path(self, client):
        who = client("requester")
        reply = who.answer(project_name="Cup", effective_date="01/05/2027")
        assert (reply.status_code, reply.json["saved"]) == (422, ["project_name"])
        (wrong,) = reply.json["wrong"]
        assert (wrong["path"], [one["id"] for one in wrong["readings"]]) == (
            "effective_date", ["2027-05-01", "2027-01-05"])  # fmt: skip

    def it_tells_who_answered_the_same_question_meanwhile(self, client):
        one, other = client("requester"), client("counsel")
        stale = other.field("project_name")["seen"]
        one.answer(project_name="Cup")
        change = {"path": "project_name", "seen": stale, "answer": "Mug"}
        reply = other.ask("PATCH", "answers", {"changes": [change]})
        assert (reply.status_code, reply.json["wrong"][0]["conflict"]) == (409, True)
        assert one.field("project_name")["answer"] == "Cup"

    def it_does_once_what_is_sent_twice(self, client):
        who = client("requester")
        for _ in range(2):
            who.ask("POST", "comments", {"question": "exit_notice", "text": "Why?"},
                    **{"Idempotency-Key": "one"})  # fmt: skip
        assert [one["text"] for one in who.get("comments").json["comments"]] == ["Why?"]
        who.get("history")

    def it_withholds_what_a_part_may_not_see(self, client, service, deal):
        counsel = client("counsel")
        there = service.store.deals.get(deal)
        act = service.act(service.view(deal, _person("counsel")).person, "shared")
        service.store.deals.share(
            replace(there, asked_of={"cure_time": _part("other-side")}, private=("general_cap",)),
            act,
        )
        counsel.answer(general_cap=SECRET)
        other = client("other-side")
        for path in ("", "agreement", "comments", "history", "decision-record.json", "draft.docx"):
            other.get(path)
        asked = [one["path"] for section in other.get().json["sections"]
                 for one in section["questions"]]  # fmt: skip
        assert asked == ["cure_time"]
        assert not [one for one in other.bodies if b"987654321" in one or b"987,654" in one]
        change = {"path": "general_cap", "seen": EMPTY, "answer": "GBP 1"}
        assert other.ask("PATCH", "answers", {"changes": [change]}).status_code == 422


def _part(name):
    from examples.intake_service.parts import Part

    return Part(name)


def _person(name):
    from examples.intake_service.parts import Person

    return Person(_part(name), name)


class DescribeWhoAsks:
    @pytest.mark.parametrize("token", ["", "1.guessed", "x", "Bearer", "9" * 50])
    def it_is_nobody_without_a_living_link(self, app, deal, token):
        for path in ("", "draft.docx", "history"):
            assert Client(app, deal, token).get(path).status_code in (401, 403)
        assert Client(app, deal, token).get("/api/deals").status_code in (401, 403)

    def it_has_one_deal(self, app, service, deal, link):
        other = service.store.deals.new(
            "Other", "co-marketing", service.act(_person("counsel"), "")
        )
        who = Client(app, other, link("counsel"))
        assert who.get().status_code == 404
        assert [one["deal"] for one in who.get("/api/deals").json["deals"]] == [deal]

    def it_takes_no_cookie_of_a_page_for_a_link(self, app, someone):
        who = someone("counsel")
        assert who.open(f"/api{who.deal}").status_code == 401


class DescribeWhatIsSent:
    @pytest.mark.parametrize("data", [
        [], {}, {"changes": {}}, {"changes": []}, {"changes": ["x"]}, {"changes": [{}] * 501},
        {"changes": [{"path": 1}]}, {"changes": [{"path": "x", "answer": {"a": 1}}]},
        {"changes": [{"path": "no_such", "seen": "", "answer": "1"}]},
        {"changes": [{"path": "parties.pacer.no_such", "seen": "", "answer": "1"}]},
        {"changes": [{"path": "project_name.x.y", "seen": "", "answer": "1"}]},
    ])  # fmt: skip
    def it_is_refused_in_words_where_it_is_not_as_described(self, client, data):
        who = client("requester")
        reply = who.ask("PATCH", "answers", data)
        assert (reply.status_code in (400, 422), bool(reply.json["detail"])) == (True, True)
        assert who.get().json["revision"] == 1

    def it_is_json_and_says_so(self, app, client):
        who = client("requester")
        reply = who.browser.patch(f"/api/deals/{who.deal}/answers", data="changes=1",
                                  headers=who.headers)  # fmt: skip
        assert reply.status_code == 415

    @pytest.mark.parametrize(("method", "path", "code", "takes"), [
        ("GET", "/api/deals/1/acceptances", 405, "OPTIONS, POST"),
        ("TRACE", "/api/deals/1/history", 405, "GET, HEAD, OPTIONS"),
        ("POST", "/api/deals/-4/comments", 404, None),
    ])  # fmt: skip
    def it_says_which_requests_there_are_and_speaks_of_no_page(
        self, app, method, path, code, takes
    ):
        reply = app.test_client().open(path, method=method, json={})
        assert (reply.status_code, reply.headers.get("Allow")) == (code, takes)
        assert reply.mimetype == "application/problem+json"
        assert "page" not in reply.json["detail"]
