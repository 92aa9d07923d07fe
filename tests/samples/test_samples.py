"""Every sample is without problems and is drawn with every name that it holds."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from blueprint_cli.layout import lay_out
from blueprint_cli.model import Blueprint
from blueprint_cli.parse import parse
from blueprint_cli.picture import draw
from blueprint_cli.record import Many, One, PerKey
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
SVG = "{http://www.w3.org/2000/svg}"
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def document(path):
    source = Source(str(path), path.read_text(encoding="utf-8"))
    return parse(source, Workspace(path.parent))


def squeezed(text):
    """The text without any space, as lines may break anywhere."""
    return re.sub(r"\s", "", text)


@each_sample
def test_lints_clean(path):
    assert document(path).problems == ()


@each_sample
def test_says_where_it_comes_from(path):
    comment = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert re.search("Source:|Quelle:|来源|المصدر:", comment)


@each_sample
def test_all_names_are_in_the_picture(path):
    found = document(path)
    picture = ET.fromstring(draw(lay_out(found.blueprint, found.index), "svg"))  # noqa: S314 - ours
    drawn = squeezed("".join("".join(text.itertext()) for text in picture.iter(f"{SVG}text")))
    blueprint = found.blueprint
    named = [blueprint, *blueprint.lanes, *blueprint.steps]
    named += [placed.action for placed in found.index.actions]
    for element in named:
        assert squeezed(element.name) in drawn


def test_the_full_hotel_uses_every_key():
    """It is the tour of the format: no key is left out of it."""
    text = (SAMPLES[0].parent / "hotel-full.yaml").read_text(encoding="utf-8")
    written = set(re.findall(r"(?:^|[{,\s-])([a-z_]+):", text, re.MULTILINE))
    assert {key for record in records(Blueprint) for key in record.keys} - written == set()


def records(record):
    """A record of the format, and all that may stand within it."""
    found, todo = {}, [record]
    while todo:
        one = todo.pop()
        if one not in found:
            found[one] = True
            todo += [inner for key in one.keys.values() for inner in inside(key.kind)]
    return found


def inside(kind):
    """The records that a kind of value holds, however deep."""
    if isinstance(kind, One):
        return [kind.record]
    return inside(kind.of) if isinstance(kind, Many | PerKey) else []
