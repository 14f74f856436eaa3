"""The questionnaire at a terminal: numbered lines, never redrawn; the same words when piped."""
