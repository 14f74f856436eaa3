"""The intake service: several people answer one agreement through links of their own, see it as it
grows, and approve it by name. It uses nothing of drafter but its public library."""

from examples.intake_service.app import create_app

__all__ = ["create_app"]
