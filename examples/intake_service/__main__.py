"""Runs and keeps the service: `python -m examples.intake_service serve firm`."""

from __future__ import annotations

from examples.intake_service.commands import main

if __name__ == "__main__":
    main()
