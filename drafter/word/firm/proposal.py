"""What is proposed for a firm's file: a style for each role, its own or one that is lent."""

from __future__ import annotations

from drafter.agreement.model import Role
from drafter.data_classes import dataclass, field
from drafter.word.firm.borrowed import (
    AIR,
    TEXT,
    Lent,
    list_xml,
    numbered,
    style_id,
    style_name,
    style_xml,
    use_xml,
)
from drafter.word.firm.facts import Firm, FirmStyle


@dataclass(slots=True)
class Proposal:
    """The roles of a firm's file. `styles`, `lists`, `uses`: XML that is lent to it; `told`: what
    was assumed, a sentence each."""

    firm: Firm
    abstract: int  # the next free number of a list
    num: int  # and of a use of one
    roles: dict[str, str] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    bases: dict[str, str] = field(default_factory=dict)

    def take(self, role: str, style: FirmStyle) -> None:
        """A style of the firm plays a role."""
        self.roles[role] = style.name

    def lend(self, role: str, lent: Lent) -> None:
        """A style of ours plays a role."""
        self.roles[role] = style_name(role)
        self.styles.append(style_xml(role, lent, self.bases))

    def lend_number(self, role: Role, use: str, level: int) -> None:
        """A style of ours plays a role at a level of a list."""
        look = self.firm.look(self.bases.get(TEXT, ""))
        self.lend(role, numbered(use, level, role, "" if "w:spacing" in look.paragraph else AIR))

    def lend_list(self, family: tuple[Role, ...]) -> None:
        """A list of ours numbers a family, each level in a style of ours."""
        bound = {role: style_id(role) for role in family}
        self.lists.append(list_xml(self.abstract, family, bound))
        self.uses.append(use_xml(self.num, self.abstract))
        for at, role in enumerate(family):
            self.lend_number(role, str(self.num), at)
        self.abstract, self.num = self.abstract + 1, self.num + 1
