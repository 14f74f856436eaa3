"""The covering set as Word files, and what judges say.

`python -m covering_files EVERY SEED SHARE COUNT` takes as many of the covering answers as print
every `paragraph` of each precedent, or every `text` of one, or each `deal`. One set of answers of
SHARE is drafted in every house style that comes with drafter, for another purpose in each; so many
seeds make all of them. drafter's own reader, docx-integrity and
openxml-audit judge every file; LibreOffice, which counts and lays out by itself, COUNT of them that
the seed picks.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import cast, get_args

from support.judges import detached, schema_faults
from support.references import check_references

from covering_files.drafts import CoveringFile, Every, answers_that_print, covering_files, houses
from covering_files.laid_out import laid_out
from covering_files.tally import Tally

AT_ONCE = 12  # files that LibreOffice opens at one start


def judge(files: list[CoveringFile], tally: Tally) -> None:
    """What the judges say that need Python only."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "judged.docx"
        for name, _, data in files:
            path.write_bytes(data)
            tally.take("references", name, (one.says for one in check_references(data)))
            tally.take("docx-integrity", name, detached(path))
            tally.take("openxml-audit", name, schema_faults(path))


def main(every: Every, seed: int, share: int, count: int) -> int:
    """Tell every fault, then the counts; 1 if there is a fault."""
    files, tally = list(covering_files(every, seed, share)), Tally()
    judge(files, tally)
    picked = Random(seed).sample(files, min(count, len(files)))
    for start in range(0, len(picked), AT_ONCE):
        for name, faults in laid_out(picked[start : start + AT_ONCE]):
            tally.take("LibreOffice", name, faults)
    total = len(answers_that_print(every)) * len(houses())
    print(
        f"every {every}, seed {seed}, one set of answers of {share}",
        *tally.as_text(total),
        sep="\n",
    )
    return 1 if tally.faults else 0


if __name__ == "__main__":
    every, *numbers = sys.argv[1:]
    if every not in get_args(Every):
        sys.exit(f"EVERY is one of {', '.join(get_args(Every))}")
    sys.exit(main(cast(Every, every), *map(int, numbers)))
