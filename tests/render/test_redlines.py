"""Redlines in other programs: pandoc takes and refuses the changes, validators find no fault."""

from __future__ import annotations

import re
import subprocess

from support.files import text
from support.judges import complaints
from support.pairs import one_of_each_kind, redlines
from support.pandoc import pandoc

TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
ROW, STRUCK_ROW = re.compile(r"<w:tr[ >]"), re.compile(r"<w:trPr>(?:(?!</w:trPr>).)*<w:del ")


def struck_tables(body: str) -> int:
    """How many tables are struck out whole."""
    tables = TABLE.findall(body)
    return sum(len(ROW.findall(one)) == len(STRUCK_ROW.findall(one)) for one in tables)


class DescribeRedlinesInPandoc:
    """A second reader, which resolves tracked changes by code of its own."""

    def it_reads_the_new_agreement_when_it_accepts(self):
        """It parts a list where a table is struck out of it: what follows stands in the inner list
        alone."""
        for each in redlines():
            found, wanted = pandoc(each.redline.data, "accept"), pandoc(each.pair.new)
            assert [one.text for one in found] == [one.text for one in wanted], each.pair.name
            other = [(f.level, w.level) for f, w in zip(found, wanted, strict=True) if f != w]
            assert len(other) <= struck_tables(text(each.redline.data)), each.pair.name
            assert all(level == whole[1:] for level, whole in other), each.pair.name

    def it_reads_the_old_agreement_when_it_rejects(self):
        """It passes over tracked styles, so there only the words are asked for."""
        for each in redlines():
            found, wanted = pandoc(each.redline.data, "reject"), pandoc(each.pair.old)
            assert [one.text for one in found] == [one.text for one in wanted], each.pair.name
            if "<w:pPrChange" not in text(each.redline.data):
                assert found == wanted, each.pair.name


class DescribeRedlinesUnderValidation:
    """Programs that know the format of Word files."""

    def it_adds_no_fault_to_those_of_the_drafts(self, tmp_path):
        for place, each in enumerate(redlines()):
            path = tmp_path / f"{place}.docx"
            path.write_bytes(each.redline.data)
            assert complaints(path) == [], each.pair.name


class DescribeRedlinesOnThePage:
    """What LibreOffice prints: struck words and new words side by side."""

    def it_prints_old_and_new_words(self, office):
        for each in one_of_each_kind():
            pdf = office(each.redline.data, "pdf")
            printed = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
            assert printed.stdout.count(b"\x0c") > 5, each.pair.name
