"""Attachment: what each figure of a sentence is, and whose, of what, and when; one named step a module."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention, Subject, TimeMention
from extractor.attachment.steps import attach

__all__ = ["Draft", "Kind", "OutcomeMention", "Subject", "TimeMention", "attach"]
