"""Which population a size is of: the screened, the enrolled, the randomized, those who completed."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.pieces import Piece

_ORDER = ("randomized", "analyzed", "completed", "treated", "other", "enrolled", "screened")
"""Where a sentence has several words for a population, which tells most about its sizes."""


def population_of(row: Row, draft: Draft) -> str:
    """The population by the nearest word for one, else by any in the sentence, else what came before."""
    best: tuple[int, str] | None = None
    for i, piece in enumerate(row.pieces):
        for code in piece.codes("population"):
            distance = abs(i - draft.position) * 10 + _ORDER.index(code)
            if best is None or distance < best[0]:
                best = (distance, code)
    if row.sentence.has("assigned", "assigned") and (best is None or best[1] in ("enrolled", "treated")):
        return "enrolled" if best is not None and _others_are_assigned(row, draft) else "randomized"
    return best[1] if best else row.carried.population or "enrolled"


def only_assigned(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """'将80例患者分为两组' in a text that nowhere assigns: those who are merely parted are enrolled, not randomized."""
    if any(_assigns(piece) for row in rows for piece in row.pieces):
        return rows

    def parted(draft: Draft) -> Draft:
        mended = draft.kind is Kind.SIZE and draft.population == "randomized"
        return replace(draft, population="enrolled") if mended else draft

    return tuple(row.mapped(parted) for row in rows)


def _assigns(piece: Piece) -> bool:
    """Whether the piece speaks of chance or of an assignment, not of mere parting."""
    if piece.is_a("assigned", "parted"):
        return False
    told = (("assigned", "assigned"), ("population", "randomized"), ("design_fact", "randomized"))
    return any(piece.is_a(lexicon, code) for lexicon, code in told)


def _others_are_assigned(row: Row, draft: Draft) -> bool:
    """'Of 366 patients enrolled, 78 were randomized': between the count and the assignment stand other people."""
    at = next((i for i in row.rightwards(draft.position) if row.pieces[i].is_a("assigned", "assigned")), None)
    if at is None or draft.figure is None or draft.figure.value is None or not draft.figure.people:
        return False
    value = draft.figure.value.value
    own = any(p.is_a("population", "enrolled") for p in row.pieces[: draft.position + 3])
    between = (d.figure for d in row.drafts if draft.position < d.position < at)
    return own and any(f is not None and f.people and f.value is not None and f.value.value < value for f in between)
