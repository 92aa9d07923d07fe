"""Read the texts of `cases/` and compare all that is said of them.

A case begins with `=== TITLE`; its text goes up to `~~~`, and what is expected up to the next case.
`+++ PATH` begins a further file beside it: such a case is read in a workspace of its own.
`--accept` rewrites what is expected.
"""

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from blueprint_cli.parse import read
from blueprint_cli.schema import schema
from blueprint_cli.workspace import Workspace

sys.path.insert(0, str(Path(__file__).parent))
from dump import report

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema()))
STRUCTURAL = {"BP003", "BP004", "BP005", "BP008", "BP009", "BP010"}
BEYOND_YAML = {"BP002", "BP006", "BP011", "BP012", "BP013"}
BEYOND_SCHEMA = re.compile("there is no day|no time at all|is a range|outside|mappings only")


def split(text):
    """Title, input and expected text of every case, and what stands before the first."""
    head, *cases = re.split(r"^=== ", text, flags=re.MULTILINE)
    parts = [re.split(r"^~~~\n", case, flags=re.MULTILINE) for case in cases]
    return head, [(*part[0].split("\n", 1), part[1] if len(part) > 1 else "") for part in parts]


def texts_of(written):
    """The texts of a case by path; the one without a path is read."""
    first, *others = re.split(r"^\+\+\+ ", written, flags=re.MULTILINE)
    return first, dict(other.split("\n", 1) for other in others)


def document_of(written, folder):
    first, others = texts_of(written)
    if not others:
        return read(first.encode(), "main.yaml")
    for path, text in others.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    main = folder / "main.yaml"
    main.write_text(first, encoding="utf-8")
    return read(main.read_bytes(), str(main), Workspace.of(main))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases(path, tmp_path, accept):
    written = path.read_text(encoding="utf-8")
    head, cases = split(written)
    came_out = head
    for number, (title, text, _) in enumerate(cases):
        (tmp_path / str(number)).mkdir()
        said = report(document_of(text, tmp_path / str(number)))
        gap = "\n" if number + 1 < len(cases) else ""
        came_out += f"=== {title}\n{text}~~~\n{said}{gap}"
    if accept and came_out != written:
        path.write_text(came_out, encoding="utf-8")
    assert came_out == (came_out if accept else written)


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_schema_agrees_with_reader(path, tmp_path):
    for title, text, _ in split(path.read_text(encoding="utf-8"))[1]:
        document = document_of(text, tmp_path)
        if "editors say otherwise" in title:
            continue
        errors = {each for each in document.problems if each.severity == "error"}
        structural = {
            each
            for each in errors
            if each.code in STRUCTURAL and not BEYOND_SCHEMA.search(each.message)
        }
        if errors and not structural:
            continue
        if any(each.code in BEYOND_YAML or "`<<`" in each.message for each in errors):
            continue
        loaded = json_like(texts_of(text)[0])
        assert SCHEMA.is_valid(loaded) == (not structural), title


class JsonLike(SafeConstructor):
    """YAML 1.2 knows no dates."""


JsonLike.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def json_like(text):
    """What an editor gives to a JSON Schema."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = JsonLike
    return plain(yaml.load(text))


def plain(loaded):
    if isinstance(loaded, dict):
        return {str(word): plain(value) for word, value in loaded.items()}
    if isinstance(loaded, list):
        return [plain(value) for value in loaded]
    if loaded is None or isinstance(loaded, (bool, int, float, str)):
        return loaded
    return str(loaded)
