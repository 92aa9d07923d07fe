"""What people did in the cases, several of them at once and on either side.

`EXAMPLES=10000 pytest tests/merging` tries more of them.
"""

from random import Random

from hypothesis import given

from tests.merging.test_cases import CASES, HOTEL, SECTION, edited
from tests.merging.test_properties import (
    decided,
    elements,
    holds,
    merge_texts,
    often,
    read,
    remarks,
    seeds,
    shapeless,
)


def edits() -> list[str]:
    """The edits of the hotel in all cases."""
    found = (dict(SECTION.findall(case.read_text(encoding="utf-8"))) for case in CASES)
    sides = (each[side] for each in found if "base" not in each for side in ("ours", "theirs"))
    return sorted({each for each in sides if each.startswith(("- ", "+ "))})


EDITS = edits()


def some(random: Random) -> str:
    """The hotel after up to three of them; what has no place any more is left out."""
    text = HOTEL
    for section in random.sample(EDITS, random.randint(1, 3)):
        for edit in section.strip("\n").split("\n\n"):
            gone = "".join(f"{line[2:]}\n" for line in edit.split("\n") if line.startswith("- "))
            text = edited(text, edit) if text.count(gone) == 1 else text
    return text


@often
@given(seeds)
def test_a_clean_merge_has_both_and_a_conflict_can_be_decided(seed):
    random = Random(seed)  # noqa: S311 - no secret depends on it
    ours, theirs = some(random), some(random)
    if read(ours).index is None or read(theirs).index is None:
        return
    merged = merge_texts(HOTEL, ours, theirs)
    text = merged.content.decode()
    if merged.clean:
        if not holds(HOTEL, ours, theirs, text):  # what one removed the other may have added
            assert elements(text) == elements(ours) + elements(theirs) - elements(HOTEL)
        old, mine, others, new = map(remarks, (HOTEL, ours, theirs, text))
        for each in old.keys() | mine.keys() | others.keys() | new.keys():
            both = mine[each] == others[each] == new[each]
            assert both or new[each] == mine[each] + others[each] - old[each]
    elif merged.way == "elements":
        assert read(decided(text, "ours")).index is not None
        assert not shapeless(decided(text, "theirs"))
