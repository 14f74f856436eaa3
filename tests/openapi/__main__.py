"""Serves a deal on loopback and has schemathesis ask for it: `make openapi SEED=1 COUNT=300`.

It asks what the description allows and what it forbids. Every reply must be one that the
description has; what it forbids must be refused, and nothing may fail.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.intake_load import DEAL, wait_until_it_answers
from benchmarks.intake_load import PORT as BENCHMARK
from examples.intake_service.parts import Part
from examples.intake_service.settings import FILE
from examples.intake_service.store import Act, open_store

PORT = BENCHMARK + 1
NOT_MEANT = "positive_data_acceptance"  # a gate, or a question not asked, refuses well-formed data


def main() -> int:
    """Ask, and print what schemathesis prints; its exit code."""
    asker, seed, count = str(Path(sys.argv[1]).absolute()), *sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        firm = Path(folder) / "firm"
        command = [sys.executable, "-m", "examples.intake_service"]
        subprocess.run([*command, "init", firm], check=True, stdout=subprocess.DEVNULL)
        settings = firm / FILE
        settings.write_text(settings.read_text().replace("https = true ", "https = false"))
        token = _link(firm)
        with subprocess.Popen([*command, "serve", firm, "--bind", f"127.0.0.1:{PORT}"]) as server:
            try:
                wait_until_it_answers(PORT)
                asked = _asking(asker, token, seed, count)
                return subprocess.run(asked, cwd=folder, check=False).returncode
            finally:
                server.terminate()


def _link(firm: Path) -> str:
    """The token of counsel at a deal that is answered."""
    data = yaml.load(DEAL.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    store = open_store(f"sqlite:///{firm / 'intake.db'}")
    act = Act(int(time.time()), Part.COUNSEL, "the administrator", "made it")
    deal = store.deals.new("Workout Rewards", data["precedent"], act)
    store.deals.save(store.deals.get(deal), data, act)
    return store.links.new(deal, Part.COUNSEL, "Counsel", act.at + 86400, act)


def _asking(asker: str, token: str, seed: str, count: str) -> list[str]:
    address = f"http://127.0.0.1:{PORT}/api/openapi.json"
    return [asker, "run", address, "--header", f"Authorization: Bearer {token}",
            "--exclude-checks", NOT_MEANT, "--seed", seed, "--max-examples", count,
            "--wait-for-schema", "120", "--request-timeout", "120"]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
