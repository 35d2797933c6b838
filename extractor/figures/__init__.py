"""Figures: numbers with what belongs to them (unit, interval, spread, events and total), read from composite pieces."""

from extractor.figures.figure import Bound, Figure, Level, PMention, SpreadMention, StatisticMention
from extractor.figures.reading import (
    read_figure,
    read_interval,
    read_intervals,
    read_level,
    read_p,
    read_ps,
    read_spread,
    read_statistic,
)

__all__ = [
    "Bound",
    "Figure",
    "Level",
    "PMention",
    "SpreadMention",
    "StatisticMention",
    "read_figure",
    "read_interval",
    "read_intervals",
    "read_level",
    "read_p",
    "read_ps",
    "read_spread",
    "read_statistic",
]
