"""The pages, one module for each kind."""

from examples.intake_service.pages import (
    accepting,
    answers,
    confirming,
    entry,
    files,
    history,
    overview,
    preview,
    records,
    review,
    sharing,
    talk,
    terms,
    warnings,
)

PAGES = tuple(
    part.pages
    for part in (
        entry,
        overview,
        answers,
        records,
        confirming,
        accepting,
        warnings,
        terms,
        talk,
        preview,
        files,
        history,
        review,
        sharing,
    )
)
