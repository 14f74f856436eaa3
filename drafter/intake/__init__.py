"""The interview without a face: what to ask next and why, for a terminal, a page or a sheet."""
