"""House styles: what a firm may bring, what is refused, and in which words."""

from __future__ import annotations

import hashlib
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
from support.agreements import sample
from support.command import example
from support.examples import starter
from support.files import HOUSE, ROLES, changed, parts, swapped, text, zipped
from support.judges import complaints
from support.references import check_references

from drafter.agreement.number import Numbering as Counting
from drafter.agreement.scheme import CLAUSES, SCHEDULES, SHIPPED
from drafter.diagnostics import Refused
from drafter.drafting import load_style
from drafter.ooxml.namespaces import OFFICE
from drafter.word.house import load_house
from drafter.word.read import read_docx
from drafter.word.write import to_docx

DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header-default.xml"
FOOTER, LINKS = "word/footer-default.xml", "word/_rels/document.xml.rels"
TITLE = "{{ title }}"
SHIPPED_STYLES = ("house", "american", "plain")


def refused(path: Path) -> list[str]:
    """The rules that a house style breaks."""
    with pytest.raises(Refused) as raised:
        load_house(path)
    return [each.rule for each in raised.value.diagnostics]


def says(path: Path) -> str:
    with pytest.raises(Refused) as raised:
        load_house(path)
    return "\n".join(f"{each.place}: {each.says}" for each in raised.value.diagnostics)


def field(code: str) -> str:
    """A field whose code Word has spread over two runs."""
    half = len(code) // 2
    runs = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:half], code[half:])
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + runs + mark.format("end")


def link(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'


def in_header(new: str) -> Callable[[dict[str, bytes]], None]:
    return swapped(HEADER, "<w:r>", f"{new}<w:r>")


class DescribeTheHouseStyle:
    @pytest.mark.parametrize("name", SHIPPED_STYLES)
    def it_is_made_with_the_same_bytes_on_each_run(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.syspath_prepend(HOUSE.parent)
        made = runpy.run_path(str(HOUSE.with_name("make_house.py")))
        (look,) = [one for one in made["LOOKS"] if one.name == name]
        for _ in range(2):
            made["make"](tmp_path / "again.docx", look)
            again = (tmp_path / "again.docx").read_bytes()
            assert again == HOUSE.with_name(f"{name}.docx").read_bytes()

    @pytest.mark.parametrize(
        ("name", "labels"),
        [
            ("house", "1. 1.1 (a) (i) / Schedule 1 1. (a) (i)"),
            ("american", "Article 1. Section 1.01 (a) (i) / Exhibit A 1. (a) (i)"),
            ("plain", "1 1.1 1.1.1 (a) / Annex A A.1 A.1.1 (a)"),
        ],
    )
    def it_numbers_in_a_scheme_of_its_own(self, name: str, labels: str) -> None:
        count = Counting(load_house(HOUSE.with_name(f"{name}.docx")).scheme)
        clauses, schedules = (" ".join(count.next(role)[0] for role in family)
                              for family in (CLAUSES, SCHEDULES))  # fmt: skip
        assert f"{clauses} / {schedules}" == labels

    @pytest.mark.parametrize("name", SHIPPED_STYLES)
    def it_opens_without_repair_and_so_does_a_draft_in_it(self, name: str, tmp_path: Path) -> None:
        path = HOUSE.with_name(f"{name}.docx")
        assert complaints(path) == []
        draft = tmp_path / "draft.docx"
        answers = starter().read_file(example("workout-rewards"))
        draft.write_bytes(starter().draft(answers).to_docx(load_house(path)))
        assert complaints(draft) == []
        assert check_references(draft.read_bytes()) == []

    def it_has_a_style_for_every_role(self) -> None:
        house = load_house(HOUSE)
        assert house.styles["clause heading"] == "ClauseHeading"
        assert house.contents == {"part heading": 1, "clause heading": 2, "schedule heading": 1}

    def it_binds_each_level_to_its_style_and_back(self) -> None:
        data = HOUSE.read_bytes()
        numbering, styles = text(data, "word/numbering.xml"), text(data, STYLES)
        for style in ("ClauseHeading", "Subclause", "ScheduleItem", "Party", "DefinitionSubitem"):
            own = styles.split(f'w:styleId="{style}"')[1].split("</w:style>")[0]
            assert "<w:numPr>" in own
            assert numbering.count(f'<w:pStyle w:val="{style}"/>') == 1

    def it_holds_no_name_of_a_library_or_a_person(self) -> None:
        for part in parts(HOUSE.read_bytes()).values():
            for trace in (b"python", b"Microsoft Office User", b"rsid", b"dc:creator"):
                assert trace not in part


class DescribeMissingThings:
    def it_names_a_missing_style_and_the_roles_that_need_it(self, tmp_path: Path) -> None:
        path = changed(tmp_path, swapped(STYLES, 'w:name w:val="Subclause"', 'w:name w:val="Sub"'))
        assert says(path) == "firm.docx:1:1: no style `Subclause`, needed for: subclause"

    def it_names_every_fault_at_once(self, tmp_path: Path) -> None:
        def change(contents: dict[str, bytes]) -> None:
            swapped(STYLES, 'w:name w:val="Subclause"', 'w:name w:val="Sub"')(contents)
            swapped(HEADER, TITLE, "{{ tilte }}")(contents)

        assert refused(changed(tmp_path, change)) == ["missing-style", "unknown-tag"]

    def it_wants_numbers_from_the_style(self, tmp_path: Path) -> None:
        own = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
        assert refused(changed(tmp_path, swapped(STYLES, own, ""))) == ["style-without-number"]

    def it_wants_the_right_kind_of_style(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: None)
        roles = ROLES.read_text("utf-8").replace("blank: Blank", "blank: Body")
        path.with_suffix(".yaml").write_text(roles, "utf-8")
        assert refused(path) == ["wrong-kind-of-style"]

    def it_points_at_the_line_of_an_unknown_role(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: None)
        roles = ROLES.read_text("utf-8").replace("clause heading:", "clause heding:")
        path.with_suffix(".yaml").write_text(roles, "utf-8")
        assert refused(path) == ["unknown-role", "role-without-style"]
        assert "firm.yaml:9:1" in says(path)

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("{{ agreement }}", "The end.", "no-agreement-place"),
            ("{{ contents }}", "{{ agreement }}", "no-agreement-place"),
            ("{{ agreement }}", "See {{ agreement }}", "unknown-tag"),
            ("{{ agreement }}", "{% if title %}{{ agreement }}{% endif %}", "no-agreement-place"),
        ],
    )
    def it_wants_a_place_for_the_body(self, old: str, new: str, rule: str, tmp_path: Path) -> None:
        assert rule in refused(changed(tmp_path, swapped(DOCUMENT, old, new)))

    def it_wants_a_closing_line(self, tmp_path: Path) -> None:
        def change(contents: dict[str, bytes]) -> None:
            before = contents[DOCUMENT].decode()
            start = before.index('<w:p><w:pPr><w:pStyle w:val="ClosingLine"/>')
            end = before.index("<w:sectPr>")
            contents[DOCUMENT] = (before[:start] + before[end:]).encode()

        assert refused(changed(tmp_path, change)) == ["no-closing-line"]

    def it_says_when_there_is_no_file(self, tmp_path: Path) -> None:
        assert refused(tmp_path / "none.docx") == ["no-house-style"]

    def it_adds_an_empty_header_for_the_mark_of_a_draft_and_says_so(self, tmp_path: Path) -> None:
        gone = '<w:headerReference w:type="first" r:id="header-first"/>'
        house = load_house(changed(tmp_path, swapped(DOCUMENT, gone, "")))
        assert [(one.severity, one.says) for one in house.told] == [
            ("note", "an empty header is added for the first page, to mark a draft there")
        ]
        assert "PowerPlusWaterMark" in text(to_docx(sample(), house), "word/added-header.xml")

    def it_names_the_nearest_style_that_it_knows(self) -> None:
        with pytest.raises(Refused) as raised:
            load_style("hosue")
        (fault,) = raised.value.diagnostics
        assert (fault.says, fault.cure) == (
            "there is no house style `hosue`", "did you mean `house`?"
        )  # fmt: skip


NUMBERS = "word/numbering.xml"
USE_1 = '<w:num w:numId="1"><w:abstractNumId w:val="1"/>'
START_7 = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride>'


class DescribeNumbering:
    """Labels and references are those of the house's own lists, whatever these print."""

    @pytest.mark.parametrize(
        ("old", "new", "labels", "reference"),
        [
            ('"%1."/>', '"Article %1"/>', ("Article 1", "1.1", "(a)", "(i)"), "1.1(a)(i)"),
            ('"%1.%2"/>', '"Section %1.%2"/>', ("1.", "Section 1.1", "(a)", "(i)"),
             "Section 1.1(a)(i)"),
            ('"decimal"/><w:pStyle w:val="Clause"/>', '"decimalZero"/><w:pStyle w:val="Clause"/>',
             ("1.", "1.01", "(a)", "(i)"), "1.01(a)(i)"),
            ('"lowerLetter"/>', '"lowerRoman"/>', ("1.", "1.1", "(i)", "(i)"), "1.1(i)(i)"),
            ('<w:pStyle w:val="Subclause"/>', '<w:pStyle w:val="Subclause"/><w:isLgl/>',
             ("1.", "1.1", "(1)", "(i)"), "1.1(1)(i)"),
            ('<w:start w:val="1"/>', '<w:start w:val="4"/>', ("4.", "4.1", "(a)", "(i)"),
             "4.1(a)(i)"),
            ('"(%3)"/>', '"%1.%2(%3)"/>', ("1.", "1.1", "1.1(a)", "(i)"), "1.1(a)(i)"),
            ('"(%3)"/>', '"%3."/>', ("1.", "1.1", "a.", "(i)"), "1.1a(i)"),
            ('"decimal"/><w:pStyle w:val="ClauseHeading"/>',
             '"ordinalText"/><w:pStyle w:val="ClauseHeading"/>',
             ("First.", "First.1", "(a)", "(i)"), "First.1(a)(i)"),
            (USE_1, f"{USE_1}{START_7}", ("1.", "1.7", "(a)", "(i)"), "1.7(a)(i)"),
        ],
    )  # fmt: skip
    def it_counts_as_the_house_does(
        self, old: str, new: str, labels: tuple[str, ...], reference: str, tmp_path: Path
    ) -> None:
        scheme = load_house(changed(tmp_path, swapped(NUMBERS, old, new))).scheme
        count = Counting(scheme)
        said = [count.next(role) for role in CLAUSES]
        assert tuple(label for label, _ in said) == labels
        assert said[-1][1] == reference

    def it_reads_the_scheme_of_drafter_from_the_house_style_of_drafter(self) -> None:
        assert load_house(HOUSE).scheme == SHIPPED

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ('"lowerRoman"/><w:pStyle w:val="Subsubclause"/>',
             '"bullet"/><w:pStyle w:val="Subsubclause"/>',
             "the style `Subsubclause` (subsubclause; list 1, level 4, `(%4)`) makes bullets where "
             "numbers are needed"),
            ('"lowerRoman"/>', '"chicago"/>',
             "counts in the form `chicago`, which drafter cannot write"),
            ('<w:pStyle w:val="Clause"/><w:lvlText w:val="%1.%2"/>',
             '<w:lvlRestart w:val="0"/><w:pStyle w:val="Clause"/><w:lvlText w:val="%2."/>',
             "counts on like the headings: a reference to 3 could mean either"),
            ('"(%3)"/>', '"•"/>', "shows no number, only `•`"),
            ('<w:num w:numId="1"><w:abstractNumId w:val="1"/>',
             '<w:num w:numId="1"><w:abstractNumId w:val="9"/>',
             "`Clause Heading` (clause heading; no list) has no level in a list"),
        ],
    )  # fmt: skip
    def it_refuses_a_level_that_cannot_carry_a_clause(
        self, old: str, new: str, words: str, tmp_path: Path
    ) -> None:
        path = changed(tmp_path, swapped(NUMBERS, old, new))
        assert words in says(path)
        assert set(refused(path)) == {"other-numbering"}

    def it_refuses_items_that_would_not_begin_again(self, tmp_path: Path) -> None:
        own = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
        other = own.replace('numId w:val="1"', 'numId w:val="3"')

        def change(contents: dict[str, bytes]) -> None:
            swapped(STYLES, own, other)(contents)
            swapped(NUMBERS, '<w:pStyle w:val="Subclause"/>', "")(contents)

        path = changed(tmp_path, change)
        assert "has no level in a list" in says(path)

    def it_may_space_its_labels_as_it_likes(self, tmp_path: Path) -> None:
        plain = swapped(NUMBERS, "Schedule\u00a0%1", "Schedule %1")
        assert load_house(changed(tmp_path, plain)).told == ()


class DescribeTags:
    def it_prints_a_tag_that_word_has_cut_into_runs(self, tmp_path: Path) -> None:
        cut = "{</w:t></w:r><w:r><w:t>{ ti</w:t></w:r><w:r><w:t>tle }}"
        path = changed(tmp_path, swapped(FOOTER, "{{ reference }}", cut))
        footer = text(to_docx(sample("issue"), load_house(path)), FOOTER)
        assert "Smart Handbag Collaboration Agreement" in footer

    def it_walks_and_tests_values_where_a_firm_asks_for_it(self, tmp_path: Path) -> None:
        asked = "{% if status %}{{ status|upper }}{% else %}No status{% endif %}"
        house = load_house(changed(tmp_path, swapped(HEADER, TITLE, asked)))
        assert "SUBJECT TO CONTRACT" in text(to_docx(sample("issue"), house), HEADER)
        assert "No status" in text(to_docx(sample("signature"), house), HEADER)

    def it_escapes_values_there_too(self, tmp_path: Path) -> None:
        walk = "{% for name in parties.splitlines() %}{{ loop.index }} {{ name }}; {% endfor %}"
        house = load_house(changed(tmp_path, swapped(DOCUMENT, TITLE, walk)))
        read = read_docx(to_docx(sample("issue", name="<A & B> {{ 7*7 }}"), house))
        assert "1 Terawear GmbH; 2 <A & B> {{ 7*7 }}; " in [each.text for each in read]

    def it_drops_whole_paragraphs_as_docxtpl_does(self, tmp_path: Path) -> None:
        asked = (
            "{%p if not status %}</w:t></w:r></w:p><w:p><w:r><w:t>Execution copy</w:t></w:r></w:p>"
        )
        asked += "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ title }}"
        house = load_house(changed(tmp_path, swapped(DOCUMENT, TITLE, asked)))
        covers = {
            purpose: [each.text for each in read_docx(to_docx(sample(purpose), house))][:3]
            for purpose in ("issue", "signature")
        }
        assert covers["issue"][1] == "Smart Handbag Collaboration Agreement"
        assert covers["signature"][0] == "Execution copy"

    @pytest.mark.parametrize(
        "tag",
        [
            "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
            "{{ title.__class__.__mro__[1].__subclasses__() }}",
            "{{ ''.__class__ }}",
            "{{ self._TemplateReference__context }}",
            "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
            "{% set x = 9**9**9 %}",
            "{{ 'a' * 100000000 }}",
            "{% include 'other' %}",
            "{% macro m() %}{% endmacro %}",
            "{{ title.format() }}",
            "{{ title|attr('__class__') }}",
            "{% raw %}{{ title }}{% endraw %}{{ lipsum() }}",
            "{{ open('x') }}",
            "{{ 'x'|center(999999999) }}",
            "{{ 'x'|indent(999999999) }}",
            "{% if 2**99999999 %}x{% endif %}",
            "{% if 9*9*9 %}x{% endif %}",
            "{{ title|join(parties) }}",
            "{{ title|default(title ~ title) }}",
            "{% for a in title %}x{% endfor %}",
            "{{ title is divisibleby 3 }}",
            "{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}",
            "{{ " + "not " * 3000 + "title }}",
            "{{ " + "- " * 3000 + "1 }}",
            "{{ title" + ".upper()" * 3000 + " }}",
            "{% if title %}" * 300 + "{% endif %}" * 300,
            "{{ title }}" * 3000,
            "{{" * 3000,
            "{{ " + "9" * 5000 + " }}",
            "{%" * 3000,
            "{% for a in parties.splitlines() recursive %}{{ loop(a) }}{% endfor %}",
            "".join(f"{{% for {a} in title.splitlines() %}}" for a in "abc") + "{% endfor %}" * 3,
            "".join(f"{{% for {a} in title %}}" for a in "abcdefg") + "{% endfor %}" * 7,
            "{{ title ",
        ],
    )
    def it_refuses_a_template_that_does_more(self, tag: str, tmp_path: Path) -> None:
        found = refused(changed(tmp_path, swapped(HEADER, TITLE, tag.replace("'", "&apos;"))))
        assert set(found) <= {"unsafe-tag", "unknown-tag", "broken-tag"}

    def it_names_the_part_of_an_unknown_tag_and_the_nearest_known(self, tmp_path: Path) -> None:
        with pytest.raises(Refused) as raised:
            load_house(changed(tmp_path, swapped(FOOTER, "{{ reference }}", "{{ refrence }}")))
        (fault,) = raised.value.diagnostics
        assert (str(fault.place), fault.cure) == (f"{FOOTER}:1:1", "did you mean `reference`?")


class DescribeDangers:
    """What could run, reach out or hide is refused, whatever its name."""

    @pytest.mark.parametrize(
        "code",
        [
            "DDEAUTO c:\\\\windows\\\\cmd", "dde x", "INCLUDETEXT x", "INCLUDEPICTURE x", "LINK x",
            "IMPORT x", "MACROBUTTON x", "DATE", "USERNAME", "FILENAME \\p", "HYPERLINK x", "",
            "REF {{ title }}",
        ],
    )  # fmt: skip
    def it_refuses_fields_that_reach_out(self, code: str, tmp_path: Path) -> None:
        whole = field(code) if code else '<w:fldSimple w:instr="AUTHOR"/>'
        assert refused(changed(tmp_path, in_header(whole))) == ["unsafe-content"]

    @pytest.mark.parametrize(
        "thing",
        ["<w:object/>", "<w:altChunk/>", "<w:subDoc/>", "<w:control/>", "<w:ins><w:r/></w:ins>"],
    )
    def it_refuses_foreign_content(self, thing: str, tmp_path: Path) -> None:
        assert refused(changed(tmp_path, in_header(thing))) == ["unsafe-content"]

    @pytest.mark.parametrize(
        "setting", ["updateFields", "mailMerge", "documentProtection", "trackRevisions"]
    )
    def it_refuses_settings_that_ask_or_lock(self, setting: str, tmp_path: Path) -> None:
        change = swapped("word/settings.xml", "<w:zoom", f"<w:{setting}/><w:zoom")
        assert refused(changed(tmp_path, change)) == ["unsafe-content"]

    @pytest.mark.parametrize(
        ("kind", "target"),
        [
            ("image", "http://example.org/pixel.png"), ("hyperlink", "javascript:alert(1)"),
            ("oleObject", "x"), ("aFChunk", "x"), ("frame", "http://example.org"),
        ],
    )  # fmt: skip
    def it_refuses_links_that_lead_out(self, kind: str, target: str, tmp_path: Path) -> None:
        change = swapped(LINKS, "</Relationships>", link(kind, target))
        assert refused(changed(tmp_path, change)) == ["unsafe-link"]

    def it_wants_the_links_of_the_document(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: contents.pop(LINKS) and None)
        said = says(path)
        assert "word/document.xml:1:1: headerReference names the relationship" in said
        assert f"{LINKS}:1:1: the document does not lead to its styles" in said

    def it_wants_each_header_that_the_document_names(self, tmp_path: Path) -> None:
        path = changed(tmp_path, swapped(LINKS, 'Id="header-first"', 'Id="gone"'))
        assert says(path) == (
            "word/document.xml:1:1: headerReference names the relationship `header-first`, "
            "which word/_rels/document.xml.rels has not"
        )

    def it_keeps_a_link_to_a_web_page(self, tmp_path: Path) -> None:
        change = swapped(LINKS, "</Relationships>", link("hyperlink", "https://example.org/"))
        data = to_docx(sample(), load_house(changed(tmp_path, change)))
        assert "https://example.org/" in text(data, LINKS)

    def it_leaves_behind_what_an_agreement_does_not_need(self, tmp_path: Path) -> None:
        def change(contents: dict[str, bytes]) -> None:
            swapped(LINKS, "</Relationships>", link("customXml", "../customXml/i.xml", ""))(
                contents
            )
            contents["customXml/i.xml"] = b"<secret/>"
            contents["docProps/custom.xml"] = b"<Properties>A former client</Properties>"

        data = to_docx(sample(), load_house(changed(tmp_path, change)))
        assert not [name for name in parts(data) if "custom" in name]

    @pytest.mark.parametrize(
        "name", ["word/vbaProject.bin", "word/activeX/a.xml", "word/embeddings/o.bin"]
    )
    def it_refuses_macros_and_embedded_objects(self, name: str, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: contents.update({name: b"<x/>"}))
        assert refused(path) == ["unsafe-part"]

    @pytest.mark.parametrize("part", [DOCUMENT, STYLES, HEADER, LINKS, "[Content_Types].xml"])
    def it_refuses_a_document_type_in_any_part(self, part: str, tmp_path: Path) -> None:
        declared = '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        assert refused(changed(tmp_path, swapped(part, "?>", declared))) == ["unsafe-part"]

    def it_refuses_another_encoding(self, tmp_path: Path) -> None:
        def change(contents: dict[str, bytes]) -> None:
            contents[HEADER] = contents[HEADER].decode().encode("utf-16")

        assert refused(changed(tmp_path, change)) == ["unsafe-part"]

    @pytest.mark.parametrize(
        "name", ["../evil.xml", "/etc/evil", "a\\b.xml", "c:evil", "word/../../x"]
    )
    def it_refuses_names_that_lead_away(self, name: str, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: contents.update({name: b"x"}))
        assert refused(path) == ["unsafe-package"]

    def it_refuses_two_parts_of_one_name(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda c: c.update({"word/Document.xml": b"<x/>"}))
        assert refused(path) == ["unsafe-package"]

    def it_refuses_a_flood_before_unpacking_it(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda c: c.update({"word/media/a.bin": b"\0" * 30_000_000}))
        assert refused(path) == ["unsafe-package"]

    def it_refuses_more_parts_than_a_style_can_have(self, tmp_path: Path) -> None:
        many = {f"word/media/{n}.bin": b"" for n in range(3000)}
        assert refused(changed(tmp_path, lambda c: c.update(many))) == ["unsafe-package"]

    @pytest.mark.parametrize(
        "data",
        [b"", b"PK\3\4", b"not a zip", zipped({"a": b""})],
        ids=["empty", "cut", "text", "odd"],
    )
    def it_refuses_what_is_no_document(self, data: bytes, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: None)
        path.write_bytes(data)
        assert refused(path) == ["not-a-docx"]

    def it_refuses_a_macro_document_under_another_name(self, tmp_path: Path) -> None:
        plain = "wordprocessingml.document.main+xml"
        macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
        change = swapped(
            "[Content_Types].xml", f"application/vnd.openxmlformats-officedocument.{plain}", macro
        )
        assert refused(changed(tmp_path, change)) == ["unsafe-content"]


class DescribeDigests:
    def it_changes_with_the_file_and_with_the_roles(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: None)
        first = load_house(path).digest
        roles = path.with_suffix(".yaml")
        roles.write_text(roles.read_text("utf-8") + "# a note\n", "utf-8")
        assert load_house(path).digest != first
        assert len(first) == len(hashlib.sha256().hexdigest())
