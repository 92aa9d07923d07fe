"""Slices of `cases/`: a blueprint, what is wished for, and exactly what stays of it.

A case is a text file: the blueprint up to the first line that begins with `$ `, then wishes, each
with what comes of it up to the next empty line. `--accept` rewrites what comes.
"""

import shlex
from pathlib import Path

import pytest

from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Blueprint
from blueprint_cli.parse import parse
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.references import Index
from blueprint_cli.slicing import Slice, Sliced, sliced
from blueprint_cli.source import Source
from blueprint_cli.tracing import action_meant, traced

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    text, _, rest = expected.partition("\n$ ")
    document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None
    asked = [paragraph.splitlines()[0] for paragraph in rest.split("\n$ ")]
    found = text + "".join(
        f"\n$ {line}\n{answer(line, document.blueprint, document.index)}" for line in asked
    )
    if accept and found != expected:
        case.write_text(found, encoding="utf-8")
    assert found == (found if accept else expected)


def answer(line: str, blueprint: Blueprint, index: Index) -> str:
    """What stays, or why nothing does."""
    name, _, words = line.partition(" ")
    try:
        if name == "focus":
            lines = sorted(traced(index, action_meant(blueprint, index, shlex.split(words)[0])))
        else:
            lines = listing(sliced(blueprint, index, wish(shlex.split(line)), ENGLISH))
    except Trouble as trouble:
        lines = [f"error: {trouble.message}", f"hint: {trouble.hint}"]
    return "".join(f"{each}\n" for each in lines)


def wish(words: list[str]) -> Slice:
    """What these words ask for: a name and a value in turn."""
    asked: dict[str, list[str]] = {}
    for name, value in zip(words[::2], words[1::2], strict=True):
        asked.setdefault(name, []).append(value)
    persona = asked.pop("persona", [None])[0]
    return Slice(**{name: tuple(values) for name, values in asked.items()}, persona=persona)


def listing(left: Sliced) -> list[str]:
    """Each thing that stays in a line, with its place."""
    keys = left.keys
    people = [f"for {persona.name}" for persona in left.blueprint.personas]
    return [
        *(remark.replace("\N{NO-BREAK SPACE}", " ") for remark in left.remarks),
        *people,
        f"lanes {' '.join(keys.lane_keys)}",
        f"steps {' '.join(keys.step_keys)}",
        f"phases {' '.join(key or '-' for key in keys.phase_keys)}",
        *(f"{each.key} at {each.step},{each.lane},{each.place}" for each in keys.actions),
        *(f"{link.start} {link.kind} {link.end}" for link in keys.links),
        *(
            f"{bearer.name}: {pain.name}"
            for bearer in (*left.blueprint.steps, *(placed.action for placed in keys.actions))
            for pain in bearer.pain_points
        ),
    ]
