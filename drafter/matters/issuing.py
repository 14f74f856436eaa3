"""Issuing: the file of a recorded revision that goes to the other side or is to be signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.blanks import tags_of_answers
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement
from drafter.agreement.signing import PROVIDERS
from drafter.agreement.tag_reading import TagReading
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted, refuse_errors
from drafter.disk import write_faults
from drafter.drafting import Draft, prepare
from drafter.gate import closed
from drafter.matters.amending.keeping import to_be_issued
from drafter.matters.counsel_file import BlankKeys, CounselFile, held_against
from drafter.matters.edited_file import passed_over
from drafter.matters.filing import with_file
from drafter.matters.ingredients import style_used, words_used
from drafter.matters.model import Issued
from drafter.matters.overriding import as_data, recorded_overrides
from drafter.matters.proposed import is_asked
from drafter.matters.received import carries, reference
from drafter.matters.recording import as_recorded, block_texts
from drafter.printed_words import edition_in
from drafter.questionnaire.record import Override
from drafter.registry.model import ListedAgreement, Revision, Stamp, Status

if TYPE_CHECKING:
    from drafter.matters.workshop import Workshop
    from drafter.word.house_style import HouseStyle

OUTGOING = ("issue", "signature")


@dataclass(frozen=True, slots=True)
class Issuing:
    """What is to be issued, by whom and how; see `Desk.issue`. `counsel`: the file that counsel
    finished, with its name, if that goes out; `signing`: the e-signature service, if not that of
    the workspace."""

    shop: Workshop
    id: str
    stamp: Stamp
    overrides: tuple[Override, ...]
    purpose: str
    style: str
    on: str
    counsel: tuple[str, bytes] | None = None
    signing: str = ""

    def done(self, output: Path | None, force: bool) -> Issued:
        """Issue the newest revision. Raises `Refused`, and `ValueError` for another purpose."""
        if self.purpose not in OUTGOING:
            raise ValueError(f"{self.purpose!r} is none of {', '.join(OUTGOING)}")
        refuse_errors(list(self._signing_faults()))
        registry = self.shop.registry
        recorded = registry.revision(self.id)
        faults = write_faults(output, force, "agreement") if output else []
        agreement = _drafted(self, recorded, faults)
        draft = _word_file(self, agreement, recorded, faults) if agreement else b""
        own = self._own_file(draft, agreement, recorded, faults) if agreement and draft else None
        if faults or agreement is None:
            raise Refused(faults)
        note = {**_note(agreement, self.overrides), **_noted(own)}
        warnings = own.told if own else self._warnings(recorded)
        file, base = (own.data, draft) if own else (draft, b"")

        def act(place: str) -> ListedAgreement:
            more = {**note, "output": place} if place else note
            return registry.move(
                self.id, recorded.revision, Status.ISSUED, self.stamp, file, more, base
            )

        held = with_file(registry, Status.ISSUED, file, output, force, act)
        return Issued(held, agreement, file, note, warnings)

    def _signing_faults(self) -> Iterator[Diagnostic]:
        """Why the file cannot have fields of the service that is named."""
        if self.signing and not (self.purpose == "signature" and self.counsel is None):
            says = "fields for signing stand in a file for signature that drafter makes"
            cure = "issue it with `--for signature` and without `--file`"
            yield Diagnostic("no-signing-fields", says, None, cure)
        asked = self.signing or self.shop.places.signing
        if asked and asked not in PROVIDERS:
            says = f"{quoted(asked)} is no e-signature service that drafter knows"
            yield Diagnostic("no-signing-fields", says, None, did_you_mean(asked, PROVIDERS))

    def _own_file(
        self, draft: bytes, agreement: Draft, recorded: Revision, faults: list[Diagnostic]
    ) -> CounselFile | None:
        """The file that counsel finished; what keeps it back joins the faults."""
        if self.counsel is None:
            return None
        name, data = self.counsel
        try:
            own = held_against(draft, data, recorded, name, self._keys(agreement))
        except Refused as refused:
            faults += refused.diagnostics
            return None
        named = (*self.overrides, *recorded_overrides(recorded.answers))
        faults += closed(own.finished.gates(self.purpose), named)
        faults += _without_reference(own.data, recorded, f"put it in {name}")
        return own

    def _keys(self, agreement: Draft) -> BlankKeys:
        questionnaire = self.shop.library.clauses.questionnaire
        tags = tags_of_answers(agreement.document)
        is_key = partial(is_asked, questionnaire)
        return BlankKeys(tags, is_key, self.shop.places.author)

    @property
    def service(self) -> str:
        """The e-signature service whose fields the file has: none where it is not to be signed, and
        none in a file of counsel's own, which is left as it is."""
        to_be_signed = self.purpose == "signature" and self.counsel is None
        return (self.signing or self.shop.places.signing) if to_be_signed else ""

    def house_style(self, recorded: Revision) -> HouseStyle:
        """The house style asked for, or that of the draft. Raises `Refused`."""
        return self.shop.style(self.style or style_used(recorded).name)

    def _warnings(self, recorded: Revision) -> tuple[Diagnostic, ...]:
        """Edits that came back and are not in it, and what was left out of the house style."""
        over = passed_over(self.shop.registry, self.id)
        drafted = "the file that goes out is drafted without those edits"
        edits = (over.warning(drafted),) if over else ()
        return (*edits, *self.house_style(recorded).told)


def _drafted(issuing: Issuing, recorded: Revision, faults: list[Diagnostic]) -> Draft | None:
    """The agreement that the recorded answers give, with the overrides of today beside them; what
    keeps it back joins the faults."""
    shop, today = issuing.shop, issuing.stamp.at[:10]
    record = as_recorded(recorded, shop.library)
    record["overrides"] = [*(record.get("overrides") or ()), *as_data(issuing.overrides)]
    printed = reference(recorded.agreement, recorded.revision)
    edition, tags = _of_house_style(issuing, recorded)
    author = shop.places.author
    asked = Instructions(
        issuing.purpose,
        issuing.on,
        printed,
        edition=edition,
        author=author,
        tags=tags,
        signing=issuing.service,
    )
    try:
        approvals, taken = shop.approvals(today), tuple(recorded.taken)
        if recorded.amends:
            named = as_data(issuing.overrides)
            agreement = to_be_issued(shop, recorded, asked, approvals, taken, named)
        else:
            agreement = prepare(shop.library.select(record), asked, approvals, taken)
    except Refused as refused:
        faults += refused.diagnostics
        return None
    faults += (_as_recorded(fault, recorded) for fault in agreement.kept_back())
    faults += _reads_otherwise(agreement, recorded)
    return agreement


def _of_house_style(issuing: Issuing, recorded: Revision) -> tuple[str, tuple[TagReading, ...]]:
    """The edition that the house style names, and what its tags read; what is wrong with that is
    told with the file."""
    with suppress(Refused):
        house = issuing.house_style(recorded)
        return house.edition, house.reads
    return "", ()


def _as_recorded(fault: Diagnostic, recorded: Revision) -> Diagnostic:
    """A fault whose cure begins at the answers file, for answers that the registry holds."""
    if fault.rule != "unconfirmed":
        return fault
    again = f"drafter draft ANSWERS -o FILE --record --agreement {recorded.agreement}"
    return replace(fault, cure=f"drafter confirm ANSWERS --all --by NAME, then {again}")


def _reads_otherwise(agreement: Draft, recorded: Revision) -> list[Diagnostic]:
    """What of it reads otherwise than the revision that was recorded: the words of its edition,
    and, in the edition that was recorded, what the library of today words otherwise."""
    words, then = agreement.assembled.edition, words_used(recorded)
    faults = _changed_since(recorded, agreement)
    if not faults or then in ("", words.words.id):
        return faults
    id = recorded.agreement
    says = (
        f"{id} would be issued in the words of `{words.words.id}` ({words.because}); "
        f"revision {recorded.revision} was recorded in those of `{then}`"
    )
    cure = (
        f"issue it in a house style of `{then}`, or record a revision in this one: "
        f"drafter draft ANSWERS -o FILE --style STYLE --record --agreement {id}"
    )
    as_then = agreement.worded(edition_in(then), agreement.asked.tags)
    return [Diagnostic("other-edition", says, None, cure), *_changed_since(recorded, as_then)]


def _changed_since(recorded: Revision, agreement: Draft) -> list[Diagnostic]:
    """The topics that the library of today words otherwise than the revision that was recorded."""
    then, now = dict(recorded.blocks), dict(block_texts(agreement.numbered().document))
    changed = dict.fromkeys(
        block.split(".")[0] for block in (*then, *now) if then.get(block) != now.get(block)
    )
    if not changed:
        return []
    names = ", ".join(f"`{name}`" for name in list(changed)[:8])
    more = ", …" if len(changed) > 8 else ""
    id = recorded.agreement
    says = f"the library words {id} otherwise than revision {recorded.revision}: {names}{more}"
    cure = f"record a new revision: drafter draft ANSWERS -o FILE --record --agreement {id}"
    return [Diagnostic("library-changed", says, None, cure)]


def _word_file(
    issuing: Issuing, agreement: Draft, recorded: Revision, faults: list[Diagnostic]
) -> bytes:
    """The file, which must carry its id; what is wrong with its house style joins the faults."""
    try:
        file = agreement.to_docx(issuing.house_style(recorded))
    except Refused as refused:
        faults += refused.diagnostics
        return b""
    faults += _without_reference(file, recorded, "put {{ reference }} in the house style's footer")
    return file


def _without_reference(file: bytes, recorded: Revision, cure: str) -> list[Diagnostic]:
    """Why a file may not go out whose pages do not say which agreement it is."""
    if carries(file, recorded.agreement, recorded.revision):
        return []
    printed = reference(recorded.agreement, recorded.revision)
    says = f"no page would carry {printed}, by which the file is known when it comes back"
    return [Diagnostic("no-reference", says, None, cure)]


def _noted(own: CounselFile | None) -> dict[str, Any]:
    """What the log says of a file that counsel finished: each paragraph of his."""
    return {"counsel": [[line.did, line.number, line.words] for line in own.lines]} if own else {}


def _note(agreement: Draft, overrides: Iterable[Override]) -> dict[str, Any]:
    report = agreement.report()
    return {
        "purpose": report["purpose"],
        "overrides": as_data(overrides),
        "approvals": report["approvals"],
        "blanks": _tagged(report["blanks"], agreement.document),
        "awaited": report["awaited"],
        "unconfirmed": list(agreement.leaving.unconfirmed),
        **_signers(agreement),
    }


def _signers(agreement: Draft) -> dict[str, Any]:
    signers = agreement.document.signers
    return {"signers": [one._asdict() for one in signers]} if signers else {}


def _tagged(blanks: Iterable[dict[str, str]], document: Agreement) -> list[dict[str, str]]:
    """The blanks with the tag that each has in the file, by which it is known when it comes back;
    none for one whose words are no answer."""
    tags = tags_of_answers(document)
    return [
        {**one, "tag": tags[name]} if (name := one["question"]) in tags else one for one in blanks
    ]
