"""What is told of a merge besides its blocks: nothing is left unsaid."""

from __future__ import annotations

from support.counsel import marked_up
from support.files import parts, zipped
from support.merging import drafted, read_lines

from drafter.diagnostics import Diagnostic
from drafter.merging.merge import merge

LINKS = "word/_rels/settings.xml.rels"


def told(back: bytes, *changes: str) -> list[Diagnostic]:
    return list(merge(drafted(), back, drafted(*changes), author="drafter").told)


class DescribeWhatIsTold:
    def it_is_nothing_where_all_is_well(self):
        assert told(marked_up(drafted(), "a word"), "two", "a clause") == []

    def it_is_each_reference_that_leads_nowhere(self):
        """Counsel took the clause out; words of counsel and of the library still refer to it."""
        back = marked_up(drafted(), "a section deleted")
        found = merge(drafted(), back, drafted("a clause"), author="drafter")
        assert [one.rule for one in found.told] == ["lost-reference"]
        assert "Each Party insures its own work and shows clause # no harm." in read_lines(
            found.document)  # fmt: skip
        assert b"REF _cl_secrecy " not in parts(found.document)["word/document.xml"]

    def it_is_an_issued_file_that_has_tracked_changes(self):
        """What counsel wrote in it would count as words of the library."""
        offered = merge(drafted(), marked_up(drafted(), "a word"), drafted("two"), author="one")
        found = merge(offered.document, offered.document, drafted("two"), author="two")
        (one,) = (each for each in found.told if each.rule == "changed-base")
        assert one.says.startswith("the issued file has ")
        assert one.says.endswith("of one: words of counsel's in it count as the library's")

    def it_is_numbers_that_were_out_of_date_before(self):
        (one,) = told(marked_up(drafted(), "two swapped"), "reworded")
        assert (one.rule, one.says) == (
            "outdated-numbers",
            "1 reference shows a number that was out of date before the merge",
        )

    def it_is_a_template_that_is_cut_off(self):
        contents = parts(drafted())
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        contents[LINKS] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="t" Type="{office}/attachedTemplate" Target="file:///N:/x.dotm" '
            'TargetMode="External"/></Relationships>'
        ).encode()
        contents["word/settings.xml"] = contents["word/settings.xml"].replace(
            b"</w:settings>", b"</w:settings>").replace(
            b"<w:settings ", f'<w:settings xmlns:r="{office}" '.encode(), 1)  # fmt: skip
        (one,) = told(zipped(contents), "reworded")
        assert one.rule == "attached-template"
