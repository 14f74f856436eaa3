"""A house style is prepared once and remembered; a memory that is odd is never used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.agreements import sample
from support.files import HOUSE, changed, swapped, text

from drafter.diagnostics import Refused
from drafter.word.house import load_house, prepared
from drafter.word.write import to_docx


def remembered(folder: Path) -> Path:
    (path,) = folder.glob("house-*.json")
    return path


class DescribeMemory:
    def it_writes_what_a_fresh_reading_writes(self, tmp_path: Path) -> None:
        fresh = to_docx(sample(), load_house(HOUSE))
        assert to_docx(sample(), prepared(HOUSE, tmp_path)) == fresh
        assert to_docx(sample(), prepared(HOUSE, tmp_path)) == fresh

    def it_loads_no_template_engine_and_no_xml_library(self, tmp_path: Path) -> None:
        prepared(HOUSE, tmp_path)
        code = (
            "import sys\nfrom pathlib import Path\nfrom support.agreements import sample\n"
            "from drafter.word.house import prepared\nfrom drafter.word.write import to_docx\n"
            f"to_docx(sample(), prepared({str(HOUSE)!r}, Path({str(tmp_path)!r})))\n"
            "heavy = {'docxtpl', 'jinja2', 'lxml', 'docx', 'yaml', 'markupsafe', 'xml'}\n"
            "print(sorted(heavy & set(sys.modules)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": "tests:."},
            cwd=HOUSE.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "[]\n"

    @pytest.mark.parametrize("harm", ["", "x", "{}", "half", "turned"])
    def it_is_made_anew_when_it_is_harmed(self, harm: str, tmp_path: Path) -> None:
        prepared(HOUSE, tmp_path)
        path = remembered(tmp_path)
        whole = path.read_text("utf-8")
        harmed = {"half": whole[: len(whole) // 2], "turned": whole.replace("Page ", "Leaf ")}
        path.write_text(harmed.get(harm, harm), "utf-8")
        assert to_docx(sample(), prepared(HOUSE, tmp_path)) == to_docx(sample(), load_house(HOUSE))
        assert path.read_text("utf-8") == whole

    def it_is_never_used_for_another_file(self, tmp_path: Path) -> None:
        path = changed(tmp_path, lambda contents: None)
        prepared(path, tmp_path)
        footer = "word/footer-default.xml"
        changed(tmp_path, swapped(footer, "Page ", "Leaf "))
        assert "Leaf " in text(to_docx(sample(), prepared(path, tmp_path)), footer)

    def it_is_done_without_where_nothing_can_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way", "utf-8")
        assert prepared(HOUSE, tmp_path / "file").digest == load_house(HOUSE).digest

    def it_keeps_templates_with_tests_and_loops(self, tmp_path: Path) -> None:
        header = "word/header-default.xml"
        path = changed(tmp_path, swapped(header, "{{ title }}", "{% if title %}A{% endif %}"))
        prepared(path, tmp_path)
        assert ">A<" in text(to_docx(sample(), prepared(path, tmp_path)), header)

    def it_remembers_no_house_style_that_was_refused(self, tmp_path: Path) -> None:
        path = changed(tmp_path, swapped("word/header-default.xml", "{{ title }}", "{{ nobody }}"))
        for _ in range(2):
            with pytest.raises(Refused):
                prepared(path, tmp_path / "cache")
