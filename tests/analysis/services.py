"""Blueprints as those who judge them see them, from a few lines or from a file."""

import json
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from blueprint_cli.parse import parse
from blueprint_cli.service import Service
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.layout.blueprints import ROLES, write

ROOT = Path(__file__).parents[2]

KIOSK = """\
blueprint: Kiosk
lanes:
  - {id: sign, name: Sign, role: evidence}
  - {id: guest, name: Guest, role: customer}
  - {id: clerk, name: Clerk, role: frontstage, capacity: 2, cost_rate: 30}
  - {id: cook, name: Cook, role: backstage, cost_rate: 24}
  - {id: till, name: Till, role: support}
"""


def service(text: str) -> Service:
    """The service of a blueprint that has no problems."""
    found = parse(Source("kiosk.yaml", text))
    assert found.problems == ()
    return Service(found.source, found.blueprint, found.index)


def kiosk(steps: str, top: str = "") -> Service:
    """A kiosk with these steps, and these keys of the whole blueprint."""
    return service(f"{top}{KIOSK}steps:\n{steps}")


def sample(name: str) -> Service:
    """One of the project's samples."""
    path = ROOT / "samples" / name
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    return Service(found.source, found.blueprint, found.index)


def random_service(text: str) -> Service:
    """The service of a random blueprint, whose lanes may have too little support to be praised."""
    found = parse(Source("random.yaml", text))
    assert not [each for each in found.problems if each.severity == "error"]
    return Service(found.source, found.blueprint, found.index)


@st.composite
def small_blueprints(draw: st.DrawFn) -> str:
    """A random blueprint of a few steps and lanes, with links from anywhere to anywhere."""
    return write(
        draw(st.integers(0, 2**32)),
        steps=draw(st.integers(1, 6)),
        lanes=draw(st.integers(1, 5)),
        filling=draw(st.sampled_from((0.3, 0.9))),
        links=draw(st.sampled_from((0, 5, 30, 100))),
        roles=draw(st.sets(st.sampled_from(ROLES), min_size=1)),
    )


def shuffled(text: str, seed: int) -> str:
    """The same blueprint with its lanes in another order."""
    blueprint = json.loads(text)
    Random(seed).shuffle(blueprint["lanes"])  # noqa: S311 - no secret depends on it
    return json.dumps(blueprint, ensure_ascii=False)
