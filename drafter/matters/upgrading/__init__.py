"""A workspace's own library takes a newer starter library: file by file, three ways.

What the library came from is the base; what the workspace made of it stays, what the starter made
of it comes in, and where both changed one place nothing is written before somebody says which.
"""
