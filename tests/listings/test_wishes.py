"""How a format is asked for, which one is usual, and that the list holds every module."""

from pathlib import Path
from typing import get_args

import pytest

from blueprint_cli.listings import AUTO, LISTINGS, usual, wished
from blueprint_cli.problems import Trouble
from blueprint_cli.settings import Report

ROOT = Path(__file__).parents[2]
NAMES = [listing.name for listing in LISTINGS]
ALL = "`auto`, " + ", ".join(f"`{name}`" for name in NAMES)


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("full", "full", None),
        ("sarif=out.sarif", "sarif", "out.sarif"),
        ("json=-", "json", None),
        ("junit=a=b c.xml", "junit", "a=b c.xml"),
        ("auto", "github", None),
        ("auto=log.txt", "github", "log.txt"),
    ],
)
def test_wished(text, name, path):
    found = wished(text, "github")
    assert (found.listing.name, found.path) == (name, path)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("sariff", "unknown output format 'sariff'", "did you mean `sarif`?"),
        ("SARIF=x", "unknown output format 'SARIF'", "did you mean `sarif`?"),
        ("", "unknown output format ''", f"it is one of {ALL}"),
        ("xlsx", "unknown output format 'xlsx'", f"it is one of {ALL}"),
        ("json=", "'json=' names no file", "write one, as in `json=problems.txt`"),
    ],
)
def test_not_understood(text, message, hint):
    with pytest.raises(Trouble) as trouble:
        wished(text)
    assert (trouble.value.message, trouble.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("environment", "terminal", "name"),
    [
        ({}, True, "full"),
        ({}, False, "full"),
        ({"CI": "true"}, False, "full"),
        ({"CI": "true", "GITLAB_CI": "true"}, False, "full"),
        ({"CI": "true", "GITHUB_ACTIONS": "true"}, False, "github"),
        ({"CI": "true", "GITHUB_ACTIONS": "true"}, True, "full"),
        ({"GITHUB_ACTIONS": ""}, False, "full"),
    ],
)
def test_usual(environment, terminal, name):
    assert usual(environment, terminal=terminal) == name


def test_the_setting_takes_every_name():
    assert list(get_args(Report)) == [AUTO, *NAMES]


def test_every_module_that_writes_is_in_the_list():
    folder = ROOT / "blueprint_cli" / "listings"
    writing = {path.stem for path in folder.glob("*.py") if "def write" in path.read_text("utf-8")}
    assert writing == {listing.write.__module__.rpartition(".")[2] for listing in LISTINGS}


def test_the_page_names_every_format_in_order():
    page = (ROOT / "docs" / "output-formats.md").read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert rows == NAMES
    assert all(f"| {listing.about}" in page for listing in LISTINGS)
