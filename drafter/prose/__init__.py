"""Clause text: source in prose notation, and the tree of blocks and sentences it spells."""
