"""Three files merged: what went out, what counsel made of it, and what would be drafted today.

read each into blocks -> align them -> decide each block -> write into counsel's own file
"""
