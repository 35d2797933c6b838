"""Order, attachment, missing facts, registrations, ratio, doses."""

import random
from decimal import Decimal

import pytest

from extractor.agreement import compare
from extractor.record.entities import Arm, Design, Intervention, Outcome
from extractor.record.record import Extraction, Registration
from extractor.spans import Span
from tests.agreement.halves import half

EN, ZH = half("en").extraction, half("zh").extraction


def shuffled(extraction: Extraction, seed: int) -> Extraction:
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    lists = ("arms", "cohorts", "outcomes", "sample_sizes", "estimates", "adverse_events", "effects", "tests")
    return extraction.model_copy(
        update={name: tuple(chance.sample(getattr(extraction, name), len(getattr(extraction, name)))) for name in lists}
    )


def without_codes(extraction: Extraction) -> Extraction:
    """The same facts with outcomes that have lost their codes."""
    plain = tuple(o.model_copy(update={"concept": None}) for o in extraction.outcomes)
    return extraction.model_copy(update={"outcomes": plain})


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_the_lists_does_not_matter(seed: int) -> None:
    assert compare(shuffled(EN, seed), shuffled(ZH, seed + 100)) == compare(EN, ZH)


def test_either_side_may_come_first() -> None:
    assert compare(ZH, EN)[0].status == "consistent"
    changed = half("zh", {"hr.value": "0.84"}).extraction
    turned, straight = compare(changed, EN)[1], compare(EN, changed)[1]
    assert [f.code for f in turned] == [f.code for f in straight]
    assert {p.language for p in turned[0].places} == {"en", "zh"}


def test_one_language_is_not_compared_with_itself() -> None:
    with pytest.raises(ValueError, match="two languages"):
        compare(EN, EN)


def test_outcomes_without_codes_are_known_by_their_numbers() -> None:
    assert compare(EN, without_codes(ZH))[1] == ()


@pytest.mark.parametrize("lost", ["arm", "cohort", "outcome", "timepoint", "unit"])
def test_what_one_side_failed_to_attach_is_no_error(lost: str) -> None:
    bare = tuple(e.model_copy(update={lost: None}) for e in ZH.estimates)
    agreement, findings = compare(EN, ZH.model_copy(update={"estimates": bare}))
    assert findings == ()
    assert agreement.status == "consistent"


def test_an_arm_found_in_one_language_only_disturbs_nothing() -> None:
    other = Arm(id="en.a9", name="open-label extension", spans=((1, 2),))
    assert compare(EN.model_copy(update={"arms": (other, *EN.arms)}), ZH)[1] == ()


def test_an_event_that_one_language_takes_for_an_outcome_is_paired() -> None:
    outcome = Outcome(id="zh.o9", name="高血压", concept="hypertension")
    names = ("id", "statistic", "value", "unit", "arm", "span")
    plain = tuple(
        ZH.estimates[0].model_copy(update={**{n: getattr(e, n) for n in names}, "spread": None, "outcome": "zh.o9"})
        for e in ZH.adverse_events
    )
    told = ZH.model_copy(
        update={
            "estimates": (*ZH.estimates, *plain),
            "adverse_events": (),
            "outcomes": (*ZH.outcomes, outcome),
        }
    )
    agreement, findings = compare(EN, told)
    assert findings == ()
    assert agreement.en_only == agreement.zh_only == ()


def without(extraction: Extraction, ident: str, *, printed: bool) -> Extraction:
    """The extraction without one size; its number blanked out of the text unless `printed`."""
    gone = next(s for s in extraction.sample_sizes if s.id == ident)
    rest = tuple(s for s in extraction.sample_sizes if s is not gone)
    start, end = gone.value.span
    text = extraction.text if printed else extraction.text[:start] + "_" * (end - start) + extraction.text[end:]
    return extraction.model_copy(update={"sample_sizes": rest, "text": text})


@pytest.mark.parametrize(("printed", "severity"), [(True, "info"), (False, "warning")])
def test_a_fact_that_one_language_lacks(*, printed: bool, severity: str) -> None:
    agreement, findings = compare(EN, without(ZH, "zh.n1", printed=printed))
    assert [(f.code, f.severity, f.facts) for f in findings] == [("missing_in_zh", severity, ("en.n1",))]
    assert agreement.status == "incomplete"
    assert agreement.en_only == ("en.n1",)


def test_a_missing_number_is_sought_in_any_notation_the_caller_reads() -> None:
    lacking = without(ZH, "zh.n1", printed=False)
    start = len(lacking.text)
    told = lacking.model_copy(update={"text": lacking.text + "四百一十二例"})

    def numbers_in(text: str) -> list[tuple[Decimal, tuple[int, int]]]:
        return [(Decimal(412), (start, start + 5))] if "四百一十二" in text else []

    _, findings = compare(EN, told, numbers_in=numbers_in)
    assert [(f.severity, f.places[-1].span) for f in findings] == [("info", (start, start + 5))]


def test_a_part_that_one_language_leaves_out_is_a_warning() -> None:
    effect = ZH.effects[0].model_copy(update={"interval": None})
    text = ZH.text.replace("0.35", "____").replace("0.66", "____")
    agreement, findings = compare(EN, ZH.model_copy(update={"effects": (effect,), "text": text}))
    assert [(f.code, f.severity) for f in findings] == [("missing_in_zh", "warning")]
    assert agreement.status == "incomplete"


@pytest.mark.parametrize(("number", "codes"), [("0.001", []), ("0.01", ["p_mismatch"])])
def test_a_p_value_read_as_a_test_of_its_own_is_the_effects(number: str, codes: list[str]) -> None:
    told = half("zh", {"hr.p": number}).extraction
    effect, test = told.effects[0], told.tests[0]
    own = test.model_copy(update={"id": "zh.t9", "p": effect.p, "outcomes": (effect.outcome,)})
    bare = effect.model_copy(update={"p": None})
    told = told.model_copy(update={"effects": (bare,), "tests": (*told.tests, own)})
    agreement, findings = compare(EN, told)
    assert [f.code for f in findings] == codes
    assert agreement.zh_only == ()


def test_an_equal_value_under_another_cohort_is_a_mismatch() -> None:
    women, men = "zh.c1", "zh.c2"
    turned = tuple(
        e.model_copy(update={"cohort": men if e.cohort == women else women}) if e.cohort else e for e in ZH.estimates
    )
    _, findings = compare(EN, ZH.model_copy(update={"estimates": turned}))
    assert {f.code for f in findings} <= {"cohort_mismatch", "number_mismatch"}
    assert len(findings) == 2


def test_median_against_mean_is_a_warning() -> None:
    mean = tuple(e.model_copy(update={"statistic": "mean"}) if e.id == "zh.e2" else e for e in ZH.estimates)
    _, findings = compare(EN, ZH.model_copy(update={"estimates": mean}))
    assert [(f.code, f.severity) for f in findings] == [("outcome_mismatch", "warning")]


def test_not_reached_against_a_number_is_an_error() -> None:
    bare = {"value": None, "interval": None, "not_reached": True}
    told = tuple(e.model_copy(update=bare) if e.id == "zh.e2" else e for e in ZH.estimates)
    _, findings = compare(EN, ZH.model_copy(update={"estimates": told}))
    assert [(f.code, f.severity) for f in findings] == [("number_mismatch", "error")]


def registered(*ids: str) -> tuple[Registration, ...]:
    return tuple(Registration(registry="ClinicalTrials.gov", id=i) for i in ids)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("NCT00000001",), ("NCT00000001",), []),
        (("NCT00000001",), ("nct 00000001",), []),
        (("NCT00000001",), ("NCT00000007",), [("registration_mismatch", "error")]),
        (("NCT00000001",), (), [("missing_in_zh", "info")]),
        ((), ("NCT00000001",), [("missing_in_en", "info")]),
        (("NCT00000001", "NCT00000002"), ("NCT00000002",), [("missing_in_zh", "info")]),
    ],
)
def test_registrations(left: tuple[str, ...], right: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    en = EN.model_copy(update={"text": EN.text + " ".join(left)})
    zh = ZH.model_copy(update={"text": ZH.text + " ".join(right)})
    _, findings = compare(en, zh, registrations=(registered(*left), registered(*right)))
    assert [(f.code, f.severity) for f in findings] == expected
    if expected == [("registration_mismatch", "error")]:
        texts = {"en": en.text, "zh": zh.text}
        assert [Span(*p.span).of(texts[p.language]) for p in findings[0].places] == [*left, *right]


@pytest.mark.parametrize(("ratio", "expected"), [((2, 2), []), ((2, 1), ["error"]), ((1, 1, 1), ["error"])])
def test_allocation_ratios(ratio: tuple[int, ...], expected: list[str]) -> None:
    text = ZH.text + "按" + ":".join(map(str, ratio))
    zh = ZH.model_copy(update={"design": Design(allocation_ratio=ratio), "text": text})
    _, findings = compare(EN, zh)
    assert [f.severity for f in findings] == expected
    assert all(f.code == "ratio_mismatch" for f in findings)


@pytest.mark.parametrize(
    ("dose", "unit", "codes"),
    [
        ("20", "mg", []),
        ("0.02", "g", []),
        ("200", "mg", ["number_mismatch"]),
        ("20", "IU", ["unit_mismatch"]),
    ],
)
def test_doses(dose: str, unit: str, codes: list[str]) -> None:
    drug = Intervention(name="甲药", concept="newdrug", dose=Decimal(dose), dose_unit=unit)
    arms = (ZH.arms[0].model_copy(update={"interventions": (drug,)}), ZH.arms[1])
    _, findings = compare(EN, ZH.model_copy(update={"arms": arms}))
    assert [f.code for f in findings] == codes


def test_numbers_in_one_order_under_turned_arms_are_no_error() -> None:
    turned = {"zh.a1": "zh.a2", "zh.a2": "zh.a1"}
    told = tuple(e.model_copy(update={"arm": turned.get(e.arm or "", e.arm)}) for e in ZH.estimates)
    _, findings = compare(EN, ZH.model_copy(update={"estimates": told}))
    assert findings
    assert {f.severity for f in findings} == {"warning"}


def test_an_equal_value_under_another_outcome_is_no_claim() -> None:
    told = tuple(e.model_copy(update={"outcome": "zh.o5"}) if e.id == "zh.e2" else e for e in ZH.estimates)
    _, findings = compare(EN, ZH.model_copy(update={"estimates": told}))
    assert {f.severity for f in findings} <= {"info"}


@pytest.mark.parametrize(("number", "expected"), [("207", []), ("201", ["error"])])
def test_a_size_read_as_a_count_is_the_group_s_size(number: str, expected: list[str]) -> None:
    told = half("zh", {"a.n": number}).extraction
    size = next(s for s in told.sample_sizes if s.id == "zh.n2")
    count = ZH.estimates[0].model_copy(
        update={"id": "zh.e99", "statistic": "count", "value": size.value, "unit": None, "spread": None,
                "arm": size.arm, "outcome": None}
    )  # fmt: skip
    sizes = tuple(s for s in told.sample_sizes if s is not size)
    told = told.model_copy(update={"sample_sizes": sizes, "estimates": (*told.estimates, count)})
    _, findings = compare(EN, told)
    assert [f.severity for f in findings] == expected
