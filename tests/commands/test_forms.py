"""Each form that a picture can have is written by something, and its file is known by its name."""

from blueprint_cli.exporters import EXPORTERS
from blueprint_cli.forms import ENDINGS, FORMS, told_by
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.look import PARTS


def test_every_form_is_written_by_something():
    assert tuple(EXPORTERS) == FORMS


def test_every_ending_tells_its_form():
    assert {told_by(f"a.b{ending}", ENDINGS) for ending in ENDINGS.values()} == set(FORMS)
    assert [told_by(f"A{ending.upper()}", ENDINGS) for ending in ENDINGS.values()] == list(FORMS)
    assert told_by("picture.jpg", ENDINGS) is None
    assert told_by("svg", ENDINGS) is None


def test_every_part_has_a_word_for_what_is_left_out():
    assert set(ENGLISH.parts) == PARTS
