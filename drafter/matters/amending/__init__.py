"""Amending: what other answers or other clauses make of an agreement that is signed.

signed text, fresh draft -> kept numbers -> what differs -> changes -> an amendment of its own
"""
