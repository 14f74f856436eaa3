"""Proof over all answers: every set of answers that can be given, as clauses for a solver."""
