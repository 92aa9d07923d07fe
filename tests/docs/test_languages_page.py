"""docs/languages.md names every language, and shows what a picture in it says."""

import re
from pathlib import Path

from blueprint_cli.languages import LANGUAGES
from blueprint_cli.phrases import duration

PAGE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{WORD JOINER}": None})


def test_names_every_language():
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
    assert rows == [
        (
            words.code,
            words.lines["visibility"],
            duration(words, 90 * 60, 150 * 60).translate(SPACES),
        )
        for words in LANGUAGES
    ]
