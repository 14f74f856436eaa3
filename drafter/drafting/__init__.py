"""The public library: load a clause library, draft an agreement, ask why.

>>> from drafter import load_library
>>> library = load_library()
>>> "foreground-ip" in library.topics
True

The web form, the command line and a batch make these calls. Nothing here keeps state: a library
may serve many threads at once.
"""

from drafter.drafting.decision import Decision as Decision
from drafter.drafting.draft import Draft as Draft
from drafter.drafting.draft import prepare as prepare
from drafter.drafting.house_styles import HOUSE as HOUSE
from drafter.drafting.house_styles import load_style as load_style
from drafter.drafting.house_styles import style_file as style_file
from drafter.drafting.library import Library as Library
from drafter.drafting.library import load_library as load_library
from drafter.drafting.library import of_files as of_files
