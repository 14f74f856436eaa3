"""Ordeals of `apply` and `batch`: kills, full disks, folders that take no file, several at once."""
