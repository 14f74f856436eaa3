"""Proofreading: any finished Word file, of ours or of counsel, read as a careful reader does.

`proofread` reads the parts of a package and gives every remark at once; nothing is changed.
"""

from drafter.proofreading.model import Remark
from drafter.proofreading.proofread import Proofs, proofread

__all__ = ["Proofs", "Remark", "proofread"]
