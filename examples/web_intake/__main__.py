"""Serves the form: `python -m examples.web_intake --deals deals`."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from drafter import load_library, load_style
from examples.web_intake.app import create_app


def main() -> None:
    """Read the command line, load the library once and serve."""
    words = argparse.ArgumentParser(prog="python -m examples.web_intake", description=__doc__)
    words.add_argument("--deals", type=Path, required=True, help="the folder that keeps the deals")
    words.add_argument("--library", type=Path, help="a clause library; else the starter library")
    words.add_argument("--style", help="a house style: a name or a .docx")
    words.add_argument("--host", default="127.0.0.1")
    words.add_argument("--port", type=int, default=5000)
    words.add_argument("--https", action="store_true", help="stands behind https: Secure cookies")
    said = words.parse_args()
    style = load_style(said.style)
    for told in style.told:
        print(f"{told.severity}: {told.says}", file=sys.stderr)
    app = create_app(said.deals, load_library(said.library), style, https=said.https)
    # A line of the request log would hold the link of a deal, which is all that opens it.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    print(f"The form is at http://{said.host}:{said.port}/")
    app.run(said.host, said.port)


if __name__ == "__main__":
    main()
