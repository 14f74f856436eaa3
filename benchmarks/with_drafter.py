"""A document by drafter, the full path: `python -m benchmarks.with_drafter SAMPLE` serves."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.deal import answers, house, library
from benchmarks.serve import serve


def draft() -> bytes:
    """Answers validated, variants decided and explained, text assembled, bytes written."""
    agreement = library().draft(answers())
    agreement.report()
    return agreement.to_docx(house())


if __name__ == "__main__":
    serve(draft, Path(sys.argv[1]))
