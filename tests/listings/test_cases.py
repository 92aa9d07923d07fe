"""Every format tells the nasty problems, many problems and none exactly as `cases/` expects.

`--accept` rewrites what is expected; read the diff.
"""

from pathlib import Path

import pytest

from blueprint_cli.listings import LISTINGS, Listing
from tests.listings.nasty import MANY, NOTHING, OUTCOME

CASES = Path(__file__).parent / "cases"


def name(listing: Listing) -> str:
    return listing.name


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_case(listing: Listing, accept: bool) -> None:  # noqa: FBT001 - a fixture
    parts = [OUTCOME, NOTHING] if listing.name != "github" else [OUTCOME, MANY, NOTHING]
    told = "".join(f"{listing.write(part)}=== end\n" for part in parts)
    came_out = told.encode("utf-8", "backslashreplace")  # as standard output does
    case = CASES / f"{listing.name}.txt"
    expected = case.read_bytes() if case.exists() else b""
    if accept and came_out != expected:
        case.write_bytes(came_out)
    assert came_out == (came_out if accept else expected)


def test_there_is_a_case_for_each_format_and_no_other():
    assert {case.stem for case in CASES.iterdir()} == {listing.name for listing in LISTINGS}


@pytest.mark.parametrize("listing", [each for each in LISTINGS if each.streamed], ids=name)
def test_what_is_streamed_can_be_written_file_by_file(listing: Listing):
    alone = [listing.write(OUTCOME._replace(problems=[each])) for each in OUTCOME.problems]
    assert "".join(alone) == listing.write(OUTCOME)


def test_full_has_colour_where_it_is_wanted():
    told = LISTINGS[0].write(OUTCOME._replace(color=True))
    assert "\x1b[1;32mfix:\x1b[0m write `y` (safe)\n" in told
