"""An answers file that is written again keeps what a person put into it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafter.questionnaire.rewriting import as_yaml, rewritten

NAMES = st.sampled_from(["fee", "law", "term", "seats", "product", "a", "north"])
WORDS = st.sampled_from(
    ["5", "GBP 5", "30 days", "a: b", "no", "# x", "two\nlines", "é ", "[a", ""]
)
LISTS = st.lists(NAMES, max_size=3, unique=True)
RECORDS = st.dictionaries(NAMES, st.dictionaries(NAMES, WORDS, min_size=1, max_size=3), max_size=3)
DEALS = st.fixed_dictionaries(
    {"precedent": WORDS, "answers": st.dictionaries(NAMES, WORDS | LISTS | RECORDS, max_size=5)},
    optional={
        "unknown": LISTS,
        "overrides": st.lists(st.fixed_dictionaries({"what": NAMES, "by": WORDS}), max_size=3),
        "given": RECORDS,
        "special_terms": RECORDS,
    },
)
BY_HAND = """\
# Pacer / Corner Cup

precedent:  co-marketing   # agreed
answers:
    # who
    parties:
        north: {name: "North, Ltd", country: GB}   # flow
        south:   # the seller
          name: South
          address: |
            1 Road
            Town

          country: FR   # seat

    # money
    cap:   GBP 100,000   # agreed with CFO
    fields: [a,  b]
# still open
unknown:
- law   # theirs
# to ask
- term
# end
"""


def read(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def with_changes(**changes):
    """What stands in the file that was written by hand after some answers changed."""
    data = read(BY_HAND)
    for path, value in changes.items():
        *way, last = path.split("__")
        place = data
        for step in way:
            place = place[step]
        if value is None:
            del place[last]
        else:
            place[last] = value
    return rewritten(BY_HAND, data)


def told(old, new):
    """The lines that went and came."""
    before, after = old.splitlines(), new.splitlines()
    return (
        [one for one in before if one not in after],
        [one for one in after if one not in before],
    )


class DescribeAFileWrittenByHand:
    def it_stays_as_it_is_where_nothing_changed(self):
        assert rewritten(BY_HAND, read(BY_HAND)) == BY_HAND

    @pytest.mark.parametrize(
        ("changes", "went", "came"),
        [
            (
                {"answers__cap": "GBP 7"},
                ["    cap:   GBP 100,000   # agreed with CFO"],
                ["    cap:   GBP 7   # agreed with CFO"],
            ),
            ({"answers__seats": "5"}, [], ["    seats: '5'"]),
            (
                {"answers__cap": None},
                ["    cap:   GBP 100,000   # agreed with CFO"],
                ["    # agreed with CFO"],
            ),
            (
                {"answers__parties__south__country": "IE"},
                ["          country: FR   # seat"],
                ["          country: IE   # seat"],
            ),
            ({"unknown": ["fee", "law", "term"]}, [], ["- fee"]),
            ({"unknown": ["term"]}, ["- law   # theirs"], ["# theirs"]),
            (
                {"answers__parties__south__address": "2 Road"},
                ["          address: |", "            1 Road", "            Town"],
                ["          address: 2 Road"],
            ),
            ({"given": {"cap": {"by": "GC"}}}, [], ["given:", "  cap:", "    by: GC"]),
        ],
    )
    def it_changes_in_the_lines_that_changed(self, changes, went, came):
        assert told(BY_HAND, with_changes(**changes)) == (went, came)

    def it_takes_a_new_answer_before_the_comment_on_the_next(self):
        text = with_changes(answers__parties__east={"name": "East"})
        assert text[text.index("# seat") :].startswith(
            "# seat\n        east:\n          name: East\n\n    # money\n"
        )

    def it_keeps_the_line_ends_of_its_system(self):
        text = BY_HAND.replace("\n", "\r\n")
        new = rewritten(text, {**read(BY_HAND), "given": {"cap": {"by": "GC"}}})
        assert new.replace("\r\n", "\n") == with_changes(given={"cap": {"by": "GC"}})
        assert "\n" not in new.replace("\r\n", "")


def in_quotes(lines):
    """Whether a text goes on over the next line."""
    return sum(line.count("'") for line in lines) % 2 == 1


@st.composite
def commented(draw):
    """A record as a file with comments between its lines and behind them, and the comments."""
    data = draw(DEALS)
    lines, comments = [], []

    def comment(start):
        comments.append(f"# {len(comments)}")
        return start + comments[-1]

    for line in as_yaml(data).splitlines():
        is_quoted = "'" in line or '"' in line or in_quotes(lines)
        if draw(st.booleans()) and not is_quoted:
            lines.append(comment(" " * draw(st.integers(0, 6))))
        lines.append(comment(f"{line}  ") if draw(st.booleans()) and not is_quoted else line)
    return data, "\n".join(lines) + "\n", comments


def compared(record):
    """A record in which the order of records counts, and no other; empty parts are none."""
    answers = {name: list(value.items()) if isinstance(value, dict) else value
               for name, value in record["answers"].items()}  # fmt: skip
    kept = {key: one for key, one in record.items() if one or key == "precedent"}
    terms = list(record.get("special_terms", {}).items())
    return kept | {
        "answers": answers, "unknown": set(record.get("unknown", ())), "special_terms": terms,
    }  # fmt: skip


class DescribeAnyFile:
    @given(commented(), DEALS)
    def it_is_read_as_what_was_written_and_keeps_its_comments(self, file, new):
        _, text, comments = file
        after = rewritten(text, new)
        assert compared(read(after)) == compared(read(as_yaml(new)))
        found = {line.rpartition("# ")[2] for line in after.splitlines()}
        assert {one.removeprefix("# ") for one in comments} <= found

    @given(commented())
    def it_stays_byte_for_byte_where_nothing_changed(self, file):
        data, text, _ = file
        assert rewritten(text, data) == text
