"""How the trial was built, as far as the abstract says so."""

from collections.abc import Sequence

from extractor.attachment.row import Row
from extractor.record.entities import Design

_MASKINGS = ("triple", "double", "single", "open")


def design_of(rows: Sequence[Row]) -> Design:
    """The design; what is not said is null."""
    codes = {c for row in rows for piece in row.pieces for c in piece.codes("design_fact")}
    phase = next((c.removeprefix("phase_") for c in sorted(codes) if c.startswith("phase_")), None)
    return Design.model_validate(
        {
            "randomized": True if "randomized" in codes else None,
            "allocation_ratio": _ratio(rows),
            "masking": next((m for m in _MASKINGS if m in codes), None),
            "phase": phase,
            "crossover": True if "crossover" in codes else None,
            "non_inferiority": True if "non_inferiority" in codes else None,
            "multicenter": True if "multicenter" in codes else None,
        }
    )


def _ratio(rows: Sequence[Row]) -> tuple[int, ...] | None:
    for row in rows:
        if not (row.sentence.has("assigned") or row.sentence.has("design_fact", "randomized")):
            continue
        for piece in row.pieces:
            if piece.is_a("ratio"):
                return tuple(int(p.piece.numeral.value) for p in piece.parts if p.slot == "term" and p.piece.numeral)
    return None
