"""Regeneration: what a changed library changes in the agreements of a workspace, and doing it."""
