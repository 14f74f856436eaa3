"""Roles: what a paragraph of an agreement is, whatever it looks like."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is; a house style maps each role to one of its paragraph styles. How each
    is numbered is said by the scheme; beside it stands what the scheme of drafter prints."""

    TITLE = "title"
    FRONT_HEADING = "front heading"  # Parties, Background: no number
    PARTY = "party"  # (1)
    RECITAL = "recital"  # (A)
    PART_HEADING = "part heading"
    CLAUSE_HEADING = "clause heading"  # 1.
    CLAUSE = "clause"  # 1.1
    SUBCLAUSE = "subclause"  # (a)
    SUBSUBCLAUSE = "subsubclause"  # (i)
    FLUSH = "flush"  # unnumbered words at the margin of a clause
    DEFINITION = "definition"
    DEFINITION_ITEM = "definition item"  # (a), restarts at each definition
    DEFINITION_SUBITEM = "definition subitem"  # (i)
    SCHEDULE_HEADING = "schedule heading"  # Schedule 1
    SCHEDULE_PARAGRAPH = "schedule paragraph"  # 1.
    SCHEDULE_ITEM = "schedule item"  # (a)
    SCHEDULE_SUBITEM = "schedule subitem"  # (i)
    BODY = "body"  # unnumbered words at the left margin: recital lead-ins, closing words
