"""Any Word file, as a proofreader needs it: words with their looks, numbers, fields, traces.

`read_finished` is the door; nothing here judges.
"""

from drafter.word.finished.model import FinishedParagraph, WholeFile
from drafter.word.finished.read import read_finished

__all__ = ["WholeFile", "FinishedParagraph", "read_finished"]
