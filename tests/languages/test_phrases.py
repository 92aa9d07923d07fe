"""Figures in words: short, right to the second unit, and never parted by a line's end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.languages import LANGUAGES
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.lettering import measure, undrawable, wrap
from blueprint_cli.phrases import duration, listed, number, quoted

SECONDS = {"wk": 604800, "d": 86400, "h": 3600, "min": 60, "s": 1}
TIMES = st.one_of(
    st.integers(0, 60 * 86400).map(float), st.floats(0, 1e9), st.sampled_from(range(0, 90000, 60))
)
NUMBERS = st.one_of(st.integers(-(10**14), 10**14), st.decimals(-9999, 9999, places=3).map(float))


def said(least, most):
    return duration(ENGLISH, least, most).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("least", "most", "text"),
    [
        (0, 0, "0 min"),
        (0.04, 0.04, "0.04 s"),
        (30, 30, "30 s"),
        (59.99, 59.99, "1 min"),
        (61, 61, "1 min 1 s"),
        (180, 300, "3–5 min"),
        (0, 240, "0–4 min"),
        (1200, 1500, "20–25 min"),
        (3599.7, 3599.7, "1 h"),
        (5400, 5400, "1 h 30 min"),
        (5400, 5429, "1 h 30 min"),
        (3600, 5400, "60–90 min"),
        (30, 7200, "30 s – 2 h"),
        (7800, 9000, "2 h 10 min – 2 h 30 min"),
        (86399, 86399, "1 d"),
        (10 * 86400, 10 * 86400, "10 d"),
        (14 * 86400, 21 * 86400, "2–3 wk"),
    ],
)
def test_durations(least, most, text):
    assert said(least, most) == text


@given(TIMES)
def test_a_duration_is_right_to_its_second_unit(seconds):
    parts = re.findall(r"([\d.,]+) (\w+)", said(seconds, seconds))
    units = [SECONDS[unit] for _, unit in parts]
    told = sum(
        float(count.replace(",", "")) * unit for (count, _), unit in zip(parts, units, strict=True)
    )
    assert len(parts) <= 2
    assert units == sorted(units, reverse=True)
    slack = [3600 / 2, 60 / 2, 1 / 2, 0.05 * seconds + 0.0005]
    assert abs(told - seconds) <= slack[sum(seconds < unit for unit in (86400, 3600, 60))]


@given(TIMES, TIMES)
def test_a_range_tells_both_its_ends(one, other):
    least, most = sorted((one, other))
    text = said(least, most)
    ends = [said(least, least), said(most, most)]
    if ends[0] == ends[1]:
        assert text == ends[0]
    elif " – " in text:
        assert text.split(" – ") == ends
    else:
        low, high, unit = re.fullmatch(r"([\d.]+)–([\d.]+) (\w+)", text).groups()
        told = [
            said(float(count) * SECONDS[unit], float(count) * SECONDS[unit])
            for count in (low, high)
        ]
        assert told == ends


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
@given(TIMES, TIMES)
def test_no_space_breaks_a_line(words, one, other):
    text = duration(words, *sorted((one, other)))
    assert " " not in text
    assert not undrawable(text)
    narrow = measure(text, 10)
    assert wrap(f"0 {text}", narrow, 10) == ("0", text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-2, "−2"),
        (1.5, "1.5"),
        (1234.5, "1234.5"),
        (12345, "12,345"),
        (1e15, "1,000,000,000,000,000"),
        (0.0000001, "0.0000001"),
        (12345.678, "12,345.678"),
    ],
)
def test_numbers(value, text):
    assert number(ENGLISH, value) == text


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
@given(NUMBERS)
def test_a_number_keeps_every_digit(words, value):
    text = number(words, value).removeprefix("\N{LEFT-TO-RIGHT MARK}")
    plain = text.replace("−", "-").replace(words.group, "").replace(words.decimal, ".")
    assert float(plain) == value


def test_lists_and_quotes():
    assert listed(ENGLISH, ["Pay", "Leave"]) == "Pay, Leave"
    assert quoted(ENGLISH, "Pay") == "“Pay”"
