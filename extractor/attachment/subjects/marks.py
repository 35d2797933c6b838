"""Which drafts are figures about a group, and how one is given its group."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind


def wants_subject(draft: Draft) -> bool:
    """Whether the draft is a figure about a group."""
    return draft.kind in (Kind.ESTIMATE, Kind.SIZE) and draft.figure is not None


def given(draft: Draft, kind: str, entity: str | None) -> Draft:
    """The draft with that arm or cohort."""
    if kind == "arm":
        return replace(draft, subject=replace(draft.subject, arm=entity))
    return replace(draft, subject=replace(draft.subject, cohort=entity))
