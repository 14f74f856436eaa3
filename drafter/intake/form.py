"""The form: an interview made from the answers alone, and the next one from what somebody does.

It knows what is asked and why, what comes next, what a recommendation would be, what clashes and
what was set aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.consistency.judge import findings
from drafter.data_classes import dataclass
from drafter.intake.accepting import ProposedBy, accepted, proposed_by
from drafter.intake.carried import Carried
from drafter.intake.clashes import clashes_of
from drafter.intake.comparing import AnswersDifference, differences
from drafter.intake.confirming import confirmed, recommended
from drafter.intake.effect import Effect, effect
from drafter.intake.form_text import FormText
from drafter.intake.interview_text import counts
from drafter.intake.model import LEFT_BLANK, TAKEN, Offer, Snapshot
from drafter.intake.proposing import Proposals, with_proposals
from drafter.intake.questions import asked_now
from drafter.intake.records import rename
from drafter.intake.special_terms import kept, reopened, with_term, without_term
from drafter.library.model import ClauseLibrary
from drafter.library.old_answers import carried_over
from drafter.questionnaire.answers import Places, read_partly
from drafter.questionnaire.deal import settle
from drafter.selection.aside import set_aside
from drafter.system import uncollected


@dataclass(frozen=True, slots=True, repr=False)
class Form(Snapshot):
    """A snapshot of the interview, and what can be done with it: each act gives a new form."""

    def __repr__(self) -> str:
        precedent = self.precedent.id if self.precedent else "no precedent yet"
        return f"<Form of {precedent}: {counts(self.progress)}>"

    def made(self, data: Mapping[str, Any]) -> Form:
        """The form of another deal record and the same library."""
        return form(self.library, data, before=self)

    def take(self, *names: str, by: str = "", on: str = "") -> Form:
        """The form after somebody took the recommendations of these questions, on purpose.

        Raises `KeyError` for a question that has none now.
        """
        patch = {}
        for name in names:
            one = self.asked.get(name)
            if one is None or one.offer is None:
                raise KeyError(name)
            patch[name] = one.offer.answer
        return self.answer(patch, by, on, TAKEN)

    @property
    def recommended(self) -> Mapping[str, Mapping[str, Offer]]:
        """What a draft of these answers takes as recommended and nobody confirmed: by section, by
        question, each with its answer and its reason."""
        return recommended(self)

    def confirm(self, *names: str, by: str, on: str = "") -> Form:
        """The form in which a named person confirmed what is recommended for these questions: each
        is then answered, with who, when (ISO date) and that it was a recommendation taken.

        Raises `Refused` with every question that has nothing to confirm, such as a fact.

        >>> from drafter import load_library
        >>> form = load_library().form({"precedent": "co-marketing", "answers": {}})
        >>> form.recommended["Ending"]["cure_time"].answer
        '30 days'
        >>> form = form.confirm("cure_time", by="General Counsel", on="2027-03-05")
        >>> form.data["answers"], form.data["given"]["cure_time"]["how"]
        ({'cure_time': '30 days'}, 'taken')
        """
        return confirmed(self, names, {"by": by, "on": on})

    def propose(self, record: Mapping[str, Any], by: str, on: str = "") -> Proposals:
        """Take over what this form lacks from another's deal record, each answer marked as
        proposed; what the two answer otherwise stays, and is told. The other may hold a part only,
        such as one field of a record. Raises `Refused` for what cannot be read."""
        return with_proposals(self, record, {"by": by, "on": on})

    @property
    def proposed(self) -> tuple[ProposedBy, ...]:
        """The answers that somebody proposed and nobody accepted, each with whose it is. An
        agreement that rests on them can be drafted, and never issued."""
        return tuple(proposed_by(self, self.answers.proposed))

    def accept(self, *names: str, by: str, on: str = "") -> Form:
        """The form in which a named person accepted proposed answers: a question, or one field of
        a record (`parties.south.address`). Who proposed it stays beside who accepted it.

        Raises `Refused` with every name that nothing is proposed for.

        >>> from drafter import load_library
        >>> form = load_library().form({"precedent": "co-marketing", "answers": {}})
        >>> form = form.propose({"answers": {"exit_notice": "30 days"}}, by="South").form
        >>> [(one.path, one.words, one.whose) for one in form.proposed]
        [('exit_notice', '30 days', 'South')]
        >>> form = form.accept("exit_notice", by="General Counsel", on="2027-03-05")
        >>> form.proposed, form.words.how_given("exit_notice")
        ((), 'proposed by South, accepted by General Counsel')
        """
        return accepted(self, names, {"by": by, "on": on})

    def leave_blank(self, *names: str, by: str = "", on: str = "") -> Form:
        """The form after somebody left optional questions blank, on purpose."""
        return self.answer(dict.fromkeys(names), by, on, LEFT_BLANK)

    def choose(self, precedent: str) -> Form:
        """The form of the same answers for another precedent."""
        return self.made({**self.data, "precedent": precedent})

    def rename_record(self, name: str, id: str, short_name: str) -> Form:
        """The form with a record of a list under another id; what names it names it still.

        Raises `ValueError` for a short name that cannot be one, or that another record has.
        """
        return rename(self, name, id, short_name)

    def put_term(self, fields: Mapping[str, str], id: str = "") -> Form:
        """The form with a special term of this deal: `heading`, `text`, `after` or `replaces` a
        topic, `by`, `reason`. Without an id it is a new one, called by its heading."""
        return with_term(self, fields, id)

    def drop_term(self, id: str) -> Form:
        """The form without a special term."""
        return without_term(self, id)

    def keep(self, rule: str, by: str, on: str, reason: str) -> Form:
        """The form in which somebody keeps a warning that stands, for a reason.

        Raises `KeyError` for a rule that does not warn now.
        """
        return kept(self, rule, by, on, reason)

    def reopen(self, rule: str) -> Form:
        """The form in which a warning is kept no longer."""
        return reopened(self, rule)

    def differences(self, other: Form) -> tuple[AnswersDifference, ...]:
        """What stands otherwise in another form, as an unattended draft would take both: each
        answer in words, and whether it was given, recommended or confirmed.

        >>> from drafter import load_library
        >>> form = load_library().form({"precedent": "co-marketing", "answers": {}})
        >>> (one,) = form.differences(form.answer({"cure_time": "10 days"}))
        >>> one.path, str(one.one), str(one.other)
        ('cure_time', '30 days (recommended)', '10 days (given)')
        """
        return differences(self, other)

    @property
    def words(self) -> FormText[Form]:
        """The form in words: the same for a terminal and for a page."""
        return FormText(self)

    def carried_over(self) -> tuple[Form, tuple[str, ...]]:
        """The form of old answers under the names that questions and options have now; and what
        was renamed, in words."""
        data, told = carried_over(self.library, self.data)
        return (self.made(data), told) if told else (self, ())

    def since(self, before: Form) -> Effect:
        """What changed in the agreement and in what is asked, from an earlier form to this one."""
        return effect(before, self)


@uncollected()
def form(
    library: ClauseLibrary,
    data: Mapping[str, Any],
    at: Places | None = None,
    before: Snapshot | None = None,
) -> Form:
    """The form of a deal record, which may be empty, partly faulty or whole.

    `at` says where each value stands in its file, for the faults. `before` is a form of the same
    library: what reads no answer that differs stands as it stood there.
    """
    record = {"precedent": "", "answers": {}, **data}
    carried = Carried(before, record) if before and not before.faults else None
    known = carried.values if carried else None
    answers, faults = read_partly(record, library.questionnaire, at, known)
    if not all(fault.questions for fault in faults):  # what stands beside the answers is at fault
        carried = None
    precedent = library.precedents.get(answers.precedent)
    settled = carried.settled if carried else None
    deal = settle(library.questionnaire, answers, unattended=False, settled=settled)
    still_found, still_asked = carried.onto(deal, faults) if carried else (None, {})
    found = findings(library, deal, still_found)
    asked = asked_now(library, precedent, deal, faults, still_asked)
    clashes = tuple(clashes_of(found, deal))
    aside = set_aside(precedent, deal) if precedent else deal.set_aside
    return Form(
        library, answers.record, precedent, answers, deal, asked, found, clashes, aside, faults
    )
