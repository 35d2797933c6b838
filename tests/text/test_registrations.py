"""Registrations in their registers' own spelling."""

import pytest

from extractor.text.registrations import registrations


@pytest.mark.parametrize(
    ("printed", "registry", "number"),
    [
        ("NCT 01234567", "ClinicalTrials.gov", "NCT01234567"),
        ("nct-01234567", "ClinicalTrials.gov", "NCT01234567"),
        ("ChiCTR-TRC-12001234", "ChiCTR", "ChiCTR-TRC-12001234"),
        ("chictr2000029308", "ChiCTR", "ChiCTR2000029308"),
        ("ISRCTN 12345678", "ISRCTN", "ISRCTN12345678"),
        ("2004-000446-20", "EudraCT", "2004-000446-20"),
        ("UMIN-CTR 000012345", "UMIN", "UMIN000012345"),
        ("jRCTs031180123", "jRCT", "jRCTs031180123"),
        ("JapicCTI-121234", "JapicCTI", "JapicCTI121234"),
        ("ACTRN 12612000123456", "ANZCTR", "ACTRN12612000123456"),
        ("CTRI/2010/091/000531", "CTRI", "CTRI/2010/091/000531"),
        ("NTR 1234", "NTR", "NTR1234"),
        ("DRKS-ID: DRKS00001234", "DRKS", "DRKS00001234"),
        ("IRCT2013012345678N1", "IRCT", "IRCT2013012345678N1"),
        ("KCT0001234", "CRIS", "KCT0001234"),
        ("RBR-6kz8q4", "ReBec", "RBR-6kz8q4"),
        ("HKUCTR-1234", "HKUCTR", "HKUCTR-1234"),
    ],
)
def test_a_number_is_given_in_the_registers_own_spelling(printed: str, registry: str, number: str) -> None:
    text = f"(registered, {printed})"
    (found,) = registrations(text)
    assert (found.registry, found.id) == (registry, number)
    assert printed.endswith(found.span.of(text)) or found.span.of(text) == printed


def test_all_are_found_in_text_order() -> None:
    found = registrations("ISRCTN12345678, NCT01234567 and NCT01234567")
    assert [one.id for one in found] == ["ISRCTN12345678", "NCT01234567", "NCT01234567"]


@pytest.mark.parametrize("text", ["NCT0123456", "NCT012345678", "2004-2006", "NTR", "the UMIN group", ""])
def test_other_numbers_are_no_registrations(text: str) -> None:
    assert registrations(text) == ()
