"""PyYAML is loaded with patterns that are compiled later: it is no other PyYAML for that."""

import re
from datetime import date

import pytest
import yaml

from blueprint_cli.reading import events


def test_it_is_the_same_library_and_python_compiles_as_ever():
    assert events.yaml is yaml
    assert re.compile("a").fullmatch("a")
    assert isinstance(re.compile("a"), re.Pattern)


def test_its_parser_in_python_works():
    read = yaml.load("{day: 2026-01-31, hex: 0x1F, word: é, light: off}", yaml.SafeLoader)
    assert read == {"day": date(2026, 1, 31), "hex": 31, "word": "é", "light": False}
    with pytest.raises(yaml.reader.ReaderError, match="special characters are not allowed"):
        yaml.safe_load("bell: \a")
