"""What readers see as one character, and between which of them a line may break.

Both follow Unicode (annexes 29 and 14) where it matters on a card, in fewer rules: what they keep
together Unicode keeps together too, or readers of that script do.
"""

from collections.abc import Iterator
from unicodedata import category

JOINER = "\u200d"
CONJOINING = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u17d2\u1039\u1a60\ua9c0")
"""Signs that make one letter of the consonants beside them, in the scripts of India and its neighbours."""
ALSO_MARKS = frozenset("\u0e33\u0eb3\u200c\u200d\uff9e\uff9f")
"""What hangs on the character before it, though Unicode counts it as letters or signs."""
BEFORE_CONSONANT = frozenset("เแโใไເແໂໃໄ")
NOT_FIRST = frozenset(
    "!%),.:;?]}¢°·’”»›‐–—‥…‰′″℃、。〃々〉》」』】〕〗〙〛〜〞〟‼⁇⁈⁉"
    "ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞ゠ァィゥェォッャュョヮヵヶ・ーヽヾ"
    "！％），．：；？］｝～｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
"""Closing signs and small kana, which begin no line."""
NOT_LAST = frozenset("#$([{£¥‘“«‹〈《「『【〔〖〘〚〝＄（［｛｟｢￡￥№")
"""Opening signs, which end no line."""


def clusters(text: str) -> Iterator[str]:
    """The text in parts that are seen as one character and never broken."""
    if text.isascii():
        yield from text
        return
    start = 0
    for place in range(1, len(text)):
        if not _joined(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def break_places(word: str) -> list[str]:
    """A text without spaces in the parts between which a line may break.

    Chinese and Japanese break after every character but at signs that must not begin or end a
    line, and so do emoji. Other scripts do not break inside a word.
    """
    parts: list[str] = []
    for cluster in clusters(word):
        if parts and not _breaks(parts[-1][-1], cluster[0]):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def _breaks(last: str, first: str) -> bool:
    if first in NOT_FIRST or last in NOT_LAST:
        return False
    if last in "-/\u200b‐–—":
        return first.isalpha()
    return _is_ideograph(first) or _is_ideograph(last)


def _is_ideograph(char: str) -> bool:
    """Whether lines may break before and after the character: Han, kana, full width, emoji."""
    return (
        ("\u2e80" <= char <= "\ua4cf" and not "\u3130" <= char <= "\u318f")
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\uffef"
        or "\U0001f000" <= char <= "\U0003ffff"
    )


def _joined(text: str, start: int, place: int) -> bool:
    """Whether the characters before and after this place belong to one cluster."""
    before, after = text[place - 1], text[place]
    if after < "\u0300" and before < "\u0300":
        return False
    return (
        after in ALSO_MARKS
        or category(after)[0] == "M"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
        or before in BEFORE_CONSONANT
        or (before in CONJOINING and category(after)[0] == "L")
        or (before == JOINER and not after.isspace())
        or _is_flag(text, start, place)
        or _is_hangul(before, after)
    )


def _is_flag(text: str, start: int, place: int) -> bool:
    """Whether two letters of a flag stand here, as the first two of the cluster."""
    letters = text[start : place + 1]
    return len(letters) == 2 and all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in letters)


def _is_hangul(before: str, after: str) -> bool:
    """Whether two Korean letters make one syllable: a first, a vowel, a last."""
    if not ("\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"):
        return False
    if before < "\u1160":
        return "\u1100" <= after <= "\u11a7" or "\uac00" <= after <= "\ud7a3"
    return "\u1160" <= after <= "\u11ff" and (before < "\u11a8" or after >= "\u11a8")
