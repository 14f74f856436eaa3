"""Prints a digest of each example's Word file, for tests that vary what must not matter."""

import hashlib
import sys
from importlib import import_module
from pathlib import Path


def main(examples: str, *first: str) -> None:
    """Import what is named first, then draft every example."""
    for module in first:
        import_module(module)
    from drafter.drafting import load_library, load_style

    library, style = load_library(), load_style()
    for path in sorted(Path(examples).glob("*/answers.yaml")):
        answers = library.read_file(path)
        print(path.parent.name, hashlib.sha256(library.draft(answers).to_docx(style)).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
