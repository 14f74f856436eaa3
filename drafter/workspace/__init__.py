"""A workspace: a folder with a library, house styles, approvals and a registry of its own."""
