"""Every language says everything, in its own words and with its own signs."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.languages import LANGUAGES, language
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.lettering import is_rtl, undrawable
from blueprint_cli.look import PARTS
from blueprint_cli.problems import Trouble
from blueprint_cli.words import Words

OTHERS = [words for words in LANGUAGES if words is not ENGLISH]
SIGNS = {"colon", "comma", "quotes", "decimal", "group", "gap", "dash", "aside"}
"""Fields that are no words; some are the same in many languages."""
AS_IN_ENGLISH = {
    "de": {"Frontstage", "Backstage", "System", "Partner", "neutral", "Phase"},
    "fr": {"Phase", "h", "min", "s", "phases", "Sources", "Description", "Impact", "Effort"},
    "es": {"d", "h", "min", "s"},
}
each_language = pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
each_other = pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.code)


def texts(words):
    """All words with where they stand: `marks.wait`, `units.2`."""
    for field, value in zip(Words._fields, words, strict=True):
        if isinstance(value, str):
            yield field, value
        elif not isinstance(value, bool):
            pairs = enumerate(value) if isinstance(value, tuple) else value.items()
            yield from ((f"{field}.{key}", text) for key, text in pairs)


@each_other
def test_says_all_that_english_says(words):
    assert [place for place, _ in texts(words)] == [place for place, _ in texts(ENGLISH)]
    assert all(text for _, text in texts(words))


@each_other
def test_takes_what_english_takes(words):
    english = {place: text.count("{}") for place, text in texts(ENGLISH)}
    assert {place: text.count("{}") for place, text in texts(words)} == english
    assert not [text for _, text in texts(words) if re.search(r"{[^}]|[^{]}", text)]


@each_other
def test_nothing_is_left_in_english(words):
    english = dict(texts(ENGLISH))
    same = {text for place, text in texts(words) if text == english[place] and place not in SIGNS}
    same -= {text for place, text in texts(words) if place.split(".")[0] in SIGNS | {"code"}}
    assert same <= AS_IN_ENGLISH.get(words.code, set())


@each_language
def test_can_be_drawn(words):
    assert not undrawable("".join(text for _, text in texts(words)))


@each_language
def test_runs_the_way_its_letters_do(words):
    assert words.rtl == is_rtl(words.picture)


@each_language
def test_names_all_parts(words):
    assert set(words.parts) == PARTS


@each_language
def test_signs_are_those_of_a_printer(words):
    said = "\n".join(text for place, text in texts(words) if place not in SIGNS)
    assert "..." not in said
    assert '"' not in said
    if words is not ENGLISH:
        assert "'" not in said
    if words.code == "fr":
        assert not re.search("(?<!\N{NARROW NO-BREAK SPACE})[:;!?»]", said)
    if words.code in {"zh", "ja"}:
        assert not re.search("[:,;()]", said)
    if words.code == "ar":
        assert not re.search("[,;?]", said)


@each_language
def test_is_found_by_its_code(words):
    assert language(words.code, ()) is words
    assert language(f"{words.code.upper()}_XY", ()) is words
    assert language(f"{words.code}-Latn-XY", ()) is words


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ([], "en"),
        (["Guest", "Größe"], "en"),
        (["Гость", "приходит"], "en"),
        (["손님", "호텔"], "en"),
        (["顾客在小程序里选择", "iPhone CRM"], "zh"),
        (["予約をキャンセルする", "顧客情報"], "ja"),
        (["予約確認", "カード"], "ja"),
        (["تتصل بالعيادة", "CRM"], "ar"),
        (["A long English sentence about the word 道"], "en"),
    ],
)
def test_letters_tell_the_language(texts, code):
    assert language("auto", texts).code == code


@pytest.mark.parametrize(
    ("sample", "code"), [("clinic-ar", "ar"), ("phone-repair-zh", "zh"), ("hotel", "en")]
)
def test_samples_tell_their_language(sample, code):
    said = Path(f"samples/{sample}.yaml").read_text("utf-8")
    assert language("auto", re.findall("name: ([^,}\n]+)", said)).code == code


@given(st.lists(st.text()))
def test_any_texts_have_a_language(texts):
    assert language("auto", texts) in LANGUAGES


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("auot", "did you mean `auto`? Known are"),
        ("klingon", "known are `auto`, `en`, `de`, `fr`, `es`, `zh`, `ja`, `ar`"),
        ("", "known are"),
    ],
)
def test_a_language_that_is_not_there(code, hint):
    with pytest.raises(Trouble) as caught:
        language(code, ())
    assert caught.value.message == f"unknown language '{code}'"
    assert caught.value.hint.startswith(hint)
