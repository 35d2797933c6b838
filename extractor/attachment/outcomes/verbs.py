"""The outcome that a verb tells of the people counted: '5% in A and 3% of patients in B had nausea'."""

from dataclasses import dataclass

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, phrase_behind
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span, cover

_REACH = 26
_LINKS = (
    *("people", "arm", "arm_head", "arm_role", "cohort", "of", "article", "preposition", "total_mark", "to"),
    *("assigned", "vague", "of_them", "open", "close", "every_arm", "both", "respectively"),
)
_MARKS = ("comma", "and", "versus")
_SAID_REACH = 7
_RESTRICTS = ("assigned", "with_condition", "preposition")
_SAYS = (
    *("copula", "having", "occurring", "change", "measure", "statistic", "versus", "than", "stop", "semicolon"),
    *("colon", "figure"),
)
_SKIPPED = ("article", "vague", "grade", "scope_word", "total_mark", "name_stop")


def told_by_verb(row: Row, draft: Draft) -> tuple[OutcomeMention | None, bool]:
    """The outcome behind the verb of the figure's people, and whether other figures stand between.

    A list of figures shares the verb at its end; a mark that no further figure follows ends the search, and so does a
    comma behind words for who was counted.
    """
    crossed = open_mark = dealt = who = False
    last = min(len(row.pieces), draft.position + _REACH) if counts(draft) else 0
    people = _People(row, draft)
    subject = _is_subject(row, draft)
    for i in range(draft.position + 1, last):
        piece, other = row.pieces[i], row.at(i)
        if other is not None and counts(other):
            crossed, open_mark, who = True, False, False
            people.end()
        elif other is not None or (who and piece.is_a("comma")):
            break
        elif people.told_apart(i):
            continue
        elif not open_mark and (found := _told(row, i, crossed=crossed, subject=subject)) is not None:
            return found, crossed
        elif piece.is_a("respectively"):
            dealt, open_mark = True, False
        elif any(piece.is_a(k) for k in _MARKS) and not piece.is_a("and", "or"):
            open_mark = not dealt
        elif not _leads_on(row, i):
            who = not open_mark and _tells_who(row, i)
            if not who:
                break
    return _owed(row, draft), crossed


def _owed(row: Row, draft: Draft) -> OutcomeMention | None:
    """'9例因无法撤机死亡': what came of a cause that stands right behind the count, where no verb is known there."""
    at = draft.position + 1
    if not row.language.model.topic_first or not counts(draft) or at + 1 >= len(row.pieces):
        return None
    return phrase_behind(row, at + 1, len(row.pieces)) if row.pieces[at].is_a("owing") else None


@dataclass(slots=True)
class _People:
    """What tells the people of a figure apart: 'of those treated with X', 'of the women who came to a clinic'.

    It goes up to the verb of the sentence; the verb of its own clause ('who came') is not that verb.
    """

    row: Row
    draft: Draft
    restricted: bool = False
    relative: bool = False

    def told_apart(self, at: int) -> bool:
        """Whether the piece belongs to what tells the people apart."""
        piece = self.row.pieces[at]
        if not self.row.language.model.qualifier_follows:
            return False
        if piece.is_a("relative", "people"):
            self.restricted = self.relative = True
            return True
        if _is_verb(piece):
            own, self.relative = self.relative, False
            return own
        if any(piece.is_a(k) for k in _RESTRICTS):
            self.restricted = True
            return True
        return self.restricted and not any(
            piece.is_a(k) for k in (*_MARKS, "stop", "semicolon", "open", "respectively")
        )

    def end(self) -> None:
        """Forgets it at the next figure."""
        self.restricted = self.relative = False


def _is_verb(piece: Piece) -> bool:
    return (
        any(piece.is_a(k) for k in ("having", "copula", "verb"))
        and not piece.is_a("of")
        and not piece.is_a("preposition")
    )


def _is_subject(row: Row, draft: Draft) -> bool:
    """Whether the figure opens its clause, so that a copula behind says something of those counted."""
    opening = row.pieces[draft.position - 1] if draft.position else None
    marks = ("comma", "semicolon", "colon", "stop", "vague")
    opens = opening is None or opening.is_a("and", "and") or any(opening.is_a(k) for k in marks)
    return opens and not row.language.model.topic_first


def _said_of(row: Row, at: int) -> OutcomeMention | None:
    """What a copula says of those counted: '12% were free of pain'; not that they were taken in or assigned."""
    if not row.pieces[at].is_a("copula") or row.pieces[at].is_a("of") or row.pieces[at].is_a("preposition"):
        return None
    i = at + 1
    while i < len(row.pieces) and (
        _only(row.pieces[i], ("name_stop", "vague", "article")) or row.pieces[i].is_a("copula")
    ):
        i += 1
    if i >= len(row.pieces) or any(row.pieces[i].is_a(k) for k in ("assigned", "population", "comparative", "figure")):
        return None
    if (
        row.pieces[i].is_a("word")
        and i + 1 < len(row.pieces)
        and row.pieces[i + 1].is_a("change")
        and _ends(row, i + 2)
    ):
        return OutcomeMention(cover((row.pieces[i].span, row.pieces[i + 1].span)), None, adverse=False, modified=True)
    return mention_at(row, i) if is_named(row.pieces[i]) else phrase_behind(row, i, len(row.pieces))


def _told(row: Row, at: int, *, crossed: bool, subject: bool) -> OutcomeMention | None:
    """What the verb at that position tells, if it is one; a copula only of a `subject`.

    A verb that is a known outcome ('died') is told of the figure right before it alone.
    """
    piece = row.pieces[at]
    if piece.is_a("verb", "act") and is_named(piece) and not crossed:
        return mention_at(row, at)
    return _told_by(row, at) or (_said_of(row, at) if subject else None)


def _told_by(row: Row, at: int) -> OutcomeMention | None:
    piece = row.pieces[at]
    if piece.is_a("population", "completed"):
        return _completion(row, at)
    if _classes(row, at):
        return _object(row, at)
    if piece.is_a("verb", "act") and not is_named(piece):
        return phrase_behind(row, at, len(row.pieces))
    if piece.is_a("verb") and not piece.is_a("having") and not is_named(piece):
        return _said(row, at + 1)
    if not piece.is_a("having") or (row.at(at + 1) is not None and _reached(row, at + 1) is None):
        return None
    said = _said_behind(row, at)
    return _object(row, at) if said is None else _said(row, said)


def _said_behind(row: Row, at: int) -> int | None:
    """Where 'that they' stands behind the verb in its clause."""
    for i in range(at + 1, min(at + _SAID_REACH, len(row.pieces) - 1)):
        if row.pieces[i].is_a("relative", "thing") and row.pieces[i + 1].is_a("clause", "pronoun"):
            return i
        if any(row.pieces[i].is_a(k) for k in ("comma", "figure", "stop", "having", "verb")):
            return None
    return None


def _said(row: Row, at: int) -> OutcomeMention | None:
    """What stands behind 'that they would', 'did not': the verb and what belongs to it."""
    while at < len(row.pieces) and any(row.pieces[at].is_a(k) for k in ("clause", "name_stop", "having", "article")):
        at += 1
    return phrase_behind(row, at, len(row.pieces)) if at < len(row.pieces) else None


def _classes(row: Row, at: int) -> bool:
    """'11例为双侧瘘, 8例为单侧瘘': a copula right behind the count says what they are, in such a language."""
    if not row.language.model.topic_first or not row.pieces[at].is_a("copula") or row.at(at - 1) is None:
        return False
    said = row.pieces[at + 1] if at + 1 < len(row.pieces) else None
    return said is not None and row.at(at + 1) is None and not any(said.is_a(k) for k in ("arm", "drug", "cohort"))


def _leads_on(row: Row, at: int) -> bool:
    """Whether the piece belongs to the people; 'A组有3例, B组有5例' has a verb before the next figure too."""
    piece = row.pieces[at]
    if piece.is_a("having"):
        return row.at(at + 1) is not None
    return any(piece.is_a(k) for k in _LINKS) and not piece.is_a("p_value")


def _tells_who(row: Row, at: int) -> bool:
    """'2例股骨术后出现血肿': where what qualifies stands before, words up to the verb say who was counted."""
    return not row.language.model.qualifier_follows and not any(row.pieces[at].is_a(k) for k in _SAYS)


def completed_before(row: Row, draft: Draft) -> OutcomeMention | None:
    """'More patients in A completed the trial (92% vs 77%)': that they did is the outcome of the shares behind."""
    if not counts(draft):
        return None
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("population", "completed"):
            return _completion(row, i)
        if not any(piece.is_a(k) for k in ("open", "preposition", "people", "word", "comparative", "arm", "copula")):
            return None
    return None


def counts(draft: Draft) -> bool:
    """Whether the figure is a number or a share of people or things."""
    figure = draft.figure
    if draft.kind is not Kind.ESTIMATE or figure is None:
        return False
    return figure.people or figure.is_share or figure.value is None or draft.statistic == "count"


def _object(row: Row, at: int) -> OutcomeMention | None:
    """What the people had, behind the verb at that position."""
    verb = row.pieces[at]
    if is_named(verb):
        return mention_at(row, at)
    i = at + 1
    while i < len(row.pieces) and (row.pieces[i].is_a("having") or _is_skipped(row, i)):
        verb = row.pieces[i] if row.pieces[i].is_a("having") else verb
        i += 1
    if i >= len(row.pieces):
        return None
    piece = row.pieces[i]
    told = piece.is_a("people") and verb.is_a("copula") and row.language.model.topic_first
    if piece.is_a("drug") or piece.is_a("arm") or (told and not is_named(piece)):
        return OutcomeMention(piece.span, None, adverse=False, modified=True)
    if is_named(piece) or row.at(i) is not None:
        return mention_at(row, i) if is_named(piece) else _reached(row, i)
    low = i
    if piece.is_a("word") and i + 1 < len(row.pieces) and row.pieces[i + 1].is_a("change"):
        i += 1  # 'reported any improvement'
    if row.pieces[i].is_a("change") and _ends(row, i + 1):
        return OutcomeMention(cover((piece.span, row.pieces[i].span)), None, adverse=False, modified=True)
    i = low
    opens = is_content(piece) or any(piece.is_a(k) for k in ("change", "negation", "label_noun"))
    return phrase_behind(row, i, len(row.pieces)) if opens else None


def _reached(row: Row, at: int) -> OutcomeMention | None:
    """'had a 50% reduction in pain': the change that those counted came up to, with its limit."""
    limit = row.at(at)
    if (
        limit is None
        or limit.account != "threshold"
        or at + 1 >= len(row.pieces)
        or not row.pieces[at + 1].is_a("change")
    ):
        return None
    told = phrase_behind(row, at + 1, len(row.pieces))
    span = cover((row.pieces[at].span, told.span if told is not None else row.pieces[at + 1].span))
    return OutcomeMention(span, None, adverse=False, modified=True)


def _is_skipped(row: Row, at: int) -> bool:
    """Small words before a noun; `or` joins the grades of one event: 'had grade 3 or 4 nausea'."""
    piece = row.pieces[at]
    if piece.is_a("and"):
        return row.pieces[at - 1].is_a("grade") and at + 1 < len(row.pieces) and row.pieces[at + 1].is_a("grade")
    return not is_named(piece) and _only(piece, _SKIPPED)


def _only(piece: Piece, kinds: tuple[str, ...]) -> bool:
    return bool(piece.senses) and any(piece.is_a(k) for k in kinds) and not piece.is_a("word")


def _completion(row: Row, at: int) -> OutcomeMention:
    """'completed' with what was completed, as far as it is no mark, figure or verb."""
    span = row.pieces[at].span
    end = span.end
    for piece in row.pieces[at + 1 : at + 8]:
        if not any(piece.is_a(k) for k in ("word", "schedule", "of", "drug", "article", "study_noun", "arm")):
            break
        if not piece.is_a("of") and not piece.is_a("article"):
            end = piece.span.end
    return OutcomeMention(Span(span.start, end), None, adverse=False, modified=True)


def _ends(row: Row, at: int) -> bool:
    marks = ("comma", "and", "stop", "open", "close", "timepoint")
    return at >= len(row.pieces) or any(row.pieces[at].is_a(k) for k in marks)
