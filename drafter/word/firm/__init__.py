"""A firm's own Word file as it is: what it holds, and a house style made of it.

Nothing of the firm's is changed; what it lacks is borrowed under a name of ours, and each thing
that was assumed is told.
"""
