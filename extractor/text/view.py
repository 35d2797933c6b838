"""The view of a text: what patterns match on, one character for each character of the text as it was read.

Because no character is ever added or dropped, a place in the view is the same place in the text.
"""

from functools import cache

import regex

from extractor.knowledge import Language
from extractor.knowledge.lexicon import fold
from extractor.knowledge.loader import COMMON, pattern_folder, read_folder

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

# A raised dot is a decimal point only beside a digit ("0·38", "P=·03"); elsewhere it multiplies, lists or
# joins names. So this is the one replacement that has to look at the neighbours.
_RAISED_POINT = regex.compile(r"(?<=[0-9=<>≤≥])[·•‧∙⋅・･˙](?=[0-9])")


@cache
def replacements() -> dict[int, str | int]:
    """The table for `str.translate`: the full-width forms and `[characters]` of the common pattern files."""
    table: dict[int, str | int] = dict(_FULL_WIDTH)
    for file in read_folder(pattern_folder() / COMMON).values():
        table.update({ord(printed): shown for printed, shown in file.characters.items()})
    return table


def plain(raw: str) -> str:
    """`raw` in plain characters, without the script folding of any language; always of the same length."""
    return _RAISED_POINT.sub(".", raw.translate(replacements()))


def view(raw: str, language: Language) -> str:
    """What the patterns of `language` match on instead of `raw`; always of the same length."""
    return fold(plain(raw), language.model.fold)
