"""Whose size each size of a short sentence is: the arm by its place in the trial, 0 for nobody's in particular."""

import pytest

from extractor.attachment.draft import Kind
from extractor.document import Abstract
from extractor.pipeline import read
from tests.attachment.test_subjects import HEAD


@pytest.mark.parametrize(
    ("code", "sentence", "wanted"),
    [
        ("zh", "41例患者予口服药物治疗(二甲双胍组)，40例患者予空片(安慰剂组)。", [1, 2]),
        ("zh", "另选40例健康者作为安慰剂组。", [2]),
        ("en", "The trial of metformin versus placebo enrolled 4120 patients.", [0]),
        ("en", "This placebo-controlled trial enrolled 4120 patients.", [0]),
        ("en", "We studied metformin versus placebo in 150 patients.", [0]),
        ("en", "To learn whether metformin helps in mild gout, we studied eight adult volunteers.", [0]),
        ("en", "Those on metformin for a year (n = 62) were compared.", [1]),
        ("en", "To compare metformin and placebo in the care of gout at home, 86 patients were enrolled.", [0]),
        ("en", "The end point for metformin versus placebo in the analysed population (n = 110) was met.", [0]),
        ("zh", "二甲双胍组和安慰剂组，均为60例。", [1, 2]),
        ("zh", "二甲双胍组和安慰剂组为60例。", [2]),
        ("en", "In all, 56 patients were randomly assigned to each group.", [1, 2]),
        ("en", "All were randomised, 50 patients to each of the two treatment arms.", [1, 2]),
        ("en", "The patients were dealt to metformin and placebo comprising 30 patients each.", [1, 2]),
        ("en", "There were two groups, each comprising 20 patients.", [1, 2]),
        ("en", "We compared two groups of 40 consecutive patients.", [1, 2]),
        ("en", "The study of metformin and placebo was performed in 24 patients.", [0]),
        ("en", "We compared them with a group of 46 patients.", [0]),
        ("en", "This study randomised (1:1) 122 drug-naive patients to either a metformin regimen or none.", [0]),
        ("en", "Women (n = 204) were randomised to receive metformin, 5 mg, or placebo.", [0]),
        (
            "en",
            "Sleep was studied in 90 women assigned to either metformin (500 mg; n = 44) or placebo (n = 46).",
            [0, 1, 2],
        ),
        ("en", "Metformin did not lengthen life among the 150 patients analysed.", [0]),
        ("en", "The makers of metformin helped; 110 patients were randomised to oral metformin or placebo.", [0]),
        ("en", "They went to the metformin group (n = 62) or to placebo without metformin (n = 58).", [1, 2]),
        ("en", "We treated 118 patients (n = 62 metformin, n = 56 SBR).", [0, 1, 2]),
        ("en", "They went to metformin (n = 62) or to usual care (n = 58).", [1, 2]),
        ("en", "In all, 62 patients given metformin and 58 untreated patients were analysed.", [1, 2]),
        ("en", "In all, 62 patients were assigned to metformin; three patients withdrew.", [1, 0]),
        ("en", "All were analysed (metformin, n = 62; usual care, n = 58).", [1, 2]),
        ("en", "They went to metformin (n = 62) or placebo (n = 58), with 110 completing the study.", [1, 2, 0]),
        ("en", "They went to metformin (town n = 62, country n = 58).", [1, 1]),
        ("en", "Of these, 62 were assigned to receive 25 mg of metformin daily and 58 placebo.", [1, 2]),
        ("en", "All went to metformin; 90 patients took part (44 on metformin and 46 on placebo).", [0, 1, 2]),
        ("en", "We analysed 6 patients on placebo, 44 patients on metformin and 50 patients on placebo.", [2, 1, 2]),
        ("en", "Of these, 110 received metformin (n = 54) or placebo (n = 56).", [0, 1, 2]),
        (
            "en",
            "Metformin (n = 62) or placebo (n = 58) was given, and 60 and 57 were analysed, respectively.",
            [1, 2, 1, 2],
        ),
        ("zh", "分析12例轻症患者（二甲双胍组）和20例重症患者（安慰剂组）的资料。", [1, 2]),
        ("zh", "100例患者分为两组（n=50）：二甲双胍组和安慰剂组。", [0, 1, 2]),
        ("en", "One hundred adults were divided into two groups (n = 50): metformin and placebo.", [0, 1, 2]),
        ("zh", "90例患者分为两组（n=50）：二甲双胍组和安慰剂组。", [0, 0]),
        ("zh", "安慰剂组（n=40）休息，二甲双胍组（n=42）在安慰剂组基础上加用药物。", [2, 1]),
    ],
)
def test_each_size_has_its_arm(code: str, sentence: str, wanted: list[int]) -> None:
    reading = read(Abstract(code, HEAD[code] + sentence))
    places = {arm.id: i for i, arm in enumerate(reading.arms, 1)}
    sizes = [d.subject.arm for d in reading.rows[-1].drafts if d.kind is Kind.SIZE]
    assert [places.get(arm, 0) if arm else 0 for arm in sizes] == wanted
