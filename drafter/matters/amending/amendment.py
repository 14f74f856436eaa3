"""An amendment: the changes of a signed agreement, drafted as a short agreement of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from drafter.agreement.instructions import Instructions
from drafter.agreement.restated import CHANGES
from drafter.consistency.cure import as_diagnostic
from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import Diagnostic, Refused, refuse_errors
from drafter.drafting import prepare
from drafter.drafting.draft import Amended
from drafter.gate import NONE_GIVEN, Approvals, Leaving
from drafter.library.model import ClauseLibrary, Precedent
from drafter.matters.amending.differing import Differing, differing
from drafter.matters.amending.numbers import in_kept_numbers
from drafter.matters.amending.signed import SignedText
from drafter.matters.amending.standing import REFERENCE
from drafter.matters.recording import pinned, still_asked, taken
from drafter.prose.walk import placed

if TYPE_CHECKING:
    from drafter.drafting import Draft, Library
    from drafter.registry.model import Use
    from drafter.word.house_style import HouseStyle

TITLE, EARLIER = "original_title", "earlier_amendments"
START, DAY = "amendment_start", "amendment_day"
AT_SIGNATURE, ON_A_DAY = "at-signature", "on-a-day"
PARTIES = "parties"


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment as drafted: the agreement as it was signed, the answers for it now, what it
    would read like afterwards (`whole`), what changes, and the draft that says so."""

    signed: SignedText
    answers: Mapping[str, Any]
    whole: Draft
    found: Differing
    draft: Draft

    def kept(self) -> dict[str, Any]:
        """What the registry keeps beside it, as plain data: what it makes of the agreement."""
        return {
            "agreement": self.signed.agreement,
            "number": len(self.signed.amendments) + 1,
            "after": list(self.signed.amendments),
            "answers": dict(self.answers),
            "taken": {**self.signed.taken, **taken(self.whole)},
            "lines": [list(line) for line in self.found.lines],
        }

    def uses(self, every: Iterable[Use]) -> tuple[Use, ...]:
        """Of all that the agreement is made of, what stands in the words that come in."""
        kinds = ("wording", "text", "selection", "definition")
        return tuple(one for one in every if one.kind in kinds and one.name in self.found.touched)


@dataclass(frozen=True, slots=True)
class Amending:
    """How an amendment is drafted: for which purpose, in which house style, what it answers
    besides the agreement's own answers (when it starts), and who overrides what."""

    asked: Instructions
    house: HouseStyle
    own: Mapping[str, Any] = field(default_factory=dict)
    approvals: Approvals = NONE_GIVEN
    overrides: tuple[Mapping[str, str], ...] = ()


def draft_amendment(
    library: Library, signed: SignedText, answers: Mapping[str, Any], how: Amending
) -> Amendment:
    """The amendment that other answers, or another library, make of a signed agreement.

    Raises `Refused` where parties join or leave, where nothing changes, or where all that changes
    was worded by counsel.
    """
    refuse_errors(list(_other_parties(signed, answers)))
    record = _with_overrides(
        pinned(answers, still_asked(signed.taken, signed.answers, library)), how
    )
    whole = prepare(library.select(record), _as_printed(how.house), NONE_GIVEN)
    labels = {topic: some[0].label for topic, some in signed.sections().items() if some[0].label}
    document = in_kept_numbers(whole.document, labels)
    closing = whole.decision.selection.precedent.closing
    found = differing(signed, document, closing)
    if not found.changes:
        raise Refused(_nothing(signed, found))
    own = _own_record(library, signed, record, whole, how)
    asked = replace(
        how.asked, edition=how.house.edition, changes=tuple(found.changes), tags=how.house.reads
    )
    made = prepare(library.select(own), asked, how.approvals)
    made = replace(made, amended=_amended(library, signed, whole, found))
    return Amendment(signed, answers, whole, found, made)


def _as_printed(house: HouseStyle) -> Instructions:
    return Instructions(scheme=house.scheme, edition=house.edition, tags=house.reads)


def _with_overrides(record: Mapping[str, Any], how: Amending) -> dict[str, Any]:
    return {**record, "overrides": [*(record.get("overrides") or ()), *how.overrides]}


def _own_record(
    library: Library, signed: SignedText, record: Mapping[str, Any], whole: Draft, how: Amending
) -> dict[str, Any]:
    """The amendment's own answers: those of the agreement that it asks too, and its own."""
    precedent = amending_precedent(library.clauses)
    asks = set(precedent.asks)
    answers = {name: value for name, value in record["answers"].items() if name in asks}
    answers |= {
        TITLE: whole.document.title,
        REFERENCE: signed.agreement,
        EARLIER: "yes" if signed.amendments else "no",
        **how.own,
    }
    unknown = [one for one in record.get("unknown") or () if one.split(".")[0] in asks]
    return {
        "precedent": precedent.id,
        "answers": answers,
        "overrides": record["overrides"],
        **({"unknown": unknown} if unknown else {}),
    }


def _amended(library: Library, signed: SignedText, whole: Draft, found: Differing) -> Amended:
    """What of the whole agreement the gate judges: the rest was signed as it stands."""
    selection, touched = whole.decision.selection, found.touched
    chosen = {id: one for id, one in selection.chosen.items() if id in touched}
    before = _warned_of(library, signed)
    fresh = tuple(one for one in whole.decision.findings if one.id not in before)
    not_decided = tuple(one for one in whole.assembled.open_definitions if one in touched)
    leaving = Leaving(replace(selection, chosen=chosen), fresh, {}, {}, (), not_decided)
    warned = (
        as_diagnostic(one, selection.deal, library.clauses)
        for one in fresh
        if one.rule.severity == "warn" and not one.pending
    )
    return Amended(leaving, (*signed.told, *found.told, *warned))


def _warned_of(library: Library, signed: SignedText) -> frozenset[str]:
    """What the rules found in the agreement as it was signed; nothing where it cannot be read."""
    try:
        decision = library.select(
            pinned(signed.answers, still_asked(signed.taken, signed.answers, library))
        )
    except Refused:
        return frozenset()
    return frozenset(one.id for one in decision.findings)


def _other_parties(signed: SignedText, answers: Mapping[str, Any]) -> Iterator[Diagnostic]:
    before, now = _parties(signed.answers), _parties(answers)
    if sorted(before) != sorted(now):
        says = f"{signed.agreement} was signed by {', '.join(before)}, not by {', '.join(now)}"
        cure = "who joins or leaves signs an agreement of its own; an amendment keeps the parties"
        yield Diagnostic("amend-parties", says, None, cure)


def _parties(record: Mapping[str, Any]) -> list[str]:
    return list((record.get("answers") or {}).get(PARTIES) or ())


def _nothing(signed: SignedText, found: Differing) -> tuple[Diagnostic, ...]:
    says = f"no word of {signed.agreement} becomes another that an amendment could restate"
    cure = "amend by hand what is named" if found.told else "change an answer, or the library"
    return (Diagnostic("nothing-to-amend", says, None, cure), *signed.told, *found.told)


def amending_precedent(library: ClauseLibrary) -> Precedent:
    """The precedent of amendments. Raises `Refused` where the library has none."""
    for precedent in amending_precedents(library).values():
        return precedent
    says = "no precedent of the library places the changes of a signed agreement"
    cure = "take the starter library's precedent `amendment` into it"
    raise Refused([Diagnostic("no-amendment", says, None, cure)])


def amending_precedents(library: ClauseLibrary) -> dict[str, Precedent]:
    """The precedents that place the changes of a signed agreement, by id."""
    return {id: one for id, one in library.precedents.items() if _places_changes(one, library)}


def _places_changes(precedent: Precedent, library: ClauseLibrary) -> bool:
    topics = (library.topics[id] for id in precedent.topics)
    texts = (variant.text for topic in topics for variant in topic.variants.values())
    return any(one.what == CHANGES for text in texts for one in placed(text))
