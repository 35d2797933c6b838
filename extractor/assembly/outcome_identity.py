"""Whether two mentions of one concept are one outcome: most concepts are families ('specificity', 'sensitivity')."""

from collections.abc import Iterable
from itertools import combinations

import regex

from extractor.attachment.draft import OutcomeMention
from extractor.knowledge.loader import language

_ROLE = "_outcome"
_SINGLE = frozenset(
    {
        *("overall_survival", "progression_free_survival", "disease_free_survival", "event_free_survival"),
        *("relapse_free_survival", "distant_metastasis_free_survival", "metastasis_free_survival", "survival"),
        *("locoregional_relapse_free_survival", "failure_free_survival", "cancer_specific_survival", "graft_survival"),
        *("transplant_free_survival", "ventilator_free_days", "time_to_progression", "time_to_treatment_failure"),
        *("duration_of_response", "time_to_response", "local_control", "objective_response", "complete_response"),
        *("partial_response", "very_good_partial_response", "stable_disease", "disease_control", "clinical_benefit"),
        *("pathological_complete_response", "major_pathological_response", "response", "remission", "relapse"),
        *("recurrence", "sustained_virological_response", "cured", "clinical_cure", "treatment_failure"),
        *("total_effective_rate", "markedly_effective", "effective", "improved", "ineffective", "mortality"),
        *("all_cause_mortality", "cardiovascular_mortality", "cancer_mortality", "mace", "myocardial_infarction"),
        *("stroke", "intracranial_haemorrhage", "lvef", "systolic_blood_pressure", "diastolic_blood_pressure"),
        *("mean_arterial_pressure", "heart_rate", "restenosis", "stent_thrombosis", "deep_vein_thrombosis"),
        *("pulmonary_embolism", "major_bleeding", "hba1c", "fasting_glucose", "postprandial_glucose", "body_weight"),
        *("ldl_cholesterol", "hdl_cholesterol", "total_cholesterol", "triglycerides", "weight_loss", "bmi", "egfr"),
        *("uric_acid", "creatinine", "creatinine_clearance", "bun", "fev1", "fvc", "fev1_fvc", "apache_ii", "crp"),
        *("esr", "il6", "il8", "il10", "tnf_alpha", "ast", "age", "female_sex", "male_sex", "disease_duration"),
        *("follow_up", "max_follow_up", "operation_time", "blood_loss", "length_of_stay", "icu_stay", "nihss"),
        *("barthel_index", "mmse", "moca", "hamd", "hama", "madrs", "vas", "nrs", "iop", "birth_weight", "pao2"),
        *("wound_infection", "complications", "six_minute_walk", "quality_of_life", "hospitalisation", "gmt"),
    }
)
"""Concepts of one measure each, however it is named."""

_EDGES = regex.compile(r"^(?:serum|plasma|blood|血清|血浆|血)\s*|[\s-]+")


def is_single(mention: OutcomeMention) -> bool:
    """Whether every mention of its concept is the same outcome; harms and roles always are."""
    concept = mention.concept or ""
    return mention.adverse or concept in _SINGLE or concept.endswith(_ROLE)


def same_measures(names: Iterable[str], code: str) -> Iterable[tuple[str, str]]:
    """The pairs of names of one concept that name one measure: 'serum SOD levels' and 'SOD'."""
    listed = sorted(set(names))
    for one, other in combinations(listed, 2):
        if _bare(one, code) == _bare(other, code) or _abbreviates(one, other) or _abbreviates(other, one):
            yield one, other


def _bare(name: str, code: str) -> str:
    for pattern in language(code).patterns_of("outcome_level"):
        found = pattern.regex.search(name)
        if found is not None and found.start() > 1:
            name = name[: found.start()]
    bare = _EDGES.sub("", name.lower())
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare


def _abbreviates(short: str, long: str) -> bool:
    """Whether the short name has the first letters of the long one's words."""
    words = regex.findall(r"[A-Za-z]+", long)
    letters = "".join(w[0] for w in words).lower()
    return len(words) > 1 and short.isalpha() and short.lower().removesuffix("s") == letters
