"""Reads, validates and compiles the pattern files; every complaint names the file and the entry."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import regex
from pydantic import ValidationError

from extractor.errors import PatternError
from extractor.knowledge.grammar import Grammar, Rule, Symbols, coded_kinds, compile_rule
from extractor.knowledge.language import Language, Pattern
from extractor.knowledge.lexicon import Lexicon, Sense, fold
from extractor.knowledge.models import LanguageModel, PatternFile, PatternModel

COMMON = "common"
MADE_BY_SCANNER = frozenset({"number", "word", "dash", "arm", "cohort"})
"""Kinds of pieces that come from no lexicon and no rule: the scanner and the entities make them."""

_REFERENCE = regex.compile(r"\(\?&(\w+)\)")
_DEEPEST = 20  # fragments that refer to fragments: no honest one goes deeper
_ONE_CLASS = regex.compile(r"\{[^{}]*\}")  # a class of pieces: it can bear a slot's name, which a group cannot
_CASED = regex.VERBOSE | regex.IGNORECASE


def pattern_folder() -> Path:
    """Where the pattern files lie: inside the installed package, or beside it in a checkout."""
    packaged = Path(str(files("extractor"))) / "_patterns"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "patterns"


@cache
def languages() -> tuple[Language, ...]:
    """All languages there are, by code."""
    folder = pattern_folder()
    common = read_folder(folder / COMMON)
    codes = sorted(p.name for p in folder.iterdir() if p.is_dir() and p.name != COMMON)
    return tuple(compile_language(common, read_folder(folder / code), code) for code in codes)


def language(code: str) -> Language:
    """The language of that code; KeyError where there is none."""
    for one in languages():
        if one.code == code:
            return one
    raise KeyError(code)


def read_folder(folder: Path) -> dict[str, PatternFile]:
    """The validated files of one folder (and the folders in it) by their path."""
    return {str(path.relative_to(folder.parent)): read_file(path) for path in sorted(folder.rglob("*.toml"))}


def read_file(path: Path) -> PatternFile:
    """One validated pattern file; PatternError names the file and the entry that is wrong."""
    name = f"{path.parent.name}/{path.name}"
    try:
        return PatternFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternError(name, "whole file", f"is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise PatternError(name, ".".join(map(str, first["loc"])), first["msg"]) from error


def compile_language(common: Mapping[str, PatternFile], own: Mapping[str, PatternFile], code: str) -> Language:
    """One language out of its own files and the common ones."""
    together = {**common, **own}
    model = next((f.language for f in own.values() if f.language), None)
    numeral = next((f.numeral for f in own.values() if f.numeral), None)
    if model is None or numeral is None:
        raise PatternError(code, "language", "needs one [language] and one [numeral] table")
    terms = [
        (term, Sense(name, entry))
        for file in together.values()
        for name, entries in file.lexicon.items()
        for entry, spellings in entries.items()
        for term in spellings
    ]
    lexicon = Lexicon(terms, plural=model.plural, folding=model.fold)
    fragments = _fragments(together)
    return Language(
        code=code,
        model=model,
        numeral=numeral,
        lexicon=lexicon,
        patterns=tuple(
            _pattern(p, name, fragments, model.fold) for name, file in together.items() for p in file.pattern
        ),
        grammar=_grammar(together, lexicon, fragments),
        script=regex.compile(model.script),
        word=regex.compile(model.word),
        stemmed=_stemmed(model, [term for term, sense in terms if sense.lexicon == "drug_stem"]),
    )


def _stemmed(model: LanguageModel, stems: Iterable[str]) -> "regex.Pattern[str]":
    listed = "|".join(regex.escape(stem) for stem in sorted(stems, key=lambda s: (-len(s), s)))
    return regex.compile(rf"{model.stem_lead}(?:{listed or '(?!)'}){model.stem_tail}", regex.IGNORECASE)


def _fragments(files_: Mapping[str, PatternFile]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for name, file in files_.items():
        for fragment, source in file.fragments.items():
            if fragment in merged:
                raise PatternError(name, fragment, "this fragment is defined twice")
            merged[fragment] = source
    return merged


def _pattern(model: PatternModel, file: str, fragments: Mapping[str, str], folding: str) -> Pattern:
    try:
        source = expand(model.regex, fragments)
        compiled = regex.compile(fold(source, folding), _CASED)
    except (KeyError, regex.error) as error:
        raise PatternError(file, model.id, f"cannot be compiled: {error}") from error
    return Pattern(model.id, model.kind, model.why, file, compiled, tuple(model.examples), tuple(model.rejects))


def expand(source: str, fragments: Mapping[str, str], depth: int = 0) -> str:
    """`source` with each `(?&name)` replaced by its fragment; KeyError for an unknown name."""
    if depth > _DEEPEST:
        raise KeyError("fragments refer to each other in a circle")

    def inserted(match: regex.Match[str]) -> str:
        body = expand(fragments[match[1]], fragments, depth + 1)
        return body if _ONE_CLASS.fullmatch(body) else f"(?:{body})"

    return _REFERENCE.sub(inserted, source)


def _grammar(files_: Mapping[str, PatternFile], lexicon: Lexicon, fragments: Mapping[str, str]) -> Grammar:
    symbols = Symbols(coded_kinds((rule for file in files_.values() for rule in file.rule), fragments.values()))
    for senses in lexicon.sense_sets():
        symbols.char(senses)
    made = {r.makes.lower() for f in files_.values() for r in f.rule}
    for kind in sorted(made | MADE_BY_SCANNER):
        symbols.char((Sense(kind, ""),))
    for shapes in (("integer",), ("integer", "year"), ("decimal",), ("word",)):
        symbols.char(tuple(Sense("number", shape) for shape in shapes))
    known = frozenset(made | MADE_BY_SCANNER | {s.lexicon for v in lexicon.senses().values() for s in v})
    stages: list[tuple[str, tuple[Rule, ...]]] = []
    for name, file in files_.items():
        rules: list[Rule] = []
        for model in file.rule:
            try:
                expanded = model.model_copy(
                    update={
                        "pieces": expand(model.pieces, fragments),
                        "not_before": model.not_before and expand(model.not_before, fragments),
                        "not_after": model.not_after and expand(model.not_after, fragments),
                    }
                )
                rules.append(compile_rule(expanded, name, symbols, known))
            except (KeyError, ValueError, regex.error) as error:
                raise PatternError(name, model.id, f"cannot be compiled: {error}") from error
        if rules:
            stages.append((name, tuple(rules)))
    return Grammar(symbols, tuple(stages), known)
