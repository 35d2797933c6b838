"""Language knowledge: the pattern files, validated, compiled, and handed out as one `Language` per code."""

from extractor.knowledge.language import Language
from extractor.knowledge.loader import language, languages

__all__ = ["Language", "language", "languages"]
