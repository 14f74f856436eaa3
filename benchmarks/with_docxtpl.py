"""A document by docxtpl, or by rust-docxtpl, which imports under the same name.

`python -m benchmarks.with_docxtpl SAMPLE TEMPLATE VALUES` serves; with `--once` it makes SAMPLE
and ends, which is the bare script that a command line is measured against.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate


def render(template: bytes, values: dict[str, Any]) -> bytes:
    """One document from a template of its own, as docxtpl asks."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(values, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def main(sample: str, template_file: str, values_file: str, *options: str) -> None:
    """Serve, or make one document."""
    template = Path(template_file).read_bytes()
    values = json.loads(Path(values_file).read_text())
    if "--once" in options:
        Path(sample).write_bytes(render(template, values))
        return
    from benchmarks.serve import serve

    serve(lambda: render(template, values), Path(sample))


if __name__ == "__main__":
    main(*sys.argv[1:])
