"""Ours while it is edited, with the two versions that it is merged with."""

from typing import NamedTuple

from blueprint_cli.merging.patching import Patches
from blueprint_cli.merging.written import Written
from blueprint_cli.source import Span


class Draft(NamedTuple):
    """Three versions as they are written, and the edits of ours."""

    base: Written
    ours: Written
    theirs: Written
    patches: Patches

    @property
    def sides(self) -> tuple[Written, Written, Written]:
        """The three versions."""
        return self[:3]

    def rendered(self, side: Written, place: Span) -> str:
        """What stands at a place; in ours with all edits in it."""
        return self.patches.rendered(place) if side is self.ours else side.text[slice(*place)]
