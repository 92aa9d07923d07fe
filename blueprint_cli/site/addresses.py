"""Where the pages of a site stand, and how one leads to another."""

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from os import fsencode
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import quote

INDEX, PAIN, RESOURCES = "index.html", "pain.html", "resources.html"
PEOPLE, MAP = "people.html", "map.html"

ABOUT_ALL: Mapping[str, str] = MappingProxyType(
    {
        INDEX: "All blueprints",
        PAIN: "Pain and opportunities",
        RESOURCES: "Shared resources",
        PEOPLE: "Lanes and owners",
        MAP: "Map",
    }
)
"""The pages about all blueprints, which stand in the site's own folder, with their names.

The first is the one to begin with.
"""
PAGES = "blueprints"
"""The folder of the pages that are of one blueprint each; the others stand beside it."""


def pages(paths: Iterable[str]) -> Mapping[str, str]:
    """The page of each blueprint, by its path below the folder of all: `blueprints/a/b.html`.

    A page is called like its file. Where two files differ only in what comes last, as `a.yaml` and
    `a.yml` do, or in what many systems do not tell apart, the later one keeps its whole name.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(paths):
        page = _free([str(PurePosixPath(name).with_suffix("")), name], taken)
        taken.add(_plain(page))
        found[name] = f"{PAGES}/{page}"
    return found


def _free(stems: list[str], taken: set[str]) -> str:
    number = 1
    while _plain(f"{stems[0]}.html") in taken:
        number += 1
        stems = [*stems[1:], f"{stems[-1]}-{number}"]
    return f"{stems[0]}.html"


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def address(page: str, start: str, at: str = "") -> str:
    """The link that leads from the page `start` to the place `at` of another page."""
    return _way(page, start) + (f"#{quote(at)}" if at else "")


@cache
def _way(page: str, start: str) -> str:
    way = posixpath.relpath(page, posixpath.dirname(start) or ".")
    return quote(fsencode(way))


def ways(start: str) -> Mapping[str, str]:
    """What leads from a page to those about all blueprints: addresses with their names."""
    return {address(page, start): name for page, name in ABOUT_ALL.items()}
