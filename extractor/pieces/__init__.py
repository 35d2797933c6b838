"""Typed pieces: what the scanner sees in a sentence, and what the grammar makes of rows of them."""

from extractor.pieces.piece import Part, Piece
from extractor.pieces.reduce import reduce_pieces
from extractor.pieces.scanner import scan_pieces

__all__ = ["Part", "Piece", "reduce_pieces", "scan_pieces"]
