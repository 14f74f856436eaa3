# ruff: noqa: E501  (the words of an agreement stand on one line)
"""A hand-made agreement that has every role, for the tests of the Word stage."""

from __future__ import annotations

from dataclasses import replace

from drafter.agreement.model import (
    Agreement,
    Element,
    Note,
    Paragraph,
    Role,
    Run,
    Said,
    SignatureBlock,
    SignatureLine,
    Table,
)

HOSTILE = (
    "A & B <Holding> S.A.",
    "</w:t></w:r></w:p><w:p><w:r><w:t>injected",
    "{{ 7*7 }} {% for x in y %} {# no #} {{ title }}",
    "<!-- gone? --> ]]> <![CDATA[ &amp; &#10;",
    "family 👩\u200d👩\u200d👧 and e\u0301",
    "non\u00a0breaking \u2011 space",
    "two  spaces ,\u00a0 kept ",
    "one\ntwo\nthree",
    "a\ttab",
    "עברית (ABC) 12",
    "DDEAUTO c:\\windows =cmd|x INCLUDETEXT",
    "https://evil.example javascript:alert(1) file:///etc/passwd",
    "x" * 5000,
    '_cl_exit__1 <w:bookmarkStart w:id="1" w:name="x"/>',
)


def words(text: str) -> Run:
    return Run(text)


def answer(text: str, question: str = "name") -> Run:
    return Run(text, Said.ANSWER, question)


def blank(text: str, question: str) -> Run:
    return Run(f"[{text}]", Said.BLANK, question)


def term(text: str) -> Run:
    return Run(text, Said.TERM)


def reference(text: str, block: str) -> Run:
    return Run(text, Said.REFERENCE, block)


def paragraph(role: Role, block: str, number: str, *runs: Run | str) -> Paragraph:
    return Paragraph(
        block, role, number, tuple(words(r) if isinstance(r, str) else r for r in runs)
    )


def sample(
    purpose: str = "draft", *, name: str = "Maison Verre S.A.", language: str = "en",
    watermark: str = "DRAFT",
) -> Agreement:  # fmt: skip
    """Every role, table, signature, note, blank, doubt and kind of reference."""
    elements = (*_front(name), *_body(name), *_schedules(), *_signatures(name))
    return Agreement(
        title="Smart Handbag Collaboration Agreement",
        language=language,
        purpose=purpose,
        cover={
            "title": "Smart Handbag Collaboration Agreement",
            "parties": f"Terawear GmbH\n{name}".replace("\t", " "),
            "date": "5\u00a0February 2027",
            "reference": "AGR-2027-0014, revision 1" if purpose != "draft" else "",
            "status": {"draft": "Draft for legal review", "issue": "Subject to contract"}.get(
                purpose, ""
            ),
        },
        elements=elements,
        numbers=NUMBERS,
        notes=(
            Note("ownership.2", "Check the co-owner rule with local counsel.\nSecond line & more."),
            Note("survival.exit", "Row agreed on the call."),
            Note("left-out-topic", "No wording was chosen for publicity."),
        ),
        watermark=watermark if purpose == "draft" else "",
        schedule="Schedule {number}",
    )


NUMBERS = {
    "parties.a": "(1)", "parties.b": "(2)", "background.1": "(A)", "background.2": "(B)",
    "definitions": "1", "definitions.1": "1.1", "definitions.2": "1.2",
    "definitions.field.1": "(a)", "definitions.field.2": "(b)", "definitions.mark.1": "(a)",
    "definitions.mark.1.i": "(a)(i)", "definitions.mark.1.ii": "(a)(ii)",
    "ownership": "2", "ownership.1": "2.1", "ownership.2": "2.2", "ownership.2.a": "2.2(a)",
    "ownership.2.b": "2.2(b)", "ownership.2.b.i": "2.2(b)(i)", "ownership.2.b.ii": "2.2(b)(ii)",
    "ownership.3": "2.3", "ownership.3.a": "2.3(a)", "ownership.3.b": "2.3(b)",
    "exit": "3", "exit.1": "3.1", "exit.2": "3.2", "exit.3": "3.3", "survival.clause": "3.4",
    "schedule-background": "Schedule 1", "schedule-background.1": "1",
    "schedule-background.1.a": "1(a)", "schedule-background.1.b": "1(b)",
    "schedule-background.1.b.i": "1(b)(i)", "schedule-background.2": "2",
    "schedule-exit": "Schedule 2", "schedule-exit.1": "1", "schedule-exit.1.a": "1(a)",
    "schedule-exit.2": "2",
}  # fmt: skip


def _front(name: str) -> tuple[Element, ...]:
    p = paragraph
    return (
        p(Role.TITLE, "title", "", "Smart Handbag Collaboration Agreement"),
        p(
            Role.BODY,
            "date",
            "",
            "This Agreement is dated ",
            answer("5\u00a0February 2027", "date"),
            ".",
        ),
        p(Role.FRONT_HEADING, "parties", "", "Parties"),
        p(
            Role.PARTY,
            "parties.a",
            "(1)",
            answer("Terawear GmbH"),
            ", a company organised under the laws of Germany, registered with the commercial register of "
            "Munich under number ",
            blank("Registration number of Terawear", "party.a.number"),
            ", whose registered office is at ",
            blank("Registered office of Terawear", "party.a.office"),
            " (\u201c",
            term("Terawear"),
            "\u201d); and",
        ),
        p(
            Role.PARTY,
            "parties.b",
            "(2)",
            answer(name),
            ", a company organised under the laws of France, whose registered office is at ",
            answer("12 rue de la Paix\n75002 Paris"),
            " (\u201c",
            term("the House"),
            "\u201d).",
        ),
        p(Role.FRONT_HEADING, "background", "", "Background"),
        p(
            Role.RECITAL,
            "background.1",
            "(A)",
            "Terawear develops thin sensors and the software that reads them. It wants to bring them to "
            "people who would never wear a device that looks like one.",
        ),
        p(
            Role.RECITAL,
            "background.2",
            "(B)",
            "The House designs and makes leather goods. It wants to offer a handbag that knows its owner, "
            "on terms that leave every decision about its look in its own hands.",
        ),
        p(Role.BODY, "agreed", "", "The Parties agree:"),
    )


def _body(name: str) -> tuple[Element, ...]:
    p = paragraph
    return (
        p(Role.PART_HEADING, "part-words", "", "Words and what they mean"),
        p(Role.CLAUSE_HEADING, "definitions", "1.", "Definitions"),
        p(Role.CLAUSE, "definitions.1", "1.1", "In this Agreement:"),
        p(
            Role.DEFINITION,
            "definitions.background-ip",
            "",
            "\u201c",
            term("Background IP"),
            "\u201d means intellectual property that a Party owned before the date of this Agreement, or "
            "makes outside the Project, including the items listed in ",
            reference("Schedule 1", "schedule-background"),
            ".",
        ),
        p(Role.DEFINITION, "definitions.field", "", "\u201c", term("Field"), "\u201d means:"),
        p(
            Role.DEFINITION_ITEM,
            "definitions.field.1",
            "(a)",
            "for Terawear, sensors and software; and",
        ),
        p(
            Role.DEFINITION_ITEM,
            "definitions.field.2",
            "(b)",
            "for the House, leather goods, and the packaging, display and care of leather goods wherever "
            "they are sold or shown.",
        ),
        p(Role.DEFINITION, "definitions.mark", "", "\u201c", term("House Marks"), "\u201d means:"),
        p(Role.DEFINITION_ITEM, "definitions.mark.1", "(a)", "each of the following:"),
        p(Role.DEFINITION_SUBITEM, "definitions.mark.1.i", "(i)", "the name of the House; and"),
        p(Role.DEFINITION_SUBITEM, "definitions.mark.1.ii", "(ii)", "its monogram."),
        p(
            Role.CLAUSE,
            "definitions.2",
            "1.2",
            "A word that has a meaning in one Schedule has it in the whole of this Agreement.",
        ),
        p(Role.PART_HEADING, "part-results", "", "What the Parties make"),
        p(Role.CLAUSE_HEADING, "ownership", "2.", "Ownership of the results"),
        p(
            Role.CLAUSE,
            "ownership.1",
            "2.1",
            "Each Party keeps its Background IP. Nothing in this Agreement assigns it.",
        ),
        p(
            Role.CLAUSE,
            "ownership.2",
            "2.2",
            "The Parties own the Joint Results together. Subject to clauses\u00a0",
            reference("2.1", "ownership.1"),
            " and\u00a0",
            reference("3.3", "exit.3"),
            ", each Party:",
        ),
        p(
            Role.SUBCLAUSE,
            "ownership.2.a",
            "(a)",
            "may use the Joint Results in its own Field, without asking and without paying, for as long "
            "as they are protected anywhere in the world;",
        ),
        p(Role.SUBCLAUSE, "ownership.2.b", "(b)", "must not, in the Field of the other Party:"),
        p(Role.SUBSUBCLAUSE, "ownership.2.b.i", "(i)", "use the Joint Results; or"),
        p(
            Role.SUBSUBCLAUSE,
            "ownership.2.b.ii",
            "(ii)",
            "license them, unless the other Party has agreed in writing to the licence and to the person "
            "who receives it.",
        ),
        p(
            Role.FLUSH,
            "ownership.2.close",
            "",
            "The rights in clause\u00a0",
            reference("2.2(a)", "ownership.2.a"),
            " do not depend on clause\u00a0",
            reference("2.2(b)(ii)", "ownership.2.b.ii"),
            ".",
        ),
        p(
            Role.CLAUSE,
            "ownership.3",
            "2.3",
            Run("[Each Party registers its own part of the Joint Results under ", doubt=True),
            Run("2.2(b)(i)", Said.REFERENCE, "ownership.2.b.i", doubt=True),
            Run(".]", doubt=True),
        ),
        p(
            Role.SUBCLAUSE,
            "ownership.3.a",
            "(a)",
            "The House pays for ",
            blank("Classes of goods", "classes"),
            ".",
        ),
        p(
            Role.SUBCLAUSE,
            "ownership.3.b",
            "(b)",
            "Terawear pays for ",
            blank("Other classes", "others"),
            ".",
        ),
        p(Role.PART_HEADING, "part-end", "", "How it ends"),
        p(Role.CLAUSE_HEADING, "exit", "3.", "Leaving on thirty days\u2019 notice"),
        p(
            Role.CLAUSE,
            "exit.1",
            "3.1",
            "A Party may leave by giving the other Party notice of at least 30\u00a0days. The notice must "
            "name the House as ",
            answer(name),
            " and give its address.",
        ),
        p(
            Role.CLAUSE,
            "exit.2",
            "3.2",
            "Paragraph\u00a0",
            reference("1(b)(i)", "schedule-background.1.b.i"),
            " of ",
            reference("Schedule 1", "schedule-background"),
            " and paragraph\u00a0",
            reference("1(a)", "schedule-exit.1.a"),
            " of ",
            reference("Schedule 2", "schedule-exit"),
            " state what happens to what each Party brought.",
        ),
        p(
            Role.CLAUSE,
            "exit.3",
            "3.3",
            "Party\u00a0",
            reference("(1)", "parties.a"),
            " acts on recital\u00a0",
            reference("(B)", "background.2"),
            " and item\u00a0",
            reference("(a)(ii)", "definitions.mark.1.ii"),
            " of a definition.",
        ),
        p(
            Role.CLAUSE,
            "survival.clause",
            "3.4",
            "Each licence ends or goes on as this table states:",
        ),
        Table(
            "survival",
            ((words("Licence"),), (words("If this Agreement ends by"),), (words("Then"),)),
            (
                (
                    "survival.exit",
                    (
                        (answer("Sensors, \u201cA & B\u201d"),),
                        (words("exit under clause\u00a0"), reference("3.1", "exit.1")),
                        (
                            words(
                                "it ends on the day the notice ends; stock may be sold for 90\u00a0days"
                            ),
                        ),
                    ),
                ),
                (
                    "survival.breach",
                    ((words("Marks"),), (words("breach"),), (words("it ends at once"),)),
                ),
                (
                    "survival.time",
                    ((words("Joint Results"),), (words("time"),), (words("it goes on"),)),
                ),
            ),
        ),
        p(Role.BODY, "after-table", "", "The table prevails over every other clause."),
    )


def _schedules() -> tuple[Element, ...]:
    p = paragraph
    return (
        p(
            Role.SCHEDULE_HEADING,
            "schedule-background",
            "Schedule 1",
            "Background IP of each Party",
        ),
        p(Role.SCHEDULE_PARAGRAPH, "schedule-background.1", "1.", "Terawear brings:"),
        p(Role.SCHEDULE_ITEM, "schedule-background.1.a", "(a)", "its sensor film; and"),
        p(Role.SCHEDULE_ITEM, "schedule-background.1.b", "(b)", "its software:"),
        p(
            Role.SCHEDULE_SUBITEM,
            "schedule-background.1.b.i",
            "(i)",
            "for telephones, with every later version that "
            "Terawear offers to anybody during the term of this Agreement.",
        ),
        p(Role.SCHEDULE_PARAGRAPH, "schedule-background.2", "2.", "The House brings its patterns."),
        p(
            Role.SCHEDULE_HEADING,
            "schedule-exit",
            "Schedule 2",
            "What happens on exit, step by step, to the goods, the moulds and the data",
        ),
        p(
            Role.SCHEDULE_PARAGRAPH,
            "schedule-exit.1",
            "1.",
            "Within 10\u00a0days after the notice:",
        ),
        p(
            Role.SCHEDULE_ITEM,
            "schedule-exit.1.a",
            "(a)",
            "each Party lists what it holds of the other.",
        ),
        p(Role.SCHEDULE_PARAGRAPH, "schedule-exit.2", "2.", "Then each Party returns it."),
    )


def _signatures(name: str) -> tuple[Element, ...]:
    lines = (
        SignatureLine("Signature"),
        SignatureLine("Name"),
        SignatureLine("Title", (words("Director"),)),
        SignatureLine("Date"),
    )
    return (
        paragraph(Role.FRONT_HEADING, "signatures", "", "Signatures"),
        SignatureBlock(
            "signatures.a", (words("Signed for and on behalf of "), answer("Terawear GmbH")), lines
        ),
        SignatureBlock(
            "signatures.b", (words("Signed for and on behalf of "), answer(name)), lines
        ),
    )


def only(role: Role, *runs: Run, purpose: str = "issue") -> Agreement:
    """An agreement of one paragraph."""
    return replace(
        sample(purpose),
        elements=(Paragraph("one", role, "", runs),),
        numbers={},
        notes=(),
    )


def long_sample(parties: int = 7) -> Agreement:
    """A long agreement of many parties with long names: what page breaks are tried on."""
    names = [
        f"{word} Holding and Development Company of the Northern Provinces {n} S.A.S."
        for n, word in enumerate(
            ("Alpine", "Baltic", "Celtic", "Danube", "Elbe", "Frisian", "Gallic")[:parties], 1
        )
    ]
    front: list[Element] = [
        paragraph(Role.TITLE, "title", "", "Many Hands Collaboration Agreement"),
        paragraph(Role.FRONT_HEADING, "parties", "", "Parties"),
    ]
    numbers: dict[str, str] = {}
    for n, name in enumerate(names, 1):
        numbers[f"parties.p{n}"] = f"({n})"
        front.append(
            paragraph(
                Role.PARTY,
                f"parties.p{n}",
                f"({n})",
                answer(name),
                " (\u201c",
                term(f"Party {n}"),
                "\u201d).",
            )
        )
    body: list[Element] = []
    for clause in range(1, 31):
        topic = f"topic-{clause}"
        numbers |= {topic: str(clause), f"{topic}.1": f"{clause}.1", f"{topic}.2": f"{clause}.2"}
        body += [
            paragraph(
                Role.CLAUSE_HEADING, topic, f"{clause}.", f"What each Party does in stage {clause}"
            ),
            paragraph(
                Role.CLAUSE,
                f"{topic}.1",
                f"{clause}.1",
                "Each Party must finish its part of the stage on the day that the plan names, and "
                "must tell each other Party on the same day. " * (1 + clause % 3),
            ),
            paragraph(
                Role.CLAUSE,
                f"{topic}.2",
                f"{clause}.2",
                "This does not affect clause\u00a0",
                reference(f"{clause}.1", f"{topic}.1"),
                ".",
            ),
        ]
    rows = tuple(
        (
            f"stages.r{n}",
            (
                (words(f"Stage {n}"),),
                (answer(names[n % parties]),),
                (
                    words(
                        "A working sample of the goods, with its papers and its test report. "
                        * (n % 3 + 1)
                    ),
                ),
            ),
        )
        for n in range(1, 25)
    )
    schedule = [
        paragraph(Role.SCHEDULE_HEADING, "schedule-stages", "Schedule 1", "Stages"),
        Table("stages", ((words("Stage"),), (words("Party"),), (words("Result"),)), rows),
    ]
    numbers["schedule-stages"] = "Schedule 1"
    lines = (
        SignatureLine("Signature"),
        SignatureLine("Name"),
        SignatureLine("Title", (words("Director"),)),
        SignatureLine("Date"),
    )
    signatures = [
        SignatureBlock(
            f"signatures.p{n}", (words("Signed for and on behalf of "), answer(name)), lines
        )
        for n, name in enumerate(names, 1)
    ]
    return replace(
        sample("issue"),
        title="Many Hands Collaboration Agreement",
        cover={
            **sample("issue").cover,
            "title": "Many Hands Collaboration Agreement",
            "parties": "\n".join(names),
        },
        elements=(*front, *body, *signatures, *schedule),
        numbers=numbers,
        notes=(),
    )
