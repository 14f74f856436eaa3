"""Whatever the answers, the agreement is whole, and the Word file says the same."""

import re
from collections import Counter

from hypothesis import HealthCheck, Phase, assume, given, settings
from support.deals import deals
from support.examples import starter
from support.files import house
from support.references import check_references

from drafter.agreement.model import Paragraph, Role, Said, SignatureBlock
from drafter.agreement.spelling import speller
from drafter.diagnostics import Refused
from drafter.library.model import LEFT_OUT
from drafter.word.read import print_docx

_DEEP = settings.get_profile("deep").max_examples
_FEW = settings(
    max_examples=_DEEP if settings.default.max_examples == _DEEP else 60,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a whole deal takes minutes
)
_PAIRS = {"[": "]", "(": ")", "“": "”"}


def drafted(deal):
    """The agreement; an answer that breaks a rule is said to be unknown, and tried again."""
    for _ in range(4):
        try:
            return starter().draft(deal)
        except Refused as refused:
            broken = {name for one in refused.diagnostics for name in one.questions}
            clauses = starter().clauses
            known = clauses.rules.keys() | clauses.questionnaire.relations.keys()
            if {one.rule for one in refused.diagnostics} - known:
                raise
            essential = clauses.precedents[deal["precedent"]].essential
            deal = _unknown(deal, broken - set(essential))
    assume(False)  # answers that contradict one another in many ways
    raise AssertionError


def _unknown(deal, names):
    questions = starter().clauses.questionnaire.questions
    kept = {name: answer for name, answer in deal["answers"].items()
            if name not in names and questions[name].kind.of not in names}  # fmt: skip
    for name, answer in kept.items():
        for record in answer.values() if isinstance(answer, dict) else ():
            for field in [one for one in record if questions[name].fields[one].kind.of in names]:
                del record[field]
    gone = [path for path in deal["unknown"] if path.split(".")[0] not in names]
    return {**deal, "answers": kept, "unknown": [*gone, *sorted(names)]}


def lines_of(element):
    """The runs of each line that an element prints."""
    if isinstance(element, Paragraph):
        return [element.runs]
    if isinstance(element, SignatureBlock):
        return [element.lead, *(line.printed for line in element.lines)]
    return [*element.headings, *(cell for _, cells in element.rows for cell in cells)]


@_FEW
@given(deals(starter().clauses))
def it_drafts_a_whole_agreement_from_any_answers(deal):
    """Every topic settled or open, every reference and term held, no slip in the text."""
    agreement = drafted(deal)
    _check_selection(agreement)
    _check_references(agreement)
    _check_definitions(agreement)
    for element in agreement.document.elements:
        _check_text(element)
    _check_word_file(agreement)


def _check_selection(agreement):
    for entry in agreement.report()["selection"]:
        assert entry["variant"] or (entry["because"] and entry["possible"]), entry["topic"]
    for id, chosen in agreement.decision.selection.chosen.items():
        assert chosen.rows, id
        assert chosen.is_open or chosen.variant or chosen.rows == (LEFT_OUT,), id


def _check_references(agreement):
    document = agreement.document
    blocks = {element.block for element in document.elements}
    for element in document.elements:
        for run in (run for line in lines_of(element) for run in line):
            if run.said is Said.REFERENCE:
                assert run.about in blocks
                assert run.text == document.numbers[run.about].replace(" ", "\u00a0")


def _check_definitions(agreement):
    """Each term that the words use is defined once, in the list or where a variant defines it."""
    selection = agreement.decision.selection
    library = selection.library
    lists = ("definitions", "meanings")
    placing = next(one for id, one in selection.chosen.items() if id.endswith(lists))
    if placing.is_open:
        return  # the clause that holds the list is not decided yet
    defined = Counter(one.runs[0].text for one in agreement.document.elements
                      if isinstance(one, Paragraph) and one.role is Role.DEFINITION)  # fmt: skip
    assert [term for term, count in defined.items() if count > 1] == []
    spell = speller(agreement.assembled.edition.words.spelling)
    spelled = {spell(library.definitions[id].term) for id in agreement.report()["definitions"]}
    assert spelled == set(defined)
    assert set(agreement.report()["definitions"]) == _used(agreement)


def _used(agreement):
    """The terms that the printed words use, found in the words themselves."""
    library = agreement.decision.selection.library
    definitions = library.definitions.values()
    spell = speller(agreement.assembled.edition.words.spelling)
    forms = {spell(form): one.id for one in definitions for form in (one.term, *one.forms)}
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    skipped = (Role.TITLE, Role.PART_HEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING,
               Role.FRONT_HEADING)  # fmt: skip
    printed = [one for one in agreement.document.elements
               if not isinstance(one, SignatureBlock) and getattr(one, "role", "") not in skipped
               and not one.block.split(".")[-1].startswith("schedule-")]  # fmt: skip # their list
    runs = [run for element in printed for line in lines_of(element) for run in line]
    words = [run.text.replace("\u00a0", " ") for run in runs if run.said is Said.WORDS]
    return {forms[found] for text in words for found in pattern.findall(text)}


def _check_text(element):
    for runs in lines_of(element):
        if not runs and not isinstance(element, Paragraph):
            continue  # an empty cell or line
        text = "".join(run.text for run in runs)
        assert text.strip(), element
        ours = "".join("…" if run.said in (Said.ANSWER, Said.BLANK) else run.text for run in runs)
        assert "  " not in ours, ours
        assert " ," not in ours, ours
        assert " ." not in ours, ours
        assert ".." not in ours.replace("…", "x"), ours
        assert not re.search(r"\.\.", _without_dots(runs)), text
        assert _balanced(ours), ours


def _without_dots(runs):
    """The words, with only the last character of each answer."""
    return "".join(run.text[-1:] if run.said is Said.ANSWER else run.text for run in runs)


def _balanced(text):
    open_ones = []
    for sign in text:
        if sign in _PAIRS:
            open_ones.append(_PAIRS[sign])
        elif sign in _PAIRS.values() and (not open_ones or open_ones.pop() != sign):
            return False
    return not open_ones


def _check_word_file(agreement):
    """Line by line the same, after the cover and the contents."""
    data = agreement.to_docx(house())
    assert check_references(data) == []
    printed = [line for element in agreement.document.elements for line in _printed(element)]
    expected = [line for line in map(_plain, printed) if line]
    read = [line for line in map(_plain, print_docx(data).splitlines()) if line]
    start = len(read) - 1 - read[::-1].index(expected[0])
    assert read[start : start + len(expected)] == expected


def _printed(element):
    """The lines of an element as a page shows them, cells and signature lines apart."""
    texts = ["".join(run.text for run in runs) for runs in lines_of(element)]
    if isinstance(element, Paragraph):
        return [f"{element.number} {texts[0]}"]
    if isinstance(element, SignatureBlock):
        labels = ["", *(line.label for line in element.lines)]
        return [f"{label} {text}" for label, text in zip(labels, texts, strict=True)]
    return texts


def _plain(text):
    return " ".join(text.split())
