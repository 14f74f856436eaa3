"""Deals from a spreadsheet: each cell read as people write it, each fault in the table's words."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from support.command import Command
from support.examples import starter
from support.workspaces import Practice, deal

from drafter import load_library
from drafter.diagnostics import Refused
from drafter.tables.csv_sheet import read_csv
from drafter.tables.deals import deals_of
from drafter.tables.header import header
from drafter.tables.model import TableDeal, cell_name
from drafter.tables.reading import read_sheets
from drafter.tables.rejects import rejects

COLUMNS = ["agreement_id", "precedent", "parties.north.name", "parties.south.name", "notice",
           "seats", "ownership", "pilot"]  # fmt: skip
ROW = ["A-1", "simple", "North", "South", "60 days", "3", "maker", "no"]
BUNDLED = starter().clauses
TERM = {"heading": "Care", "text": "The Lead trains the staff.", "after": "exit",
        "by": "Counsel", "reason": "the staff is new"}  # fmt: skip


def as_csv(*rows: Sequence[str], sign: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(rows)
    return text.getvalue().encode(encoding)


def as_book(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def as_text(data: bytes) -> bytes:
    """A workbook whose cells all hold words, as Excel saves those that begin with an apostrophe."""
    book = load_workbook(io.BytesIO(data))
    for cell in (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row):
        cell.data_type = "s"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def record_of(row: dict[str, str]) -> dict[str, Any]:
    """A row of a table as the deal record that it stands for."""
    parties = {id: {"name": row[f"parties.{id}.name"]} for id in ("north", "south")}
    answers = {name: row[name] for name in ("notice", "seats", "ownership", "pilot")}
    return {"precedent": row["precedent"], "answers": {"parties": parties, **answers}}


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(tmp_path / "firm")


@pytest.fixture
def small(practice: Practice):  # type: ignore[no-untyped-def]
    return load_library(practice.library).clauses.questionnaire


def deals(data: bytes, questionnaire: Any, file: str = "deals.csv") -> list[TableDeal]:
    sheets, _ = read_sheets(data, file)
    return deals_of(sheets, questionnaire)


def one(data: bytes, questionnaire: Any, file: str = "deals.csv") -> TableDeal:
    (found,) = deals(data, questionnaire, file)
    return found


def refusal(data: bytes, questionnaire: Any, file: str = "deals.csv") -> list[str]:
    with pytest.raises(Refused) as told:
        deals(data, questionnaire, file)
    return [fault.says for fault in told.value.diagnostics]


class DescribeARow:
    def it_is_the_deal_that_an_answers_file_would_hold(self, small: Any) -> None:
        found = one(as_csv(COLUMNS, ROW), small)
        assert found.record == {
            "precedent": "simple",
            "answers": {"parties": {"north": {"name": "North"}, "south": {"name": "South"}},
                        "notice": "60 days", "seats": "3", "ownership": "maker", "pilot": "no"},
        }  # fmt: skip
        assert (found.id, found.row, found.faults) == ("A-1", 2, ())

    def it_is_written_as_people_write(self, small: Any) -> None:
        columns = ["agreement_id", "precedent", "parties.1.name", "parties.2.name", "notice",
                   "fee", "ownership", "pilot", "places", "lead"]  # fmt: skip
        row = ["A-1", "simple", "North", "South", "6 months", "£250k", "ALL", "Yes", "GB, FR", "?"]
        found = one(as_csv(columns, row), small)
        answers = found.record["answers"]
        assert list(answers["parties"]) == ["party-1", "party-2"]
        assert (answers["fee"], answers["ownership"], answers["pilot"]) == (
            "GBP 250000", "joint", "yes")  # fmt: skip
        assert answers["places"] == ["GB", "FR"]
        assert found.record["unknown"] == ["lead"]

    @pytest.mark.parametrize(("column", "words", "says"), [
        ("notice", "soon", "E2: `notice`: `soon`"),
        ("seats", "few", "F2: `seats`: `few`"),
        ("ownership", "2", "G2: `ownership`: `2` is no option"),
        ("agreement_id", "12", "A2: `12` cannot name a deal"),
    ])  # fmt: skip
    def it_says_which_cell_cannot_be_read(
        self, small: Any, column: str, words: str, says: str
    ) -> None:
        row = [words if name == column else cell for name, cell in zip(COLUMNS, ROW, strict=True)]
        (fault,) = one(as_csv(COLUMNS, row), small).faults
        assert fault.says.startswith(says)
        assert fault.place is not None
        assert str(fault.place).startswith("deals.csv:2:")

    @given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1))
    def it_comes_out_letter_for_letter(self, words: str) -> None:
        """A text answer of any script, whatever a spreadsheet would make of it."""
        text = " ".join(words.split())
        if not text or text[0] == "'" or text == "?" or text.lower() == "(none)":
            return
        columns = ["precedent", "parties.1.name"]
        sheet, _ = read_csv(as_csv(columns, ["simple", text], encoding="utf-8-sig"), "a.csv")
        assert sheet.rows[0][1][1].text == text


class DescribeTheTable:
    @pytest.mark.parametrize(("columns", "says"), [
        ([*COLUMNS, "notise"], "I1: no question is called `notise`"),
        ([*COLUMNS, "notice"], "I1: two columns are called `notice`"),
        ([*COLUMNS, "parties"], "I1: `parties` is a list: a column holds one field of one record"),
        ([*COLUMNS, "parties.north.nam"], "I1: `parties` has no field `nam`"),
        ([*COLUMNS, "notice.days"], "I1: `notice` has no field `days`"),
    ])  # fmt: skip
    def it_is_refused_for_a_column_that_is_nothing(
        self, small: Any, columns: list[str], says: str
    ) -> None:
        assert refusal(as_csv(columns, [*ROW, "x"]), small) == [says]

    def it_is_refused_for_two_deals_of_one_id(self, small: Any) -> None:
        assert refusal(as_csv(COLUMNS, ROW, ROW), small) == ["A3: rows 2 and 3 both are `A-1`"]

    def it_passes_over_what_begins_with_a_line(self, small: Any) -> None:
        assert one(as_csv([*COLUMNS, "_note"], [*ROW, "call them"]), small).faults == ()

    @pytest.mark.parametrize(("sign", "encoding", "told"), [
        (",", "utf-8", []), (",", "utf-8-sig", []),
        (";", "utf-8", ["deals.csv is read with semicolons between its cells"]),
        ("\t", "utf-8", ["deals.csv is read with tabs between its cells"]),
        (",", "cp1252", ["deals.csv is no UTF-8; it is read as Windows-1252"]),
        (",", "utf-16", ["deals.csv is read as UTF-16"]),
    ])  # fmt: skip
    def it_says_how_a_csv_was_read(
        self, small: Any, sign: str, encoding: str, told: list[str]
    ) -> None:
        row = ["Größe" if cell == "North" else cell for cell in ROW]
        sheets, notes = read_sheets(as_csv(COLUMNS, row, sign=sign, encoding=encoding), "deals.csv")
        assert [note.says for note in notes] == told
        (found,) = deals_of(sheets, small)
        assert found.record["answers"]["parties"]["north"]["name"] == "Größe"

    def it_says_where_a_csv_breaks_off(self, small: Any) -> None:
        assert refusal(b'precedent,notice\nsimple,"60 days\n', small) == [
            "deals.csv is no table from this line on"]  # fmt: skip


class DescribeAWorkbook:
    def it_gives_the_same_deals_as_a_csv(self, small: Any) -> None:
        book = as_book(
            agreements=[["agreement_id", "precedent", "notice", "seats", "ownership", "pilot"],
                        ["A-1", "simple", "60 days", 3, "maker", False]],
            parties=[["agreement_id", "item", "name"], ["A-1", "north", "North"],
                     ["A-1", "south", "South"]],
        )  # fmt: skip
        found = one(book, small, "deals.xlsx").record
        assert found["answers"] == one(as_csv(COLUMNS, ROW), small).record["answers"]

    def it_reads_dates_numbers_and_percentages_as_answers(self) -> None:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append(["precedent", "effective_date", "cure_time", "royalty_rate"])
        sheet.append(["co-development", datetime(2027, 5, 1), "30 days", 0.035])
        sheet["D2"].number_format = "0.0%"
        saved = io.BytesIO()
        book.save(saved)
        sheets, _ = read_sheets(saved.getvalue(), "a.xlsx")
        words = [cell.text for cell in sheets[0].rows[0][1]]
        assert words == ["co-development", date(2027, 5, 1).isoformat(), "30 days", "3.5 %"]

    def it_takes_a_formula_s_value_and_refuses_one_without(self, small: Any) -> None:
        book = as_book(agreements=[COLUMNS, [*ROW[:5], "=1+2", *ROW[6:]]])
        (fault,) = one(book, small, "deals.xlsx").faults
        assert fault.says == "F2: the cell holds a formula whose value was not saved"

    def it_refuses_rows_that_belong_to_no_deal(self, small: Any) -> None:
        book = as_book(agreements=[COLUMNS[:2], ["A-1", "simple"]],
                       parties=[["agreement_id", "item", "name"], ["A-2", "n", "N"]])  # fmt: skip
        assert refusal(book, small, "deals.xlsx") == ["A2: no row of `agreements` is `A-2`"]

    def it_refuses_sheets_and_columns_that_are_nothing(self, small: Any) -> None:
        book = as_book(agreements=[COLUMNS[:2], ["A-1", "simple"]], partys=[["agreement_id"]],
                       parties=[["item", "nam"]])  # fmt: skip
        assert refusal(book, small, "deals.xlsx") == [
            "A1: no list is called `partys`", "A1: the sheet has no column `agreement_id`",
            "B1: `parties` has no field `nam`"]  # fmt: skip

    def it_refuses_macros_other_files_and_broken_ones(self, small: Any) -> None:
        book = as_book(agreements=[COLUMNS, ROW])
        with_macro = io.BytesIO(book)
        with ZipFile(with_macro, "a") as package:
            package.writestr("xl/vbaProject.bin", b"x")
        assert refusal(with_macro.getvalue(), small, "a.xlsm") == [
            "a.xlsm has macros or objects in it"]  # fmt: skip
        assert refusal(b"%PDF", small, "a.xlsx") == ["a.xlsx is no .xlsx that can be read"]
        broken = io.BytesIO()
        with ZipFile(io.BytesIO(book)) as old, ZipFile(broken, "w") as new:
            for name in old.namelist():
                new.writestr(name, b"<x" if "sheet1" in name else old.read(name))
        assert refusal(broken.getvalue(), small, "a.xlsx") == [
            "a.xlsx is no .xlsx that can be read"
        ]

    def it_names_cells_as_a_spreadsheet_does(self) -> None:
        assert [cell_name(1, n) for n in (1, 26, 27, 52, 53, 703)] == [
            "A1", "Z1", "AA1", "AZ1", "BA1", "AAA1"]  # fmt: skip


class DescribeSpecialTerms:
    """Clauses of one deal alone stand in a sheet of their own, beside the answers."""

    def it_reads_them_from_a_sheet(self, small: Any) -> None:
        book = as_book(agreements=[COLUMNS, ROW],
                       special_terms=[["agreement_id", "item", *TERM],
                                      ["A-1", "care", *TERM.values()]])  # fmt: skip
        found = one(book, small, "deals.xlsx").record
        assert found["special_terms"] == {"care": TERM}
        assert found["answers"] == one(as_csv(COLUMNS, ROW), small).record["answers"]

    def it_reads_them_from_the_row_of_the_deal(self, small: Any) -> None:
        columns = [*COLUMNS, *(f"special_terms.1.{name}" for name in TERM)]
        found = one(as_csv(columns, [*ROW, *TERM.values()]), small).record
        assert found["special_terms"] == {"term-1": TERM}

    def it_names_what_is_no_part_of_one(self, small: Any) -> None:
        table = as_csv([*COLUMNS, "special_terms.1.txt"], [*ROW, "x"])
        assert refusal(table, small) == ["I1: `special_terms` has no field `txt`"]


class DescribeTheHeader:
    def it_has_a_column_for_each_question_of_the_precedent_and_reads_back(self) -> None:
        precedent = BUNDLED.precedents["short-co-marketing"]
        data = header(BUNDLED, precedent)
        assert data == header(BUNDLED, precedent)
        sheets, _ = read_sheets(data, "h.xlsx")
        columns = {one.name: set(one.columns) for one in sheets}
        asked = {name for name in BUNDLED.questionnaire.questions if name in precedent.asks}
        lists = {name for name in asked if BUNDLED.questionnaire.questions[name].fields}
        assert columns["agreements"] == {"agreement_id", "precedent"} | asked - lists
        assert columns.keys() == {"agreements", "special_terms"} | lists
        assert deals_of(sheets, BUNDLED.questionnaire) == []

    def it_offers_every_option_and_explains_every_column(self) -> None:
        book = load_workbook(io.BytesIO(header(BUNDLED, BUNDLED.precedents["co-development"])))
        sheet = book["agreements"]
        listed = {cell.value: [one.value for one in column[1:] if one.value]
                  for column in book["lists"].iter_cols() for cell in column[:1]}  # fmt: skip
        for cell in sheet[1][2:]:
            question = BUNDLED.questionnaire.questions[cell.value]
            assert question.asks in cell.comment.text
            if question.options and not question.kind.sort.several:
                assert listed[cell.value] == [one.label for one in question.options]
        choices = {str(one.sqref) for one in sheet.data_validations.dataValidation}
        assert len(choices) == sum(cell.value in listed for cell in sheet[1])


def formulas(data: bytes) -> list[str]:
    """The cells of a .csv or of a workbook that a spreadsheet takes for formulas."""
    if data.startswith(b"PK"):
        book = load_workbook(io.BytesIO(data))
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        return [str(cell.value) for cell in cells if cell.data_type == "f"]
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    return [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]


class DescribeRejects:
    def it_is_the_table_again_with_what_is_wrong_behind_it(self, small: Any) -> None:
        bad = [*ROW[:4], "=soon", *ROW[5:]]
        sheets, _ = read_sheets(as_csv(COLUMNS, ROW, [*["A-2"], *bad[1:]]), "deals.csv")
        found = deals_of(sheets, small)
        data = rejects(sheets, {one.row: one.faults for one in found if one.faults})
        again, _ = read_sheets(data, "rejects.csv")
        assert again[0].columns == (*COLUMNS, "_row", "_where", "_says", "_cure")
        (row,) = again[0].rows
        words = [cell.text for cell in row[1]]
        assert words[:10] == ["A-2", *bad[1:], "3", "E3"]
        assert [one.record for one in deals_of(again, small)] == [found[1].record]

    @pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1+2", "-1", "@SUM(1)"])
    def it_holds_no_formula_that_a_spreadsheet_would_run(self, small: Any, words: str) -> None:
        """The words behind the cells begin with a letter, so that the cells alone are looked at."""
        bad = ["A-2", "simple", words, *ROW[3:4], "soon", *ROW[5:]]
        book = as_text(as_book(agreements=[COLUMNS, bad]))
        for data, file in ((as_csv(COLUMNS, bad), "deals.csv"), (book, "deals.xlsx")):
            sheets, _ = read_sheets(data, file)
            assert words in [cell.text for cell in sheets[0].rows[0][1]]
            (found,) = deals_of(sheets, small)
            made = rejects(sheets, {found.row: found.faults})
            assert formulas(made) == [], file

    def it_keeps_the_rows_of_the_lists_of_a_workbook(self, small: Any) -> None:
        book = as_book(
            agreements=[COLUMNS[:2] + COLUMNS[4:5], ["A-1", "simple", "60 days"],
                        ["A-2", "simple", "soon"]],
            parties=[["agreement_id", "item", "name"], ["A-1", "north", "North"],
                     ["A-2", "east", "East"]],
        )  # fmt: skip
        sheets, _ = read_sheets(book, "deals.xlsx")
        found = deals_of(sheets, small)
        again, _ = read_sheets(rejects(sheets, {3: found[1].faults}), "rejects.xlsx")
        assert {one.name: [cells[0].text for _, cells in one.rows] for one in again} == {
            "agreements": ["A-2"], "parties": ["A-2"]}  # fmt: skip


class DescribeABatchOfATable:
    def it_drafts_the_good_rows_and_explains_the_bad_ones(
        self, practice: Practice, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        practice.settings()
        monkeypatch.chdir(practice.folder)
        rows = [[f"A-{n}", *ROW[1:]] for n in range(1, 31)]
        bad = {3: (4, "soon"), 9: (5, "few"), 17: (1, "simpel"), 30: (6, "nobody")}
        for number, (column, words) in bad.items():
            rows[number - 1][column] = words
        Path("deals.csv").write_bytes(as_csv(COLUMNS, *rows))
        drafter = Command(capsys)
        outcome = drafter("batch", "deals.csv", "-o", "out", "--processes", "1")
        assert outcome.code == 1
        assert "26 drafted, 0 unchanged, 4 rejected" in outcome.err
        assert "deals.csv, row 4 was not drafted" in outcome.err
        rejected = Path("out/rejects-deals.csv").read_text("utf-8-sig")
        again = list(csv.DictReader(io.StringIO(rejected)))
        assert [one["_row"] for one in again] == ["4", "10", "18", "31"]
        assert [one["_where"] for one in again] == ["E4", "F10", "B18", "G31"]
        for one, mended in zip(again, ("60 days", "3", "simple", "maker"), strict=True):
            one[COLUMNS[bad[int(one["_row"]) - 1][0]]] = mended
        with Path("mended.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, again[0].keys())
            writer.writeheader()
            writer.writerows(again)
        assert drafter("batch", "mended.csv", "-o", "out", "--processes", "1").code == 0
        assert len(list(Path("out").glob("*.docx"))) == 30

    def it_gives_293_agreements_of_300_rows_with_seven_bad_ones_from_every_kind_of_table(
        self, practice: Practice, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        """The same ones with the same bytes, and each bad row is told with its number."""
        practice.settings()
        monkeypatch.chdir(practice.folder)
        wrong = ("soon", "60", "x", "?!", "ages", "-", "two")
        bad = dict(zip((2, 47, 99, 150, 201, 280, 300), wrong, strict=True))
        rows = [[f"A-{n}", "simple", f"North {n}", *ROW[3:4], bad.get(n, "60 days"), *ROW[5:]]
                for n in range(1, 301)]  # fmt: skip
        Path("deals.csv").write_bytes(as_csv(COLUMNS, *rows))
        Path("deals.xlsx").write_bytes(as_book(agreements=[COLUMNS, *rows]))
        records = (record_of(dict(zip(COLUMNS, row, strict=True))) for row in rows)
        Path("deals.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in records), "utf-8")
        made = {}
        for kind in ("csv", "xlsx", "jsonl"):
            outcome = Command(capsys)("batch", f"deals.{kind}", "-o", kind, "--jobs", "1")
            assert outcome.code == 1
            assert "293 drafted, 0 unchanged, 7 rejected" in outcome.err
            first = 0 if kind == "jsonl" else 1  # a table has a row of names above
            told = re.findall(r"row (\d+) was not drafted", outcome.err)
            assert [int(row) - first for row in told] == [*bad]
            made[kind] = sorted(path.read_bytes() for path in Path(kind).glob("*.docx"))
        assert len(made["csv"]) == 293
        assert made["csv"] == made["xlsx"] == made["jsonl"]

    def it_tells_it_on_a_page(
        self, practice: Practice, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        """What an answer says stands on the page as words, whatever they are."""
        practice.settings()
        monkeypatch.chdir(practice.folder)
        hostile = ["A-2", "simple", "<script>alert(1)</script>", "South", "<b>soon", *ROW[5:]]
        short = ["A-3", "simple", "North", "South", "10 days", *ROW[5:]]
        Path("deals.csv").write_bytes(as_csv(COLUMNS, ROW, hostile, short))
        Command(capsys)("batch", "deals.csv", "-o", "out", "--processes", "1")
        page = Path("out/summary.html").read_text("utf-8")
        assert "<h1>2 drafted, 0 unchanged, 1 rejected</h1>" in page
        assert "R1: The notice is short." in page
        assert "<script>" not in page
        assert "`&lt;b&gt;soon`" in page
        links = re.findall(r'href="([^"]+)"', page)
        assert sorted(links) == sorted(path.name for path in Path("out").glob("*.docx"))

    def it_gives_the_same_bytes_from_every_kind_of_table(
        self, practice: Practice, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        practice.settings()
        monkeypatch.chdir(practice.folder)
        Path("a.csv").write_bytes(as_csv(COLUMNS, ROW))
        Path("b.xlsx").write_bytes(as_book(agreements=[COLUMNS, ROW]))
        record = deal(ownership="maker")
        Path("c.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
        drafter = Command(capsys)
        for table in ("a.csv", "b.xlsx", "c.jsonl"):
            assert drafter("batch", table, "-o", f"out-{table[0]}", "--processes", "1").code == 0
        drafts = [next(Path(f"out-{one}").glob("*.docx")).read_bytes() for one in "abc"]
        assert drafts[0] == drafts[1] == drafts[2]

    def it_writes_a_header_and_says_what_it_needs(
        self, practice: Practice, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        practice.settings()
        monkeypatch.chdir(practice.folder)
        drafter = Command(capsys)
        assert drafter("batch", "--header", "h.xlsx", "--precedent", "simple").code == 0
        assert drafter("batch", "--header", "h.xlsx", "--precedent", "simple").code == 1
        assert drafter("batch", "--header", "h.csv", "--precedent", "simpel").code == 1
        assert drafter("batch").code == 2
