"""The same service as JSON, for a front end of one's own: `/api/openapi.json` describes it."""

from examples.intake_service.api import accepting, reading, writing
from examples.intake_service.api.blueprint import api

__all__ = ["accepting", "api", "reading", "writing"]
