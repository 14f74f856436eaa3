"""Word files beneath everything that knows agreements: a package read safely, XML written as text.

`package` is the one way into a file from outside. Each writer returns well-formed XML that relies
on the prefix `w` and nothing else.
"""
