"""Candidates for arms: every place where the abstract names a group by a head word, in an assignment, or by a drug."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.assignments import assigned
from extractor.entities.arms.given import given_names
from extractor.entities.arms.letters import code_behind, is_lettered, letters_before, letters_behind, span_from
from extractor.entities.arms.name import NAME_PIECES, ArmName, is_generic, name_of
from extractor.entities.arms.received import received_names
from extractor.entities.arms.treatments import by_treatment
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span


def arm_names(sentences: Iterable[Sentence], view: str) -> list[ArmName]:
    """All candidates in text order."""
    listed = list(sentences)
    found: list[ArmName] = []
    for sentence in listed:
        heads = list(_by_head(sentence.pieces, view))
        names = [*heads, *given_names(sentence.pieces)]
        if sentence.has("assigned", "assigned") and len(heads) < 2:
            names += assigned(sentence.pieces, view)
        if not names:
            names += [name_of(name, "taken") for name in received_names(sentence.pieces)]
        if heads:
            names += by_treatment(sentence.pieces, heads, view)
        found += [replace(n, sentence=sentence.index) for n in names]
    return _without_outcomes(found, listed, view)


def _without_outcomes(names: Sequence[ArmName], sentences: Sequence[Sentence], view: str) -> list[ArmName]:
    """The names without an outcome right before one that heads a group by itself elsewhere: 发生率观察组为5%."""
    heads = [n.span.of(view) for n in names if n.origin == "head"]
    sure = {t for t in heads if heads.count(t) > 1 or is_lettered(t)}
    roles = {t: n for n in names if n.origin == "head" and ((t := n.span.of(view)) in sure or n.plain or n.drugs)}
    pieces = {s.index: s.pieces for s in sentences}

    def cut(name: ArmName) -> ArmName:
        text = name.span.of(view)
        tail = max((t for t in roles if t != text and text.endswith(t)), key=len, default=None)
        if tail is None or name.origin != "head" or name.plain:
            return name
        start = name.span.end - len(tail)
        ahead = [p for p in pieces[name.sentence] if name.span.start <= p.span.start and p.span.end <= start]
        if not any((p.is_a("outcome") or p.is_a("adverse_event")) and not p.is_a("arm_role") for p in ahead):
            return name
        return replace(
            roles[tail], span=Span(start, name.span.end), full=Span(start, name.full.end), sentence=name.sentence
        )

    return [cut(n) for n in names]


def labelled_names(sentences: Iterable[Sentence], view: str) -> list[ArmName]:
    """What people are put in one after the other, told by letters: 'setting A', 'regimens A and B'."""
    return [
        replace(_letter(span_from(sentence.pieces, i, k)), sentence=sentence.index)
        for sentence in sentences
        for i, piece in enumerate(sentence.pieces)
        if piece.is_a("label_head")
        for k in letters_behind(sentence.pieces, i, view)
        if sentence.pieces[k].numeral is None
    ]


def _by_head(pieces: Sequence[Piece], view: str) -> Iterator[ArmName]:
    for i, piece in enumerate(pieces):
        layer = any(p.is_a("stratified") for p in pieces[i + 1 : i + 2])
        headed = piece.is_a("arm_head", "arm") and not layer
        if not headed and not piece.is_a("every_arm", "every"):
            continue
        listed = letters_before(pieces, i, view)
        if len(listed) > 1:
            yield from (_letter(pieces[k].span) for k in listed)
        if not headed:
            continue
        if behind := _behind_head(pieces, i, view):
            yield from behind
            continue
        name = phrases.before_head(pieces, i, NAME_PIECES)
        if not name and (bracketed := _before_bracket(pieces, i)):
            yield from bracketed
            continue
        if name and name[-1].is_a("study_noun") and _is_capital(name[-1], view) and _is_capital(piece, view):
            continue
        if not name and listed:
            yield ArmName(pieces[listed[0]].span, Span(pieces[listed[0]].span.start, piece.span.end), "head", None, ())
        elif name and not is_generic(name) and len(listed) < 2 and not _counts_groups(piece, name, pieces):
            yield name_of(name, "head", piece.span)
            yield from _coordinated(pieces, name)


def _before_figures(pieces: Sequence[Piece], head: int) -> list[tuple[Piece, ...]]:
    """The names whose figures stand before their head word: 'in the X (24%) and Y (28%) arms'."""
    found: list[tuple[Piece, ...]] = []
    at = head
    while at > 1 and pieces[at - 1].is_a("close"):
        opening = next((k for k in range(at - 2, -1, -1) if pieces[k].is_a("open")), 0)
        name = phrases.before(pieces, opening, NAME_PIECES)
        if not name or is_generic(name) or not any(p.is_a("number") for p in pieces[opening:at]):
            break
        found.insert(0, name)
        at = pieces.index(name[0])
        while at > 1 and any(pieces[at - 1].is_a(k) for k in ("and", "comma", "versus", "article")):
            at -= 1
    return found if len(found) > 1 else []


def _behind_head(pieces: Sequence[Piece], head: int, view: str) -> list[ArmName]:
    """The letters or the code that a head word introduces: 'groups A and B'; 'Group XYZ' without a name before it."""
    code = code_behind(pieces, head, view)
    if code is not None and not phrases.before_head(pieces, head, NAME_PIECES):
        return [ArmName(code, Span(pieces[head].span.start, code.end), "head", None, ())]
    return [_letter(span_from(pieces, head, k)) for k in letters_behind(pieces, head, view)]


def _before_bracket(pieces: Sequence[Piece], head: int) -> list[ArmName]:
    """The names between which and the head word a bracket stands: with a figure of each, or a short form."""
    if figured := _before_figures(pieces, head):
        return [name_of(one, "head") for one in figured]
    opening = _explained_name(pieces, head)
    return list(_with_short_form(pieces, opening, head)) if opening else []


def _with_short_form(pieces: Sequence[Piece], opening: int, head: int) -> Iterator[ArmName]:
    """The name before the bracket and the short form in it, which is another name of the arm."""
    name = phrases.before(pieces, opening, NAME_PIECES)
    if name and not is_generic(name):
        short = pieces[opening + 1 : head - 1]
        yield name_of(name, "head", pieces[head].span)
        yield name_of(short, "head")
        yield name_of(short, "received", of=phrases.span_of(name))


def _explained_name(pieces: Sequence[Piece], head: int) -> int:
    """Where the bracket opens that stands between a name and its head word: 'the usual care (UC) group'; else 0."""
    opening = next((k for k in range(head - 1, max(0, head - 5), -1) if pieces[k].is_a("open")), 0)
    inside = pieces[opening + 1 : head - 1]
    closed = head > 2 and pieces[head - 1].is_a("close") and opening > 0
    return opening if closed and inside and not any(phrases.is_stop(p) for p in inside) else 0


def _is_capital(piece: Piece, view: str) -> bool:
    """Whether a capital opens the word: the 'Study Group' of an institution's name is no arm."""
    return view[piece.span.start].isupper()


def _letter(span: Span) -> ArmName:
    return ArmName(span, span, "head", None, ())


def _counts_groups(head: Piece, name: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a name before a plural says what kind of groups there are: 'three treatment groups'."""
    first = pieces.index(name[0])
    if name[0].numeral is not None and all(p.is_a("arm_role") or p.is_a("alone") for p in name[1:]):
        return True
    joined = first > 0 and any(pieces[first - 1].is_a(k) for k in ("and", "versus", "comma", "slash"))
    return head.is_a("every_arm") and not joined


def _coordinated(pieces: Sequence[Piece], name: Sequence[Piece]) -> Iterator[ArmName]:
    """'the A and B groups': the name before the `and` is an arm of the same head, a single word too before a plural."""
    first = pieces.index(name[0])
    if first >= 2 and pieces[first - 1].is_a("and"):
        other = phrases.before(pieces, first - 1, 4)
        alike = len(name) > 1 or name[0].is_a("arm_role")
        single = len(other) == 1 and alike and _opens_phrase(pieces, first - 2)
        told = any(p.is_a("drug") or p.is_a("arm_role") for p in other) or single
        if other and not is_generic(other) and told:
            yield name_of(other, "head")


def _opens_phrase(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an article, 'in the' or 'between' stands right before the piece."""
    return at > 0 and any(pieces[at - 1].is_a(k) for k in ("article", "scope_word", "from"))
