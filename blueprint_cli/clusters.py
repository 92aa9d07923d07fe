"""What readers see as one character, and between which of them a line may break.

Both follow Unicode (annexes 29 and 14) where it matters on a card, in fewer rules: what they keep
together Unicode keeps together too, or readers of that script do.
"""

from collections.abc import Iterator
from unicodedata import category

JOINER = "\u200d"
CONJOINING = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u17d2\u1039\u1a60\ua9c0")
"""Signs that make one letter of the consonants beside them, in scripts of India and around it."""
ALSO_MARKS = frozenset("\u0e33\u0eb3\u200c\u200d\uff9e\uff9f")
"""What hangs on the character before it, though Unicode counts it as letters or signs."""
BEFORE_ANY = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e"
    "\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011d46"
)
"""Signs that hang on the character after them, such as those over Arabic numbers."""
BEFORE_CONSONANT = frozenset("เแโใไເແໂໃໄ")
LASTS = 28
"""So many Korean syllables in a row differ only in how they end, the first being open."""
NOT_FIRST = frozenset(
    "!%),.:;?]}¢°·’”»›‐–—‥…‰′″℃、。〃々〉》」』】〕〗〙〛〜〞〟‼⁇⁈⁉"
    "ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞ゠ァィゥェォッャュョヮヵヶ・ーヽヾ"
    "！％），．：；？］｝～｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
"""Closing signs and small kana, which begin no line."""
NOT_LAST = frozenset("#$([{£¥‘“«‹〈《「『【〔〖〘〚〝＄（［｛｟｢￡￥№")
"""Opening signs, which end no line."""
GLUE = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{WORD JOINER}")
"""What holds the characters on both its sides together."""


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
    if first in NOT_FIRST or last in NOT_LAST or first in GLUE or last in GLUE:
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
    if before == JOINER or before in BEFORE_ANY:
        return not after.isspace()
    if "\u309b" <= after <= "\ua4cf":
        return False
    return (
        after in ALSO_MARKS
        or category(after)[0] == "M"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
        or before in BEFORE_CONSONANT
        or (category(after)[0] == "L" and _ends_conjoining(text, start, place))
        or (_is_flag_letter(after) and _ends_half_a_flag(text, start, place))
        or _is_hangul(before, after)
    )


def _ends_conjoining(text: str, start: int, place: int) -> bool:
    """Whether a conjoining sign stands before this place, with nothing but marks after it."""
    last = place - 1
    while last > start and text[last] not in CONJOINING and category(text[last])[0] == "M":
        last -= 1
    return text[last] in CONJOINING


def _is_flag_letter(char: str) -> bool:
    """Whether two such letters together are seen as a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _ends_half_a_flag(text: str, start: int, place: int) -> bool:
    """Whether the letters of flags that end before this place are odd in number."""
    first = place
    while first > start and _is_flag_letter(text[first - 1]):
        first -= 1
    return (place - first) % 2 == 1


def _is_hangul(before: str, after: str) -> bool:
    """Whether two Korean letters make one syllable: a first, a vowel, a last."""
    first, second = _hangul(before), _hangul(after)
    if first == "first":
        return second in {"first", "vowel", "open", "closed"}
    if second == "last":
        return first != ""
    return second == "vowel" and first in {"vowel", "open"}


def _hangul(char: str) -> str:
    """What the character is in a Korean syllable, or which syllable it is, or nothing."""
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "first"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "vowel"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "last"
    if "\uac00" <= char <= "\ud7a3":
        return "closed" if (ord(char) - 0xAC00) % LASTS else "open"
    return ""
