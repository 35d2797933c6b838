"""Places where an arm's name would stand: behind 'treated with', 'with', 'than', 'versus', before people, in a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.entities import phrases
from extractor.entities.arms.clusters import key_of
from extractor.entities.arms.name import ArmName, is_generic, named
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_LONGEST = 5
"""Longest name, in pieces."""
_BEFORE_PEOPLE = 4
_NEAR = 4
"""How far before a name its figure may stand, in pieces: '22 patients treated with X'."""
_NO_ARM = ("outcome", "adverse_event", "time_noun", "label_noun", "study_noun", "arm_unit")
_NO_LEAD = ("time_word", "from", "name_stop")
_OF_NAMES = ("word", "drug", "arm_role", "arm_word", "alone", "negation", "number", "dash", "slash", "and", "roman")


@dataclass(frozen=True, slots=True)
class Place:
    """A name where an arm's would stand, and the sort of word that leads to it; `last` is its last piece.

    `figured`: a figure stands beside it; `called`: it is a known treatment, or called one (X therapy); `added`:
    it adds one treatment to another; `listed`: it goes on a list whose member before has no figure; `dealt`: the
    sentence goes on with two figures set against each other.
    """

    name: ArmName
    key: frozenset[str]
    lead: str
    first: int
    last: int
    figured: bool
    called: bool
    added: bool
    listed: bool = False
    dealt: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the name is that of a treatment: by itself, or as what people were given."""
        return self.called or self.lead == "given"


def places(sentence: Sentence, view: str, language: Language) -> Iterator[Place]:
    """The places of a sentence in their order; the members of a list have the lead of its first."""
    pieces, i = sentence.pieces, 0
    if name := _subject(pieces):
        yield _placed(name, "subject", sentence, view, language)
        i = pieces.index(name[-1]) + 1
    while i < len(pieces):
        lead = _lead(pieces, i)
        if lead is None:
            if name := _of_people(pieces, i):
                yield replace(_placed(name, "people", sentence, view, language), last=i)
            i += 1
            continue
        if lead == "versus" and (name := _before_contrast(pieces, i)):
            yield _placed(name, "subject", sentence, view, language)
        members = list(_members(sentence, i, lead, view, language))
        grouped = bool(members) and _heads_group(pieces, members[-1].last + 1)
        yield from (replace(m, called=m.called or grouped) for m in members)
        i = members[-1].last + 1 if members else i + 1


def _subject(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The name that opens the sentence and of which something is told: 'X was superior to Y'."""
    start = next((i + 1 for i, p in enumerate(pieces[:4]) if p.is_a("colon") or (i == 1 and p.is_a("comma"))), 0)
    name = _named(pieces, phrases.after(pieces, start, _LONGEST))
    behind = pieces.index(name[-1]) + 1 if name else len(pieces)
    told = behind < len(pieces) and any(pieces[behind].is_a(k) for k in ("copula", "having", "verb", "change"))
    return name if told else ()


def _before_contrast(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """The name right before a contrast; none in 'two outcomes versus', 'more likely than'."""
    name = _named(pieces, phrases.before(pieces, at, _LONGEST))
    ahead = pieces[pieces.index(name[0]) - 1] if name and name[0] is not pieces[0] else None
    return () if ahead is not None and (ahead.is_a("number") or ahead.is_a("comparative")) else name


def _members(sentence: Sentence, at: int, lead: str, view: str, language: Language) -> Iterator[Place]:
    """The name behind a lead, and those of its list: 'with X (5%), Y (6%) and Z (7%)'."""
    pieces, listed = sentence.pieces, False
    start: int | None = _behind(pieces, at + 1)
    while start is not None and (name := _named(pieces, phrases.after(pieces, start, _LONGEST))):
        one = replace(_placed(name, lead, sentence, view, language), listed=listed)
        yield one
        listed = not one.figured
        start = _next_member(pieces, one.last + 1)


def _lead(pieces: Sequence[Piece], at: int) -> str | None:
    """The sort of word that stands there, where a name may follow it."""
    piece, ahead = pieces[at], pieces[at - 1 if at else 0]
    people = at > 0 and ahead.is_a("people")
    leads = (
        ("", piece.is_a("versus", "loose")),
        ("versus", piece.is_a("versus") or (piece.is_a("to") and ahead.is_a("comparative"))),
        ("", piece.is_a("to") or piece.is_a("of")),
        ("given", piece.is_a("assigned")),
        ("between", piece.is_a("from", "between")),
        ("having" if people else "with", piece.is_a("with_condition")),
        ("with", piece.is_a("comparing")),
        ("in", piece.is_a("scope_word")),
        ("with", piece.is_a("preposition") and not any(piece.is_a(k) for k in _NO_LEAD)),
    )
    return next((lead for lead, stands in leads if stands), None) or None


def _behind(pieces: Sequence[Piece], at: int) -> int:
    """Where the name begins behind its lead: past articles and people, 'in those treated with'."""
    kinds = ("article", "preposition", "people", "both")
    while at < len(pieces) and (any(pieces[at].is_a(k) for k in kinds) or pieces[at].is_a("assigned")):
        at += 1
    return at


def _next_member(pieces: Sequence[Piece], at: int) -> int | None:
    """Where the next member of a list begins, behind the bracket and the joint that follow a name."""
    start = at = _past_bracket(pieces, at)
    while at < len(pieces) and (
        pieces[at].is_a("comma") or pieces[at].is_a("and", "and") or pieces[at].is_a("and", "or")
    ):
        at += 1
    return at if at > start else None


def _past_bracket(pieces: Sequence[Piece], at: int) -> int:
    depth = 0
    while at < len(pieces) and (depth or pieces[at].is_a("open")):
        depth += pieces[at].is_a("open") - pieces[at].is_a("close")
        at += 1
    return at


def _heads_group(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word for groups stands behind a list, and a bracket: 'for the X (5%), Y (6%) and Z (7%) groups'."""
    behind = _past_bracket(pieces, at)
    return behind < len(pieces) and pieces[behind].is_a("arm_head", "arm")


def _of_people(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """The name before a word for people or a group: '163 CM patients', 'X recipients'; cases are of a disease."""
    if pieces[at].is_a("people", "case") or not any(pieces[at].is_a(k) for k in ("people", "arm_head")):
        return ()
    return _named(pieces, phrases.before(pieces, at, _BEFORE_PEOPLE))


def _named(pieces: Sequence[Piece], name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The words if they can name an arm: neither an outcome nor a time, nor the beginning of 'X of Y'."""
    if not name or is_generic(name) or any(p.is_a(k) for p in name for k in _NO_ARM):
        return ()
    last = pieces.index(name[-1])
    opens = last + 1 < len(pieces) and pieces[last + 1].is_a("of")
    told = any(p.is_a("word") or p.is_a("drug") for p in name) and len(phrases.span_of(name)) > 1
    return name if told and not opens and all(any(p.is_a(k) for k in _OF_NAMES) for p in name) else ()


def _placed(name: Sequence[Piece], lead: str, sentence: Sentence, view: str, language: Language) -> Place:
    pieces = sentence.pieces
    first, last = pieces.index(name[0]), pieces.index(name[-1])
    one = named(name, "contrast", sentence.index)
    called = bool(one.drugs or one.role) or any(p.is_a("alone") or p.is_a("arm_word") for p in name)
    figured = _has_figure(pieces, first, last)
    added = any(p.is_a("and", "plus") for p in name)
    dealt = lead == "versus" and _deals(pieces, last)
    return Place(one, key_of(one.span.of(view), language), lead, first, last, figured, called, added, dealt=dealt)


def _has_figure(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether a number stands a little before the name, right behind it, or in the bracket that opens there."""
    reach = _NEAR if last + 1 < len(pieces) and pieces[last + 1].is_a("open") else 2
    beside = (*pieces[last + 1 : last + 1 + reach], *pieces[max(0, first - _NEAR) : first])
    return any(p.is_a("number") for p in beside)


def _deals(pieces: Sequence[Piece], last: int) -> bool:
    """Whether the first figures behind are two in a bracket, set against each other: 'than X to relapse (18% vs 8%)'.

    Not behind the first of several names: two figures are of two groups.
    """
    at = next((i for i, p in enumerate(pieces) if i > last and p.is_a("number")), None)
    if at is None or not pieces[at - 1].is_a("open") or pieces[last + 1].is_a("and"):
        return False
    joint = next((i for i in range(at + 1, min(at + 3, len(pieces) - 1)) if pieces[i].is_a("versus")), None)
    return joint is not None and pieces[joint + 1].is_a("number")
