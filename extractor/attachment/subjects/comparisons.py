"""Which two arms an effect or a test compares."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row


def compare_arms(row: Row) -> Row:
    """An effect or test compares the two arms named in its sentence, or the trial's two arms; the control last."""

    def compared(draft: Draft) -> Draft:
        if draft.kind not in (Kind.EFFECT, Kind.TEST):
            return draft
        named = list(dict.fromkeys(row.pieces[i].entity for i in row.positions("arm")))
        pair = [n for n in named if n] if len(named) == 2 else list(row.arms)
        if len(pair) != 2:
            return draft
        first, second = sorted(pair, key=lambda a: a in row.controls)
        return replace(draft, subject=replace(draft.subject, arm=first, comparator=second))

    return row.mapped(compared)
