"""The intake service held to its own OpenAPI description, by schemathesis."""
