"""What each code of a finding says, for those who meet it without the manual."""

from collections.abc import Mapping
from types import MappingProxyType

from extractor.record.record import FindingCode

MEANINGS: Mapping[FindingCode, str] = MappingProxyType(
    {
        "number_mismatch": "The two languages give different numbers for the same fact.",
        "unit_mismatch": "The two languages give the same number in different units.",
        "interval_mismatch": "The two languages give different bounds or levels of an interval.",
        "p_mismatch": "The two languages give different P values.",
        "relation_mismatch": "The two languages compare the P value in different directions: less, equal or greater.",
        "arm_swap": "The values of two arms are exchanged between the languages.",
        "outcome_mismatch": "The same number stands for different outcomes.",
        "cohort_mismatch": "The same number stands for different parts of the population.",
        "direction_mismatch": "One language says more or better where the other says less or worse.",
        "missing_in_en": "The English text does not state what the Chinese text states.",
        "missing_in_zh": "The Chinese text does not state what the English text states.",
        "registration_mismatch": "The registration numbers differ.",
        "ratio_mismatch": "The allocation ratios differ.",
        "magnitude_mismatch": "The numbers differ by a power of ten: a slipped decimal point, a lost thousand or 万.",
        "estimate_outside_interval": "An estimate lies outside its own interval.",
        "interval_reversed": "The lower bound of an interval is above the upper one.",
        "interval_asymmetric": "An interval is not symmetric about its estimate on the scale of its measure.",
        "p_contradicts_interval": "A P value and the interval beside it cannot come from the same estimate.",
        "p_contradicts_statistic": "A P value cannot come from the test statistic beside it.",
        "percent_contradicts_counts": "A percentage is not what its numerator and denominator give.",
        "arms_exceed_total": "The arms together are larger than the whole.",
        "percent_above_100": "A share of participants is above 100 percent.",
        "impossible_value": "The value cannot occur: a negative ratio, a P value above 1, a count above its total.",
    }
)
