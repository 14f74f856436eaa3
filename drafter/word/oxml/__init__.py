"""WordprocessingML as text: the smallest pieces, with no knowledge of agreements.

Each function returns well-formed XML that relies on the prefix `w` and nothing else.
"""
