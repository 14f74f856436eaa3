"""A web form over drafter's public library: one question a page, no JavaScript, no database."""

from examples.web_intake.app import create_app

__all__ = ["create_app"]
