"""bitrial: what the abstract of a clinical trial says, in English and Chinese, as data."""

from extractor.pipeline import extract, extract_document
from extractor.record.record import Record

__all__ = ["Record", "extract", "extract_document"]
