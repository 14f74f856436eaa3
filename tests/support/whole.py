"""A small library with a file of each sort and every form of question, fact and text in it."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import Any

from support.workspaces import LIBRARY

_DEAL = "questionnaire/01-deal.yaml"
WHOLE = LIBRARY | {
    _DEAL: re.sub(r"(?<=, type: )(whole number|yes/no), optional: yes", r"\1", LIBRARY[_DEAL]),
    "facts/deal.yaml": LIBRARY["facts/deal.yaml"] + "big: {when: seats >= 5 or count >= 3}\n"
    "spread: {classify: {wide: count >= 3, narrow: count < 3}}\n"
    "order: {compare: [start, end]}\n"
    "fees: {total: grants.fee}\nfirst: {earliest: grants.until}\n"
    "large_ones: {count: parties, where: size is large}\n",
    "questionnaire/02-more.yaml": """\
section: More
questions:
  start: {asks: When does it start?, type: date}
  end: {asks: When does it end?, type: date, optional: yes}
  share: {asks: Which share?, type: percentage}
  channels:
    asks: Which channels?
    type: several choices
    options: {web: {label: Web, prints: the web}, shops: {label: Shops, prints: shops}}
  purpose: {asks: What for?, type: long text, help: In a sentence., why: It frames the work.}
  grants:
    asks: Which licences?
    type: list
    one: grant
    called: licensee
    at least: 1
    ask when: big
    fields:
      licensor: {asks: Who licenses?, type: party}
      licensee: {asks: Who is licensed?, type: party}
      fee: {asks: For how much?, type: money, optional: yes}
      until: {asks: Until when?, type: date}
      exclusive: {asks: Is it exclusive?, type: yes/no}
  steps:
    asks: Which steps?
    type: list
    one: step
    fields: {grant: {asks: Of which licence?, type: reference, of: grants}, by: {asks: By when?, type: date}}
""",
    "topics/grants/topic.yaml": "heading: Licences\nsettles: Who may use what\ncovers: [grant, fee]\n"
    "choose:\n  granted: big\n  left-out: not big\n",
    "topics/grants/granted.md": """\
---
position: neutral
covers: {grant: grant, fee: grant}
needs: {exit: always}
survives: [grant]
summary: Licences are listed.
confirm: [the fee is usual]
---
{for each grant in grants} {grant.licensor} licenses {grant.licensee} {choose grant.exclusive: yes -> alone | no -> with others}. {#grant}
  - {if grant.fee is answered} The fee is {grant.fee}.
  - The steps stand in [@schedule-steps].
  - They end with the licence.

The **Channels** are: {and}
  - {if channels has web} the web
  - {if @pilot} what the pilot needs
  - the purpose {purpose}
  - what is used from {start} on

{place surviving-clauses} survive, and {share} is due under [@schedule-steps].
""",
    "topics/schedule-steps/topic.yaml": "heading: Steps\nchoose:\n  listed: big\n  left-out: not big\n",
    "topics/schedule-steps/listed.md": """\
{table step in steps} {#table}
  Licence: {step.grant}
  By: {step.by}
""",
    "topics/results/jointly-owned.md": LIBRARY["topics/results/jointly-owned.md"].replace(
        "preferred\n", "preferred\nconflicts: [results/maker-owns]\n"
    ),
    "topics/parties/topic.yaml": "heading: Parties\n",
    "topics/parties/list.md": "{place parties}\n",
    "topics/execution/topic.yaml": "heading: Signing\n",
    "topics/execution/block.md": "{place signatures}\n",
    "precedents/simple.yaml": "title: Simple agreement\nlanguage: en\nparties: 2 or more\n"
    "opening: [parties]\n"
    "parts:\n  - {heading: The deal, topics: [definitions, pilot, results]}\n"
    "  - {heading: More, topics: [grants, exit]}\n"
    "schedules: [schedule-steps]\nclosing: [execution]\nessential: [parties]\n",
    "consistency/R2.yaml": "severity: block\n"
    "when: some two grants have (same licensee and both exclusive)\n"
    "message: Two licences overlap.\nreason: both cannot be exclusive\n"
    "law: {from: 2020-01-01}\n",
    "words.yaml": "names: [North, South]\nbends: {each other Party: the other Party}\n",
    "renamed.yaml": "topics: {leaving: exit}\nquestions: {owner: ownership}\n"
    "options: {ownership.all: joint}\n",
    "cases/small.yaml": """\
precedent: simple
answers:
  parties: {north: {name: North}, south: {name: South}}
  ownership: joint
  pilot: yes
  seats: 3
expect:
  variants: {results: jointly-owned}
  words: [The Parties own each Result together.]
""",
}
ANSWERS: dict[str, Any] = {
    "precedent": "simple",
    "answers": {
        "parties": {"north": {"name": "North", "size": "small"},
                    "south": {"name": "South", "size": "large"}},
        "ownership": "joint", "notice": "60 days", "seats": "8", "pilot": "yes",
        "fee": "EUR 100", "places": ["GB"], "start": "2027-01-01", "share": "5 percent",
        "channels": ["web"], "purpose": "to work",
        "grants": {"one": {"licensor": "north", "licensee": "south", "until": "2028-01-01",
                           "exclusive": "yes"}},
        "steps": {"first": {"grant": "one", "by": "2027-06-01"}},
    },
}  # fmt: skip
