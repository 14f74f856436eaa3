"""Redlines: two Word files compared, the difference written as Word's own tracked changes."""
