"""Ages told without their noun, spans of watching, and brackets that list groups with their figures."""

import pytest

from extractor import extract

CASES: list[tuple[str, str, list[str | None]]] = [
    # a word for being old, the unit, or a bracket right behind people
    ("en", "Ninety volunteers (aged 51.2 ± 8.0 years) came.", ["age"]),
    ("en", "Nine volunteers, aged 20 to 70 years (mean 44.1 ± 9.5), came.", ["age"]),
    ("en", "There were 12 boys and 28 girls (11.3 ± 1.9 years).", ["male sex", "female sex", "age"]),
    ("en", "The visitors were 61.4 ± 3.2 years old.", ["age"]),
    ("zh", "共有男性9例（45.2±3.1岁）。", ["年龄"]),
    # near misses: people who have been for years what they are called, and an age that has its noun
    ("en", "Gout was seen in diabetic patients (12.1 ± 3.0 years).", ["Gout"]),
    ("en", "Mean age at onset was 45 years of age.", ["age"]),
    # a span of time before the word for watching
    ("en", "With 30 months of median follow-up, relapse was seen in 5%.", ["follow-up", "relapse"]),
    # what a plus sign joins is one name, which a preposition holds
    ("en", "Relapse was seen in 5% of those on abc + def, 9% of those on abc + ghi.", ["Relapse", "Relapse"]),
    # a bracket of groups, whose names no lexicon knows
    ("en", "Pain rose (single dose, 31.0 mm; repeated dose, 17.6 mm; placebo, 16.8 mm).", ["Pain"] * 3),
    ("en", "Nausea (QR-LMN, 66.4%; RLMN, 44.7%) was seen.", ["Nausea"] * 2),
    ("zh", "头痛发生率不同（单剂组，12.0%；复剂组，9.0%）。", ["头痛", "头痛"]),
    # near miss: the bracket lists kinds of harm
    ("en", "Adverse events were seen (rash, 12%; cramps, 9%).", ["rash", "cramps"]),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), CASES)
def test_names(language: str, sentence: str, wanted: list[str | None]) -> None:
    record = extract(("Results: " if language == "en" else "结果：") + sentence)
    read = record.en if language == "en" else record.zh
    assert read is not None
    names = {o.id: (o.name, *o.aliases) for o in read.outcomes}
    facts = sorted((*read.estimates, *read.adverse_events), key=lambda f: f.span)
    told = [names.get(f.outcome or "", ()) for f in facts]
    assert len(told) == len(wanted), told
    assert all(one in some for one, some in zip(wanted, told, strict=True)), told
