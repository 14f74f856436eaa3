"""The description of the JSON endpoints (OpenAPI 3.1): what each takes and gives."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
SAID: Schema = {"type": "string", "pattern": "\\S"}  # that are not blank
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
PARTS = ["requester", "other-side", "counsel", "approver"]
PART: Schema = {"enum": PARTS}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def rows(of: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": of}


def one(**keys: Schema) -> Schema:
    """An object with exactly these keys."""
    return {"type": "object", "properties": keys, "required": list(keys),
            "additionalProperties": False}  # fmt: skip


def some(required: tuple[str, ...] = (), **keys: Schema) -> Schema:
    """What is sent: an object with some of these keys."""
    return {"type": "object", "properties": keys, "required": list(required),
            "additionalProperties": False}  # fmt: skip


def or_none(of: Schema) -> Schema:
    """That, or null."""
    return {"anyOf": [of, {"type": "null"}]}


FIELD = {
    "path": TEXT, "asks": TEXT, "help": TEXT, "why": TEXT, "kind": TEXT, "optional": FLAG,
    "lines": rows(ref("Line")), "answer": {}, "stands": TEXT, "seen": TEXT,
    "fields": rows(one(field=TEXT, asks=TEXT)),
}  # fmt: skip
SCHEMAS: dict[str, Schema] = {
    "Line": one(id=TEXT, label=TEXT),
    "Fault": one(rule=TEXT, severity=TEXT, says=TEXT, questions=rows(TEXT)),
    "Field": one(**FIELD),
    "Record": one(id=TEXT, called=TEXT, fields=rows(ref("Field")), yours=FLAG),
    "Question": one(
        **FIELD, state={"enum": ["answered", "unknown", "open", "optional", "may come"]},
        recommended=or_none(one(answer={}, because=TEXT)), private=FLAG, comments=NUMBER,
        missing=rows(TEXT), faults=rows(ref("Fault")), records=rows(ref("Record")),
    ),
    "Proposed": some(
        ("question", "asks", "answer", "how"), question=TEXT, asks=TEXT, answer={}, by=TEXT,
        on=TEXT, how=TEXT,
    ),
    "Finding": one(rule=TEXT, severity=TEXT, says=TEXT, why=TEXT, kept=FLAG, questions=rows(TEXT)),
    "Deal": one(
        deal=NUMBER, name=TEXT, revision=NUMBER, part=PART, who=TEXT, withheld=NUMBER,
        approved=FLAG, reviewed=FLAG,
        sections=rows(one(section=TEXT, questions=rows(ref("Question")))), waiting=NUMBER,
        set_aside=rows(TEXT), findings=rows(ref("Finding")), faults=rows(ref("Fault")),
        recommended=NUMBER, proposed=rows(ref("Proposed")),
    ),
    "Deals": one(deals=rows(one(deal=NUMBER, name=TEXT, revision=NUMBER)), count=NUMBER),
    "Change": some(("path", "seen"), path=SAID, seen=TEXT, unknown=FLAG, blank=FLAG,
                   answer={"anyOf": [TEXT, rows(TEXT), {"type": "null"}]}),
    "Saved": one(revision=NUMBER, saved=rows(TEXT)),
    "Agreement": one(
        revision=NUMBER, withheld=NUMBER, rests_on=TEXT, findings=rows(ref("Fault")),
        passages=rows(one(topic=TEXT, why={}, text=rows(one(
            block=TEXT, role=TEXT, number=TEXT, words=TEXT, lines=rows(TEXT),
            rows=rows(rows(TEXT)))))),
    ),
    "Comment": one(question=TEXT, at=NUMBER, part=PART, name=TEXT, text=TEXT, inside=FLAG),
    "Comments": one(comments=rows(ref("Comment"))),
    "Decision": or_none(one(revision=NUMBER, at=NUMBER, part=PART, name=TEXT)),
    "History": one(
        acts=rows(one(at=NUMBER, part=PART, name=TEXT, did=TEXT, questions=rows(TEXT),
                      revision=NUMBER)),
        approved=ref("Decision"), reviewed=ref("Decision"),
    ),
    "Problem": {
        "type": "object", "required": ["title", "status", "detail"],
        "properties": {
            "title": TEXT, "status": NUMBER, "detail": TEXT, "revision": NUMBER,
            "saved": rows(TEXT), "faults": rows(ref("Fault")),
            "wrong": rows(one(path=TEXT, says=TEXT, conflict=FLAG, readings=rows(ref("Line")))),
        },
        "additionalProperties": False,
    },
}  # fmt: skip


def _gives(schema: Schema, kind: str = "application/json") -> Schema:
    return {"description": "Done", "content": {kind: {"schema": schema}}}


def _operation(says: str, gives: Schema, code: str = "200", takes: Schema | None = None) -> Schema:
    problem = {"description": "Why not",
               "content": {"application/problem+json": {"schema": ref("Problem")}}}  # fmt: skip
    sent = {"required": True, "content": {"application/json": {"schema": takes}}}
    made: Schema = {"summary": says, "responses": {code: gives, "default": problem}}
    return made | ({"requestBody": sent, "parameters": [KEY]} if takes else {})


KEY: Schema = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string"},
    "description": "A word of one's own: what is sent twice with it is done once.",
}
DEAL: Schema = {"name": "deal", "in": "path", "required": True, "schema": NUMBER}
WORDS: Schema = {"name": "words", "in": "query", "schema": TEXT}
FILE = _gives({"type": "string", "format": "binary"}, WORD)
OF_A_DEAL: dict[str, Schema] = {
    "": {"get": _operation("A deal as who asks sees it", _gives(ref("Deal")))},
    "/answers": {"patch": _operation("Answer questions", _gives(ref("Saved")), takes=some(
        ("changes",), changes={"type": "array", "items": ref("Change"), "minItems": 1,
                               "maxItems": 500}))},
    "/confirmations": {"post": _operation(
        "Confirm what is recommended, by name", _gives(ref("Saved")),
        takes=some(("by", "answers"), by=SAID, answers={"type": "object", "minProperties": 1}))},
    "/acceptances": {"post": _operation(
        "Accept what somebody proposed, by name", _gives(ref("Saved")),
        takes=some(("by", "answers"), by=SAID, answers={"type": "object", "minProperties": 1}))},
    "/agreement": {"get": _operation("The agreement as it stands", _gives(ref("Agreement")))},
    "/draft.docx": {"get": _operation("The draft as a Word file", FILE)},
    "/decision-record.json": {"get": _operation("Why each clause is in",
                                                _gives({"type": "object"}))},
    "/approved.docx": {"get": _operation("The approved file", FILE)},
    "/comments": {
        "get": _operation("The comments", _gives(ref("Comments"))),
        "post": _operation("Say something about a question",
                           _gives(one(question=TEXT, inside=FLAG)), "201",
                           some(("question", "text"), question=SAID, text=SAID, inside=FLAG))},
    "/history": {"get": _operation("What happened", _gives(ref("History")))},
    "/decisions": {"post": _operation(
        "Review or approve a revision", _gives(one(decision=TEXT, revision=NUMBER)), "201",
        some(("decision", "revision"), decision={"enum": ["reviewed", "approved"]},
             revision=NUMBER, disclose=FLAG))},
}  # fmt: skip
DESCRIPTION: Schema = {
    "openapi": "3.1.0",
    "info": {"title": "Agreement intake", "version": "1",
             "description": "Drafts for legal review; no legal advice."},
    "security": [{"link": []}],
    "paths": {
        "/api/openapi.json": {"get": {
            "summary": "This description", "security": [],
            "responses": {"200": _gives({"type": "object"})}}},
        "/api/deals": {"get": {
            **_operation("The deals of who asks", _gives(ref("Deals"))), "parameters": [WORDS]}},
        **{f"/api/deals/{{deal}}{path}": {"parameters": [DEAL], **item}
           for path, item in OF_A_DEAL.items()},
    },
    "components": {
        "schemas": SCHEMAS,
        "securitySchemes": {"link": {"type": "http", "scheme": "bearer",
                                     "description": "The token of a link: what follows /l/."}},
    },
}  # fmt: skip
