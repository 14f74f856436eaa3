"""The clause library: text that lawyers own, loaded once and frozen."""
