"""Arms told as kinds of one thing that no group word heads: 'the intensive strategy … the simple strategy'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.clusters import Cluster, cluster, in_order
from extractor.entities.arms.name import ArmName, is_generic, named
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

_LONGEST = 4
"""Longest name before the noun, in pieces."""
_ENOUGH = 5
"""How many places of the two and sentences with both there must be."""
_MOST = 4
_NO_KIND = ("outcome", "adverse_event", "time_noun", "study_noun", "time_word", "time_anchor")


def by_kind(sentences: Sequence[Sentence], view: str, language: Language) -> list[Cluster]:
    """The kinds of the noun that the abstract tells apart most often; each stands in a sentence with another.

    'the 14-day schedule … the 21-day schedule'; not 'the program … a prevention program', named together once.
    """
    found: dict[str, list[ArmName]] = {}
    for sentence in sentences:
        if sentence.section != "background":
            for noun, name in _kinds(sentence, view, language):
                found.setdefault(noun, []).append(name)
    ranked = [rivals for names in found.values() if len(rivals := _rivals(cluster(names, view, language))) > 1]
    best = max(ranked, key=_weight, default=[])
    return in_order(best) if best and len(best) <= _MOST and _weight(best) >= _ENOUGH else []


def _kinds(sentence: Sentence, view: str, language: Language) -> Iterator[tuple[str, ArmName]]:
    """Each noun that is said of several kinds, and the name before it."""
    pieces = sentence.pieces
    for i, piece in enumerate(pieces):
        if not piece.is_a("word", "kind"):
            continue
        name = phrases.before_head(pieces, i, _LONGEST)
        told = name and not is_generic(name) and not any(p.is_a(k) for p in name for k in _NO_KIND)
        if told and not _are_counted(pieces, name):
            one = replace(named(name, "head", sentence.index), full=Span(name[0].span.start, piece.span.end))
            yield _singular(piece.span.of(view).lower(), language), one


def _are_counted(pieces: Sequence[Piece], name: Sequence[Piece]) -> bool:
    """Whether a number before the name says how many kinds there are: 'two different walking strategies'."""
    first = pieces.index(name[0])
    return any(p.is_a("number") for p in pieces[max(0, first - 2) : first])


def _singular(noun: str, language: Language) -> str:
    """The noun without the ending of its plural: 'strategy' for 'strategies'."""
    for ending, instead in language.model.singular:
        if noun.endswith(ending):
            return noun.removesuffix(ending) + instead
    return noun


def _rivals(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The kinds that stand in one sentence with another."""
    return [c for c in clusters if any(c is not o and c.sentences & o.sentences for o in clusters)]


def _weight(rivals: Sequence[Cluster]) -> int:
    """The places of the two that are named most, and the sentences that name both."""
    one, other = sorted(rivals, key=lambda c: -len(c.names))[:2]
    return len(one.names) + len(other.names) + len(one.sentences & other.sentences)
