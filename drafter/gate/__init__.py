"""The gate: what may leave for which purpose, whoever asks.

Approvals, open topics, warnings, blanks, brackets and recommendations are judged here and nowhere
else.

A draft stays in the house and passes. What is drafted for the other side (`issue`) or for
signature needs a current approval of every wording, a decision on every topic and warning, and a
named person behind every recommendation and proposed answer that it rests on; what is signed has no
blank or bracket either. Each fault but an open topic and a proposed answer can be overridden by a
named person with a reason.
"""

from drafter.gate.answers import unconfirmed_gate as unconfirmed_gate
from drafter.gate.answers import unfinished_gates as unfinished_gates
from drafter.gate.finished_file import FinishedFile as FinishedFile
from drafter.gate.leaving import PURPOSES as PURPOSES
from drafter.gate.leaving import Leaving as Leaving
from drafter.gate.model import NONE_GIVEN as NONE_GIVEN
from drafter.gate.model import Approvals as Approvals
from drafter.gate.model import Gate as Gate
from drafter.gate.model import closed as closed
from drafter.gate.wordings import relied_on as relied_on
