"""Every format in which `bp lint` can tell what it found, and how one is asked for."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_cli.listings import github, gitlab, junit, markdown, programs, rdjson, sarif, text
from blueprint_cli.listings.excerpts import WIDTH
from blueprint_cli.listings.listing import Listing, Outcome
from blueprint_cli.listings.text import concise, full, report
from blueprint_cli.listings.words import summary
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble

__all__ = [
    "AUTO",
    "LISTINGS",
    "WIDTH",
    "Listing",
    "Outcome",
    "Wished",
    "concise",
    "full",
    "report",
    "summary",
    "usual",
    "wished",
]

LISTINGS = (
    Listing(
        "full",
        "For people: the marked line, what to do, the fix, related places",
        text.write_full,
        streamed=True,
    ),
    Listing("concise", "A line for each problem", text.write_concise, streamed=True),
    Listing("json", "For programs: one array", programs.write_json),
    Listing("jsonl", "For programs: an object on each line", programs.write_jsonl, streamed=True),
    Listing("github", "Notes beside the changed lines in GitHub Actions", github.write),
    Listing("gitlab", "A Code Quality report for GitLab", gitlab.write),
    Listing("junit", "JUnit XML, which nearly every CI server shows", junit.write),
    Listing("sarif", "SARIF 2.1.0 for code scanning", sarif.write),
    Listing("rdjson", "The format of reviewdog, with suggestions", rdjson.write),
    Listing("markdown", "Tables for a comment on a pull request", markdown.write),
)

AUTO = "auto"
"""The word that stands for whichever format `usual` gives."""


def usual(environment: Mapping[str, str], *, terminal: bool) -> str:
    """The format that `auto` means: `github` in a log of GitHub Actions, else `full`.

    GitHub turns lines of its log into notes beside the code. Every other CI shows its log as it is
    and takes reports from files, so there, in a pipe and on a terminal people read what is told.
    """
    in_its_log = environment.get("GITHUB_ACTIONS") == "true" and not terminal
    return "github" if in_its_log else "full"


class Wished(NamedTuple):
    """A format somebody asked for, and the file it goes to; None is standard output."""

    listing: Listing
    path: str | None


def wished(text: str, auto: str = "full") -> Wished:
    """What `sarif` or `sarif=out.sarif` asks for; `auto` is the format which that word means.

    `Trouble` where there is no such format, or no file behind the sign.
    """
    name, sign, path = text.partition("=")
    known = {each.name: each for each in LISTINGS}
    listing = known.get(auto if name == AUTO else name)
    if listing is None:
        names = [AUTO, *known]
        hint = nearest(name, names) or f"it is one of {', '.join(f'`{each}`' for each in names)}"
        raise Trouble(f"unknown output format '{name}'", hint)
    if sign and not path:
        raise Trouble(f"'{text}' names no file", f"write one, as in `{name}=problems.txt`")
    return Wished(listing, None if path in {"", "-"} else path)
