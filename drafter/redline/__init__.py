"""Redlines: two files of ours compared, the difference written as Word's own tracked changes."""
