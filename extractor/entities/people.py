"""Words for people: which of them say no more than a sex."""

from extractor.pieces import Piece

_SEXES = frozenset({"man", "woman", "boy", "girl", "male_patient", "female_patient"})


def tells_sex(piece: Piece) -> bool:
    """Whether the piece names people by their sex: 'women', 'boys', 男性患者."""
    return any(code in _SEXES for code in piece.codes("people"))
