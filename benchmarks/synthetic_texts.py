"""The variants and definitions of the made-up library."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_TERMS = ("Asset", "Charge", "Ledger", "Record", "Standard")
Table = dict[str, str]


@dataclass(slots=True)
class Texts:
    """Writes texts that are sound wherever their section is used."""

    chance: random.Random
    name: str = ""  # of the section
    part: str = ""  # what the texts speak of: the matter of the section, or the rider
    clauses: Sequence[str] = ()
    earlier: list[str] = field(default_factory=list)  # clauses of sections before

    @property
    def always(self) -> Sequence[str]:
        """The clauses of the section that stand wherever it is used."""
        return self.clauses[:2]

    def begin(self, name: str, clauses: Sequence[str]) -> None:
        """Turn to a section."""
        self.earlier += self.always
        self.name, self.clauses = name, clauses

    def definitions(self, name: str) -> dict[str, str]:
        """Five terms of a section; one of them has a text for each model, one uses another."""
        title = name.capitalize()
        files = {f"definitions/{name}-{term.lower()}.md":
                 f"---\nterm: {title} {term}\n---\n\nmeans what the Parties keep for {name}.\n"
                 for term in _TERMS[1:4]}  # fmt: skip
        files[f"definitions/{name}-standard.md"] = (
            f"---\nterm: {title} Standard\n---\n\nmeans the level at which each {title} Record is "
            "kept.\n"
        )
        folder = f"definitions/{name}-asset"
        files[f"{folder}/definition.yaml"] = (
            f"term: {title} Asset\nchoose:\n"
            f"  own: {name}_model is one of alone, split\n"
            f"  joint: {name}_model is one of shared, pooled\n"
            f"  left-out: not {name}_used\n"
        )
        files[f"{folder}/own.md"] = f"means what one Party brings to {name}.\n"
        files[f"{folder}/joint.md"] = f"means what the Parties make in {name} together.\n"
        return files

    def topic(self, id: str, rows: Table, rider: str = "", within: str = "") -> dict[str, str]:
        """A table and a variant for each of its rows."""
        table = "\n".join(f"  {row}: {when}" for row, when in rows.items())
        host = f"within: {within}\n" if within else ""
        heading = id.replace("-", " ").capitalize()
        files = {f"topics/{id}/topic.yaml": f"heading: {heading}\n{host}choose:\n{table}\n"}
        self.part = f"the rider of {self.name}" if within else self.name
        for row in rows:
            if row != "left-out":
                text = "\n\n".join(self.paragraphs(row, rider))
                files[f"topics/{id}/{row}.md"] = f"{self.front(id, within)}{text}\n"
        return files

    def schedule(self, id: str) -> dict[str, str]:
        """The list of the section as a schedule."""
        name = self.name
        listed = f"{name}_model is one of split, pooled"
        out = f"not {name}_used or ({name}_model is one of alone, shared)"
        item = f"{name}_item"
        return {
            f"topics/{id}/topic.yaml":
                f"heading: Items of {name}\nchoose:\n  listed: {listed}\n  left-out: {out}\n",
            f"topics/{id}/listed.md":
                f"This table lists the items, [@{self.clauses[0]}] applying.\n\n"
                f"{{table {item} in {name}_items}}\n  Name: {{{item}.name}}\n"
                f"  Share: {{{item}.share}}\n  From: {{{item}.start}}\n",
        }  # fmt: skip

    def front(self, id: str, within: str) -> str:
        first = self.clauses[0]
        needs = f"needs: {{{first}: always}}\n" if id != first and not within else ""
        return f"---\nposition: neutral\nsummary: It is settled.\n{needs}---\n"

    def paragraphs(self, row: str, rider: str) -> Iterator[str]:
        """Seven paragraphs or so: words, blanks, references, guards, bullets, loops."""
        name, title, part = self.name, self.name.capitalize(), self.part
        yield (f"Each Party must keep a {title} {self.chance.choice(_TERMS)} for {part}.\n"
               f"For {part} the number is {{{name}_number}} and the notice {{{name}_notice}}.\n"
               f"[@{self.clauses[0]}] applies to it. {{#own}}")  # fmt: skip
        if rider:
            yield f"{{place {rider}}}"
        yield (f"{{if {name}_order is more}} The time of {part}, {{{name}_length}}, runs on.\n"
               f"{{if {name}_fee >= EUR {self.chance.randrange(1, 9)}0000}} The fee of {part} is "
               f"{{{name}_fee}}, due under [@{self.clauses[0]}.own].")  # fmt: skip
        yield from self.references(row)
        months = self.chance.randrange(2, 7)
        yield (f"The report covers: {{and}} {{#report}}\n"
               f"  - the {title} Standard\n"
               f"  - the work done in {part} since the last report\n"
               f"  - {{if {name}_scope has fourth}} a use in {part} of a {title} Ledger\n"
               f"  - {{if {name}_notice >= {months} months}} the plan")  # fmt: skip
        if row not in _WITHOUT_ITEMS:
            yield from self.items()
        yield f"The cost of {part} is borne under [@.own]{self.led()}."

    def references(self, row: str) -> Iterator[str]:
        near, asset = self.chance.choice(self.always), f"a {self.name.capitalize()} Asset"
        yield f"{{if @{near}}} What [@{near}] says of {asset} prevails in {self.part}."
        if self.earlier:
            far = self.chance.choice(self.earlier)
            yield f"{{if @{far}}} Where [@{far}.own] speaks of costs, it prevails in {self.part}."
        if row != "between-two":
            yield "{if party_count > 2} The others follow."

    def items(self) -> Iterator[str]:
        name, item = self.name, f"{self.name}_item"
        kind = self.chance.choice(("own", "joint", "other"))
        listed = f"{{if {name}_model is one of split, pooled}}"
        yield (f"{listed} {{for each {item} in {name}_items where {item}.kind is {kind}}} "
               f"{{{item}.name}} has a share of {{{item}.share}} in {self.part}.")  # fmt: skip
        yield f"{{if @schedule-{name}}} [@schedule-{name}] lists the items."

    def led(self) -> str:
        return "" if self.name == "matter0" else f" and reported to {{{self.name}_lead}}"


_WITHOUT_ITEMS = ("alone", "none")
