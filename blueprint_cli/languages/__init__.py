"""The languages in which a picture can speak, one file each, and which of them is meant."""

import re
from collections.abc import Iterable

from blueprint_cli.languages.ar import ARABIC
from blueprint_cli.languages.de import GERMAN
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.languages.es import SPANISH
from blueprint_cli.languages.fr import FRENCH
from blueprint_cli.languages.ja import JAPANESE
from blueprint_cli.languages.zh import CHINESE
from blueprint_cli.nearest import closest
from blueprint_cli.problems import Trouble
from blueprint_cli.words import Words

LANGUAGES: tuple[Words, ...] = (ENGLISH, GERMAN, FRENCH, SPANISH, CHINESE, JAPANESE, ARABIC)
AUTO = "auto"

_ARABIC = "[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"
_KANA = "[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]"
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_LETTER = r"[^\W\d_]"
_WORTH = 3
"""A sign that stands for a syllable or a word says as much as so many letters."""
_SOME = 0.1
"""Of the signs of a Japanese text, more than this share is kana."""


def language(code: str, texts: Iterable[str]) -> Words:
    """The language of this tag, `de` as well as `de-AT`; for `auto` the one that the texts suggest.

    Letters tell Arabic, Chinese and Japanese apart from all others, and these get English. Raises
    `Trouble` for a language that is not there.
    """
    known = {words.code: words for words in LANGUAGES}
    wanted = code.casefold().replace("_", "-").partition("-")[0]
    if code.casefold() == AUTO:
        return known[_written(" ".join(texts))]
    if wanted not in known:
        raise Trouble(f"unknown language '{code}'", _instead(wanted, [AUTO, *known]))
    return known[wanted]


def _written(text: str) -> str:
    if text.isascii():
        return "en"
    arabic, kana, han = (len(re.findall(script, text)) for script in (_ARABIC, _KANA, _HAN))
    others = len(re.findall(_LETTER, text)) - arabic - kana - han
    if arabic > max(others, kana + han):
        return "ar"
    if (kana + han) * _WORTH <= others + arabic:
        return "en"
    return "ja" if kana > _SOME * (kana + han) else "zh"


def _instead(wanted: str, codes: list[str]) -> str:
    """The nearest code if one is near, and in any case all of them."""
    near = closest(wanted, codes)
    listed = ", ".join(f"`{code}`" for code in codes)
    return f"did you mean `{near}`? Known are {listed}" if near else f"known are {listed}"
