# ruff: noqa: E501  (a message stands on one line)
"""Every fault of a questionnaire and its facts is told at once, with its place and its cure."""

from __future__ import annotations

import pytest
from support.small import SMALL, loaded

from drafter.questionnaire.model import Nature

TOP = "section: Deal\nquestions:\n"
NUMBERS = """\
  n: {asks: N?, type: whole number}
  m: {asks: M?, type: money}
  s: {asks: S?, type: several choices, options: {x: X}}
  l:
    asks: L?
    type: list
    one: r
    fields: {share: {asks: X?, type: percentage}, d: {asks: D?, type: date}}
"""
QUESTIONS: dict[str, tuple[str, list[str]]] = {
    "a question that reads a later one": (
        """\
  b: {asks: B?, type: yes/no, ask when: a}
  a: {asks: A?, type: yes/no}
""",
        [
            "deal.yaml:3:41 `b` reads `a`, which is asked later | move `a` before `b`",
        ],
    ),
    "a recommendation that is no option and one that reads itself": (
        """\
  a: {asks: A?, type: yes/no}
  b:
    asks: B?
    type: choice
    options: {x: X, y: Y}
    recommend:
      - {take: z, because: so}
      - {take: x, when: c, because: so}
      - {take: y, when: b is x, because: so}
  c: {asks: C?, type: yes/no}
""",
        [
            "deal.yaml:9:16 `take`: there is no option `z` | known: x, y",
            "deal.yaml:9:7 `b` reads itself | read another question",
        ],
    ),
    "a comment that eats half a condition": (
        """\
  a: {asks: A?, type: yes/no}
  b:
    asks: B?
    type: yes/no
    ask when: a # and c
""",
        [
            "deal.yaml:7:15 `#` ends the row here: what follows is a comment | put two spaces before a comment, or remove the #",
        ],
    ),
    "a condition on two lines": (
        """\
  a: {asks: A?, type: yes/no}
  b:
    asks: B?
    type: yes/no
    ask when: a
      and a
""",
        [
            "deal.yaml:7:15 a condition stands on one line | name a part of it as a fact",
        ],
    ),
    "a condition that asks about a topic": (
        """\
  a: {asks: A?, type: yes/no}
  b: {asks: B?, type: yes/no, ask when: '@exit'}
""",
        [
            "deal.yaml:4:41 `@exit` stands only in a guard of clause text | ask the questions that decide the topic",
        ],
    ),
    "an empty condition": (
        """\
  a: {asks: A?, type: yes/no}
  b: {asks: B?, type: yes/no, ask when: }
""",
        [
            "deal.yaml:4:41 a condition is missing here | ",
        ],
    ),
    "names that are none": (
        """\
  Bad: {asks: B?, type: yes/no}
  one: {asks: C?, type: text}
""",
        [
            "deal.yaml:3:3 `Bad` is no question id | lower case words joined by _",
            "deal.yaml:4:3 `one` is a word of the condition language | rename it",
        ],
    ),
    "misspelt keys and types": (
        """\
  c: {type: txt}
  d: {asks: D?, typ: text, type: choice}
""",
        [
            "deal.yaml:3:6 `asks:` is missing | add `asks:`",
            "deal.yaml:3:13 `txt` is no type | did you mean `text`?",
            "deal.yaml:4:17 `typ` is not used here | did you mean `type`?",
            "deal.yaml:4:34 `d` is of type choice and has no `options:` | add `options:`",
        ],
    ),
    "a question that is asked twice": (
        """\
  a: {asks: A?, type: yes/no}
  a: {asks: A?, type: yes/no}
""",
        [
            "deal.yaml:4:3 `a` stands twice | keep one of the two",
        ],
    ),
    "a list in a list and a field that asks when": (
        """\
  l:
    asks: L?
    type: list
    one: r
    fields:
      x: {asks: X?, type: list, one: y, fields: {}}
      y: {asks: Y?, type: text, ask when: x}
""",
        [
            "deal.yaml:8:10 `x` is a list inside a list | key a list of its own by two references",
            "deal.yaml:9:43 `ask when` is not used for the field of a record | put it at the list, or drop it",
        ],
    ),
    "two lists whose records bear one name": (
        """\
  l: {asks: L?, type: list, one: r, fields: {}}
  m: {asks: M?, type: list, one: r, fields: {}}
""",
        [
            "deal.yaml:4:34 `r` names a record of `l` already | choose another word",
        ],
    ),
    "references to no list": (
        """\
  p: {asks: P?, type: party}
  r: {asks: R?, type: reference}
  s: {asks: S?, type: reference, of: r}
""",
        [
            "deal.yaml:4:23 `r` is of type reference and has no `of:` | add `of:`",
            "deal.yaml:3:23 `p` refers to `parties`, which is no list | name a list question under `of:`",
            "deal.yaml:5:23 `s` refers to `r`, which is no list | name a list question under `of:`",
        ],
    ),
    "options that cannot be named": (
        """\
  c:
    asks: C?
    type: choice
    options: {3d: D, answered: A, ok: {label: O, print: o}}
""",
        [
            "deal.yaml:6:15 `3d` cannot name an option | a letter, then letters, digits, - or _",
            "deal.yaml:6:22 `answered` cannot name an option | a letter, then letters, digits, - or _",
            "deal.yaml:6:50 `print` is not used here | did you mean `prints`?",
        ],
    ),
    "a recommendation where counsel decides": (
        """\
  c: {asks: C?, type: yes/no, nature: counsel decides, recommend: [{take: yes, because: x}]}
""",
        [
            "deal.yaml:3:67 `c` is for counsel to decide, so nothing is recommended | remove one of the two",
        ],
    ),
    "a recommended fact": (
        """\
  c: {asks: C?, type: yes/no, nature: fact, recommend: [{take: yes, because: x}]}
""",
        [
            "deal.yaml:3:56 `c` asks for a fact, so nothing is recommended | "
            "remove `recommend:`: only who knows it can say it",
        ],
    ),
    "a nature that is none": (
        """\
  c: {asks: C?, type: yes/no, nature: facts}
""",
        ["deal.yaml:3:39 `facts` is no nature of a question | did you mean `fact`?"],
    ),
    "a pattern, a number and a flag that are none": (
        """\
  t: {asks: T?, type: text, pattern: '[', optional: maybe}
  s: {asks: S?, type: jurisdictions, at least: many}
""",
        [
            "deal.yaml:3:53 `maybe` is neither yes nor no | write yes or no",
            "deal.yaml:3:38 `[` is no pattern | ",
            "deal.yaml:4:48 `many` is not a whole number | ",
        ],
    ),
    "bounds that bound nothing": (
        """\
  t: {asks: T?, type: text, at least: 3}
  m: {asks: M?, type: money, at least: EUR 5}
  d: {asks: D?, type: duration, at least: 1 days, more than: 2 days, at most: long}
""",
        [
            "deal.yaml:3:39 `at least` bounds an amount, and this is of type text | drop it",
            "deal.yaml:4:40 `EUR 5` is no bound of an answer of type money | a figure such as 0",
            "deal.yaml:5:79 `long` is no bound of an answer of type duration | write a period such "
            "as 30 days, 10 working-days, 6 months or 2 years",
            "deal.yaml:5:62 `at least` and `more than` both say where it begins | keep one of the "
            "two",
        ],
    ),
    "a period of something else than dates": (
        """\
  l: {asks: L?, type: list, one: r, called: nme, period: [x, y], fields: {x: {asks: X?, type: date}}}
""",
        [
            "deal.yaml:3:45 `nme` is no field | known: x",
            "deal.yaml:3:58 a period is two date fields | write [start, end]",
        ],
    ),
}
FACTS = [
    (
        "{compare: [n, m]}",
        "1:14",
        "`n` (whole number) and `m` (money) do not compare | name two of one type",
    ),
    ("{compare: [n]}", "1:14", "`compare` takes two names | write [a, b]"),
    ("{same: [l, l]}", "1:11", "`l` (list) and `l` (list) do not compare | name two of one type"),
    ("{same: [n, x]}", "1:11", "nothing is called `x` | known: l, m, n, s"),
    (
        "{total: l.d}",
        "1:12",
        "`d` is of type date and has no total | of type: whole number, money, percentage",
    ),
    ("{total: l.shre}", "1:12", "`l` has no field `shre` | did you mean `share`?"),
    ("{count: n}", "1:12", "no list is called `n` | known: l"),
    ("{count: l.share}", "1:12", "`count` counts records | write `count: l`"),
    (
        "{when: n > 3, count: l}",
        "1:4",
        "`f` says two rules | say one of: when, classify, compare, same, count, total, earliest, latest, complete",
    ),
    (
        "{}",
        "1:4",
        "`f` says no rule | say one of: when, classify, compare, same, count, total, earliest, latest, complete",
    ),
    ("{when: n > 3, where: n > 3}", "1:25", "`where` belongs to a count or a measure | remove it"),
    (
        "{complete: {list: l, each: [n]}}",
        "1:31",
        "`n` has no members to cover | name lists or questions of several choices",
    ),
    (
        "{complete: {list: l, each: [s]}}",
        "1:15",
        "`l` has no field that names a member of `s` | give it a field that refers to `s`",
    ),
    ("{classify: {x: n > 3, y: n > }}", "1:32", "the condition stops too early | "),
    ("word", "1:4", "names with values are expected here | "),
    (
        "{count: l, where: shre > 5 percent}",
        "1:22",
        "nothing is called `shre` | did you mean `share`?",
    ),
]


def faults(questions: str, facts: str = "") -> list[str]:
    """The faults of a questionnaire as `file:line:column words | cure`."""
    found = loaded({"questionnaire/deal.yaml": TOP + questions, "facts/f.yaml": facts or "{}"})[1]
    return [f"{fault.place} {fault.says} | {fault.cure}".split("/", 2)[2] for fault in found]


class DescribeAQuestionnaire:
    @pytest.mark.parametrize("case", QUESTIONS)
    def it_has_its_faults_told(self, case: str) -> None:
        text, expected = QUESTIONS[case]
        assert faults(text) == expected

    def it_may_say_the_nature_as_it_was_said_before(self) -> None:
        """Libraries of an earlier release open as they are."""
        text = SMALL["questionnaire/01-deal.yaml"] + (
            "  venue: {asks: Where?, type: text, optional: yes, counsel decides: yes}\n")  # fmt: skip
        library, found = loaded(SMALL | {"questionnaire/01-deal.yaml": text})
        assert [one.says for one in found] == []
        assert library.questionnaire.questions["venue"].nature is Nature.COUNSEL

    def it_may_not_ask_in_two_files(self) -> None:
        one, two = "  a: {asks: A?, type: yes/no}\n", "  a: {asks: B?, type: text}\n"
        found = loaded({"questionnaire/1.yaml": TOP + one, "questionnaire/2.yaml": TOP + two})[1]
        assert [f"{fault.place} {fault.says}" for fault in found] == [
            "lib/questionnaire/2.yaml:3:3 `a` is asked already (lib/questionnaire/1.yaml:3:3)"
        ]


class DescribeAFact:
    @pytest.mark.parametrize(("fact", "place", "says"), FACTS)
    def it_has_its_fault_told(self, fact: str, place: str, says: str) -> None:
        assert faults(NUMBERS, f"f: {fact}\n") == [f"f.yaml:{place} {says}"]

    def it_has_a_name_of_its_own(self) -> None:
        assert faults(NUMBERS, "n: {when: n > 3}\ng: {when: n > 3}\n") == [
            "f.yaml:1:1 `n` is used already | choose another name"
        ]

    def it_reads_earlier_facts_only(self) -> None:
        assert faults(NUMBERS, "f: {when: g}\ng: {when: n > 3}\nh: {when: g}\n") == [
            "f.yaml:1:11 nothing is called `g` | known: l, m, n, s"
        ]
