"""Which language a stretch of text is in, told by its characters."""

from extractor.knowledge import Language, languages


def weight(text: str, language: Language) -> int:
    """How much of `text` is in the language's script: its characters times what one of them counts."""
    return language.model.script_weight * len(language.script.findall(text))


def language_of(text: str) -> Language | None:
    """The language whose script weighs most in `text`, of equals the first; None where it holds no script."""
    best = max(languages(), key=lambda language: weight(text, language), default=None)
    return best if best is not None and weight(text, best) > 0 else None
