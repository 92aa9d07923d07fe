"""Whatever the text: wrapping loses nothing, keeps to the width and tears no character apart."""

import os
import re
import subprocess
import sys
from itertools import accumulate

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from blueprint_cli.lettering import measure, wrap

SLACK = 0.001
WHITE = re.compile(
    "[ \t\n\r\v\f\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+"
)
SIZES = st.sampled_from([9.5, 11.5, 12, 20])
WIDTHS = st.floats(1, 400)
HOLDS_THE_NEXT = regex.compile(
    r"[\u200d\u0d4e\u0e40-\u0e44\u0ec0-\u0ec4]$"
    r"|[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u17d2\u1039\u1a60\ua9c0][\p{M}\u200c\u200d]*$"
)
"""Here letters are seen as one though Unicode would let them part."""
SCRIPTS = {
    "Latin": "Check-in für 2 Gäste, well-known/„Zürich“ e.g. https://a.b/c?d=e&f ffi AVAW",
    "marks": "e\u0301o\u0308\u0323a\u0302\u0301x\u20dd y\u0336",
    "signs": "-/.…“”„«»()[]{}#%&@*+=<>|\\~^`'\"\u2013\u2014\u00ad\u00a0\u202f\u200b\u2060",
    "CJK": "客户（前台）：「手机」。、！？シャツー々ぁ葛\U000e0100か\u3099ﾊﾞﾟＡ１",
    "Korean": "고객이\u1112\u1161\u11ab\ua960\u1161\ud7cb각\u11a8",
    "Thai": "น้ำเก้าไม่ลูกค้าฯ ນ້ຳເປັນໝໍ",
    "India": "क्षत्रिय\u200dस्\u200cथ য়ক্ষু ਪੰਜਾਬੀ ಕ್ಷ്ക തു ශ්‍රී",
    "Khmer": "ខ្មែរស្រី្ត က္ကမ္ဘာ ᩅᩢ᩠ᨯ",
    "Arabic": "يُسَجِّلُ لا\u0600\u0661 \u06dd42 می‌خواهم שָׁלוֹם\u200f\u200e\u2067\u2069",
    "emoji": "👨‍👩‍👧👍🏽🇩🇪🇫🏴\U000e0067\U000e007f1️⃣❤️⏳\u200d\ufe0f\u20e3",
    "breaks": " \t\n\r\u2028\u3000",
}
WORDS = st.sampled_from(list(SCRIPTS.values())).flatmap(
    lambda letters: st.text(st.sampled_from(letters), max_size=14)
)
TEXTS = st.lists(WORDS | st.text(max_size=5), max_size=8).map(" ".join) | st.lists(WORDS).map(
    "".join
)


@given(TEXTS, WIDTHS, SIZES, st.booleans())
@example(text="ສ-ำ", width=1, size=12, bold=False)
def test_nothing_is_lost_but_white_space(text, width, size, bold):
    lines = wrap(text, width, size, bold=bold)
    assert WHITE.sub("", "".join(lines)) == WHITE.sub("", text)
    assert all(line and line == WHITE.sub(" ", line).strip(" ") for line in lines)


@given(TEXTS, WIDTHS, SIZES, st.booleans())
def test_no_line_is_wider_unless_one_character_is(text, width, size, bold):
    for line in wrap(text, width, size, bold=bold):
        if measure(line, size, bold=bold) > width + SLACK:
            seen = regex.findall(r"\X[\p{M}\u200c\u200d]*", line)
            *firsts, _ = (each for each in seen if measure(each, size, bold=bold))
            assert all(map(HOLDS_THE_NEXT.search, firsts))


@given(TEXTS, WIDTHS, SIZES)
def test_no_line_breaks_inside_a_grapheme_cluster(text, width, size):
    places, length = {0}, 0
    for word in WHITE.split(text):
        places |= {length + found.end() for found in regex.finditer(r"\X", word)}
        length += len(word)
    ends = accumulate(len(WHITE.sub("", line)) for line in wrap(text, width, size))
    assert set(ends) <= places


@given(TEXTS, WIDTHS, SIZES, st.booleans())
def test_what_fits_is_one_line(text, width, size, bold):
    words = [word for word in WHITE.split(text) if word]
    one = " ".join(words)
    if words and not set("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") & set(text):
        lines = wrap(text, width, size, bold=bold)
        assert (lines == (one,)) == (
            measure(one, size, bold=bold) <= width + SLACK or len(lines) == 1
        )


@given(TEXTS, SIZES, st.booleans())
def test_widths_add_up(text, size, bold):
    letters = sum(measure(char, size, bold=bold) for char in text)
    assert abs(measure(text, size, bold=bold) - letters) < SLACK * (1 + len(text))
    assert measure(text, 2 * size, bold=bold) == 2 * measure(text, size, bold=bold)


def test_every_process_breaks_alike():
    code = (
        "from blueprint_cli.lettering import wrap\n"
        f"for text in {list(SCRIPTS.values())!r}:\n"
        "    print(ascii(wrap(text, 40, 11.5)))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(said) == 1
    assert said.pop().count(b"\n") == len(SCRIPTS)
