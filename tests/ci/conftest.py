"""What the tests of CI share: a machine on which the Action has installed `bp`."""

import os

import pytest

from tests.ci.action import ACTION
from tests.ci.recipes import Team, project, recipes, shared


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A machine on which the Action's first step has been run."""
    folder = shared(tmp_path_factory, "machine", install)
    machine = Team(tmp_path_factory.mktemp("servers"))
    machine.project = project(folder)
    added = (folder / "paths").read_text(encoding="utf-8").split("\n")[0]
    machine.environment["PATH"] = f"{added}{os.pathsep}{machine.environment['PATH']}"
    machine.environment["GITHUB_ACTIONS"] = "true"
    return machine


def install(folder):
    """Run the Action's first step, which takes half a minute, and what GitLab's jobs begin with."""
    machine = Team(folder)
    temporary = folder / "temp with a space"
    temporary.mkdir()
    machine.environment |= {
        "GITHUB_ACTION_PATH": project(folder).address,
        "GITHUB_PATH": str(folder / "paths"),
        "RUNNER_TEMP": str(temporary),
    }
    step = ACTION["runs"]["steps"][0]
    machine.must(step["run"], **step["env"])
    pip, *_ = recipes(".gitlab-ci.yml")[0].content["blueprints"]["script"]
    programs = (folder / "paths").read_text(encoding="utf-8").split("\n")[0]
    known = project(folder)
    pip = known.put_into(pip, f"file://{known.address}")
    machine.must(f'"{programs}/python" -m {pip}')


@pytest.fixture
def team(machine):
    """The machine with a repository as it was at the beginning, on a branch."""
    machine.must("git checkout -q main && git reset -q --hard origin/main && git clean -q -fd")
    machine.must("git checkout -q -B branch")
    return machine
