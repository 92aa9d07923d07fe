"""Cases of formatting, the examples of docs/formatting.md, and the promises kept on all of them.

A case file is `cases/*.txt`. `=== TITLE` begins a case; the text before follows, and behind a line
`>>>` the text after. A text without `blueprint:` stands below one. `--accept` rewrites what follows
`>>>`.
"""

import re
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from blueprint_cli.editing.comments import comments
from blueprint_cli.formatting import formatted, laid_out
from blueprint_cli.formatting.proof import doubt
from blueprint_cli.parse import parse
from blueprint_cli.source import Source

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted((HERE / "cases").glob("*.txt"))
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
PAGE = (ROOT / "docs" / "formatting.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml before\n(.*?)```\n\n```yaml after\n(.*?)```", PAGE, re.DOTALL)
HEAD = "blueprint: Hotel\n\n"


def new(text: str) -> str:
    """The canonical form of a text that has one, with all promises kept."""
    document = parse(Source("a.yaml", text))
    result = formatted(document)
    assert result.doubt is None
    assert result.text is not None, result.problems
    keeps_its_promises(text, result.text)
    return result.text


def keeps_its_promises(before: str, after: str) -> None:
    """Same blueprint, same comments, nothing changes again; by other means than the program's."""
    old, again = parse(Source("a.yaml", before)), parse(Source("a.yaml", after))
    assert formatted(again).text == after
    if before.endswith(("\n", "\r")):
        assert old.blueprint == again.blueprint
    assert Counter(each.code for each in old.problems) == Counter(
        each.code for each in again.problems
    )
    assert words_of_comments(before) == words_of_comments(after)


def words_of_comments(text: str) -> Counter[str]:
    document = parse(Source("a.yaml", text))
    return Counter(each.text for each in comments(document.source, document.root))


def as_ruamel_reads(text: str) -> object:
    yaml = YAML(typ="base", pure=True)
    return short(yaml.load(StringIO(text)))


def short(value: object) -> object:
    """What is said, in short forms everywhere and without an order of keys."""
    while (isinstance(value, list) and len(value) == 1) or (
        isinstance(value, dict) and len(value) == 1 and value.keys() <= {"name", "action"}
    ):
        value = value[0] if isinstance(value, list) else next(iter(value.values()))
    if isinstance(value, list):
        return [short(each) for each in value]
    if isinstance(value, dict):
        return {key: short(each) for key, each in value.items()}
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    sections = re.split(r"(?m)^(?==== )", expected)
    came_out = "".join(replayed(section) for section in sections if section)
    if accept and came_out != expected:
        case.write_text(came_out, encoding="utf-8")
    assert came_out == (came_out if accept else expected)


def replayed(section: str) -> str:
    """A case with what comes out today."""
    if not section.startswith("=== "):
        return section
    title, _, rest = section.partition("\n")
    before = rest.partition(">>>\n")[0]
    after = whole(before, new)
    spaced = before.replace("\t", " ")  # ruamel.yaml takes no tab behind a colon
    assert as_ruamel_reads(spaced) == as_ruamel_reads(after), title
    return f"{title}\n{before}>>>\n{after}\n"


def whole(text: str, change) -> str:
    """What becomes of a text that may be only a part."""
    if re.search(r"^\W*blueprint\W*:", text, re.MULTILINE):
        return change(text)
    opening = re.match(r"(?:#.*\n)*(?:\n(?=.)|(?=[^\n#]))", text)[0]
    came_out = change(opening + HEAD + text[len(opening) :])
    assert HEAD in came_out
    return came_out.replace(HEAD, "", 1)


def test_the_page_has_examples():
    assert len(EXAMPLES) == PAGE.count("```yaml") / 2 == 6


@pytest.mark.parametrize(("before", "after"), EXAMPLES)
def test_examples_of_the_page(before, after):
    assert whole(before, new) == after
    assert whole(after, new) == after


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_samples(sample):
    text = sample.read_text(encoding="utf-8")
    after = new(text)
    assert as_ruamel_reads(text) == as_ruamel_reads(after)
    assert new(text.replace("\n", "\r\n")) == after.replace("\n", "\r\n")


TEXT = """\
blueprint: Hotel
note: two words   # about the note
# about the lane
lanes: {name: Desk, role: frontstage}
steps: [One, Two]
"""
WRONG = {
    "another text": ("two words", "two word"),
    "another order of items": ("[One, Two]", "[Two, One]"),
    "a key less": ("note: two words", "tags: two words"),
    "a comment less": ("   # about the note", ""),
    "a comment elsewhere": ("# about the lane\nlanes", "lanes"),
    "another problem": ("role: frontstage", "role: front"),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_proof_sees(name):
    old, other = WRONG[name]
    assert old in TEXT
    changed = TEXT.replace(old, other)
    if name == "a comment elsewhere":
        changed += "# about the lane\n"
    before, after = (parse(Source("a.yaml", text)) for text in (TEXT, changed))
    assert doubt(before, laid_out(before), before, laid_out(before)) is None
    assert doubt(before, laid_out(before), after, laid_out(after)) is not None
