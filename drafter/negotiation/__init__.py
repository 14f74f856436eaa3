"""The other side's turn: what a file that came back changed, beside what we hold and may give."""
