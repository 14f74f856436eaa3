"""Feeds one reader with bytes that find their way through its code: `make fuzz READER=answers`.

The corpus begins from a sound file and grows in `out/fuzz/READER`; what breaks the reader is laid
beside it as `crash-…`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["drafter"]):
    from fuzz.readers import READERS, fed


def main() -> None:
    """READER SECONDS."""
    name, seconds = sys.argv[1:3]
    if name not in READERS:
        sys.exit(f"there is no reader {name}; there are {', '.join(READERS)}")
    corpus = Path("out/fuzz") / name
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "sound").write_bytes(READERS[name][1]())
    limits = [f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=2000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}/", str(corpus)], fed(name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
