"""What an arm was given: its drugs, and the dose that stands beside the first mention of each."""

from collections.abc import Sequence

from extractor.attachment.row import Row
from extractor.entities.arms.entity import ArmEntity
from extractor.pieces import Piece
from extractor.pieces.scanner import COINED
from extractor.record.entities import Intervention

_REACH = 8


def interventions_of(arm: ArmEntity, rows: Sequence[Row], raw: str) -> tuple[Intervention, ...]:
    """One intervention a drug, in the order in which the arm's names give them."""
    return tuple(_intervention(arm, code, rows, raw) for code in arm.drugs)


def _intervention(arm: ArmEntity, code: str, rows: Sequence[Row], raw: str) -> Intervention:
    name = code
    for row in rows:
        for i, piece in enumerate(row.pieces):
            if not _names(piece, arm, code):
                continue
            name = piece.span.of(raw) if name == code else name
            dose = _dose_beside(row, i)
            if dose is not None:
                return _with_dose(_plain(name), code, dose)
    return Intervention(name=_plain(name), concept=_concept(code))


def _names(piece: Piece, arm: ArmEntity, code: str) -> bool:
    return piece.is_a("drug", code) or piece.entity == arm.id


def _plain(name: str) -> str:
    return name.removeprefix(COINED).strip()


def _concept(code: str) -> str | None:
    """The neutral code; none for a drug that is only known by its stem."""
    return None if code.startswith(COINED) else code


def _dose_beside(row: Row, at: int) -> Piece | None:
    """The nearest dose, not across another arm."""
    for i in [*row.rightwards(at)][:_REACH]:
        piece = row.pieces[i]
        if piece.is_a("dose") or _is_amount(piece):
            return piece
        if piece.is_a("arm") or piece.is_a("stop") or piece.is_a("and"):
            break
    for i in [*row.leftwards(at)][:_REACH]:
        piece = row.pieces[i]
        if piece.is_a("dose"):
            return piece
        if piece.is_a("arm") or piece.is_a("stop") or piece.is_a("and"):
            break
    return None


def _is_amount(piece: Piece) -> bool:
    unit = piece.part("unit")
    return piece.is_a("figure") and unit is not None and unit.is_a("dose_unit")


def _with_dose(name: str, code: str, dose: Piece) -> Intervention:
    value, unit, frequency = dose.part("value"), dose.part("unit"), dose.part("frequency")
    return Intervention(
        name=name,
        concept=_concept(code),
        dose=value.numeral.value if value is not None and value.numeral is not None else None,
        dose_unit=(unit.code("dose_unit") or unit.code("unit")) if unit is not None else None,
        frequency=frequency.code("frequency") if frequency is not None else None,
    )
