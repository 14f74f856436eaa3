"""From an agreement to a first-class Word file, in the look of any firm, and back to plain text.

Drafting needs `load_house` or `prepared`, then `to_docx`; `drafter.word.read` reads a file back.
"""

from drafter.word.house import load_house, prepared
from drafter.word.house_style import HouseStyle
from drafter.word.write import to_docx

__all__ = ["HouseStyle", "load_house", "prepared", "to_docx"]
