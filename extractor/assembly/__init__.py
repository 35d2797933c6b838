"""Assembly: finished drafts and entities become the parts of a record."""

from extractor.assembly.extraction import assemble

__all__ = ["assemble"]
