"""Whatever is answered, in whichever order, the form keeps its word."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.deals import deals
from support.examples import starter

from drafter import kinds
from drafter.consistency.judge import findings
from drafter.intake.answer_text import number_of, numbered
from drafter.intake.clashes import _without
from drafter.intake.model import LEFT_BLANK, UNKNOWN, State

_DEEP = settings.get_profile("deep").max_examples


def few(number):
    """So many deals at a desk: a whole deal takes long to make and longer to shrink."""
    return settings(
        max_examples=_DEEP if settings.default.max_examples == _DEEP else number,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )


_FEW, _WALKS = few(12), few(5)
DEALS = deals(starter().clauses)


def empty(deal):
    return starter().form({"precedent": deal["precedent"]})


def steps(deal):
    """Each answer of a deal, and each word that it is not known."""
    return [*deal["answers"].items(), *((name, UNKNOWN) for name in deal["unknown"])]


def answered(form, said, sittings=6):
    """The form after these answers, some in one patch and some in the next."""
    for start in range(sittings):
        form = form.answer(dict(said[start::sittings]))
    return form


def walked(form, deal):
    """The forms on the way forward: each question that waits gets the deal's answer."""
    yield form
    while (asked := form.next) is not None:
        name = asked.question.id
        value = deal["answers"].get(name)
        if asked.state is State.OPTIONAL and value is None:
            form = form.leave_blank(name)
        else:
            form = form.answer({name: UNKNOWN if value is None or asked.faults else value})
        if form.asked[name].missing:
            form = form.answer({f"{name}.{path}": UNKNOWN for path in form.asked[name].missing})
        if form.asked[name].faults:  # a reference to a list that this deal leaves unknown
            form = form.answer({name: UNKNOWN})
        yield form


class DescribeTheOrderOfAnswering:
    @_FEW
    @given(DEALS, st.randoms(use_true_random=False))
    def it_leaves_no_trace(self, deal, random):
        said = steps(deal)
        one = answered(empty(deal), said)
        random.shuffle(said)
        other = answered(empty(deal), said)
        assert one == other
        assert list(one.data["answers"]) == list(other.data["answers"])

    @_FEW
    @given(DEALS)
    def it_ends_in_the_form_of_the_whole_record(self, deal):
        form, whole = answered(empty(deal), steps(deal)), starter().form(deal)
        assert form.asked == whole.asked
        assert form.findings == whole.findings
        assert form.faults == whole.faults


class DescribeAStep:
    """What reads no answer that changed is not judged again, and nobody can tell."""

    @_WALKS
    @given(DEALS, st.randoms(use_true_random=False))
    def it_gives_the_form_that_the_record_gives(self, deal, random):
        form = starter().form(deal)
        for name, value in random.sample(steps(deal), min(8, len(steps(deal)))):
            for patch in ({name: None}, {name: UNKNOWN}, {name: value}):
                form = form.answer(patch, by="Counsel")
                assert form == starter().form(form.data)
        others = [one for one in starter().clauses.precedents if one != deal["precedent"]]
        chosen = form.choose(random.choice(others))
        assert chosen == starter().form(chosen.data)

    def it_takes_no_spelling_for_another(self):
        """Python takes 1 for True; no form does."""
        form = starter().form({"precedent": "co-marketing"}).answer({"personal_data": True})
        assert not form.faults
        (fault,) = form.answer({"personal_data": 1}).faults
        assert fault.questions == ("personal_data",)

    def it_forgets_what_a_dropped_special_term_said(self):
        term = {"heading": "Late", "text": "See clause 4.", "by": "Counsel", "reason": "agreed"}
        form = starter().form({"precedent": "co-marketing"})
        put = form.put_term(term)
        said = [one.rule.id for one in put.findings if one not in form.findings]
        assert said == ["typed-reference"]
        (id,) = put.data["special_terms"]
        assert put.drop_term(id).findings == form.findings


class DescribeANumber:
    """What `:g 3.2` opened once it opens again."""

    @_FEW
    @given(DEALS, st.randoms(use_true_random=False))
    def it_stays_with_its_question_once_it_was_shown(self, deal, random):
        said, form, shown = steps(deal), empty(deal), {}
        random.shuffle(said)
        for start in range(6):
            form = form.answer(dict(said[start::6]))
            for name in form.asked:
                number = number_of(form, name)
                assert shown.setdefault(name, number) == number
                assert numbered(form, number) == [name]


class DescribeTheTotal:
    @_WALKS
    @given(DEALS)
    def it_never_rises_when_open_questions_are_answered_forward(self, deal):
        *forms, last = walked(empty(deal), deal)
        totals = [form.progress.total for form in (*forms, last)]
        assert totals == sorted(totals, reverse=True)
        assert last.next is None
        assert not last.progress.sure


class DescribeAnAnswer:
    @_FEW
    @given(DEALS)
    def it_is_stored_only_when_somebody_gave_it(self, deal):
        form = answered(empty(deal), steps(deal))
        assert form.data["answers"] == deal["answers"]
        assert set(form.data["unknown"]) == set(deal["unknown"])
        assert not form.deal.taken
        assert {name for name, one in form.asked.items() if one.answer is not None} <= set(
            deal["answers"])  # fmt: skip

    @_FEW
    @given(DEALS, st.data())
    def it_comes_back_when_what_it_hung_on_comes_back(self, deal, data):
        form = starter().form(deal)
        choices = [name for name, one in form.asked.items() if one.answer
                   and one.question.kind.sort is kinds.CHOICE]  # fmt: skip
        for name in [data.draw(st.sampled_from(choices))] if choices else ():
            for option in form.asked[name].question.options:
                away = form.answer({name: option.id})
                assert away.data["answers"] == form.data["answers"] | {name: option.id}
                assert away.answer({name: form.asked[name].answer}).asked == form.asked


class DescribeASmallestClash:
    @_FEW
    @given(DEALS)
    def it_goes_when_any_one_of_its_answers_goes(self, deal):
        form = starter().form(deal)
        for clash in form.clashes:
            others = set(clash.finding.questions) - set(clash.questions)
            assert _stands(clash.finding, _without(form.deal, others))
            for name in clash.questions:
                assert not _stands(clash.finding, _without(form.deal, others | {name}))

    def it_is_one_of_several_where_an_answer_is_held_to_several(self):
        """A licence that is not exclusive any more when it starts, and when the agreement does."""
        grant = {"start": "2106-01-04", "exclusive_until": "2000-01-01"}
        answers = {"effective_date": "2106-01-04", "grants": {"grant-1": grant}}
        form = starter().form({"precedent": "licence"}).answer(answers)
        assert [one.questions for one in form.clashes if "exclusive_until" in one.finding.path] == [
            ("grants",), ("effective_date", "grants")]  # fmt: skip


def _stands(finding, deal):
    """Whether it still blocks: by the same rule and, of a relation, between the same answers."""
    return any(one.rule.severity == "block" and not one.pending and _same(one, finding)
               for one in findings(starter().clauses, deal))  # fmt: skip


def _same(one, finding):
    if one.rule.id != finding.rule.id or not finding.path:
        return one.rule.id == finding.rule.id
    return (one.path, one.questions) == (finding.path, finding.questions)


class DescribeAnOptionalQuestion:
    def it_waits_until_somebody_leaves_it_blank(self):
        form = starter().form({"precedent": "co-marketing"})
        assert form.asked["insurance_amount"].state is State.OPTIONAL
        blank = form.leave_blank("insurance_amount", by="Counsel", on="2027-03-01")
        assert blank.asked["insurance_amount"].state is State.ANSWERED
        assert blank.data["given"]["insurance_amount"] == {
            "by": "Counsel", "on": "2027-03-01", "how": LEFT_BLANK}  # fmt: skip
        assert "insurance_amount" not in blank.data["answers"]
