"""What a merge brought: the commits of its branches that changed a blueprint, or one element."""

from collections.abc import Iterable, Iterator

from blueprint_cli import git
from blueprint_cli.history.following import File, Followed
from blueprint_cli.history.walk import Visit, visits
from blueprint_cli.problems import Trouble
from blueprint_cli.tracking.log import Entry, of_element
from blueprint_cli.tracking.revisions import revisions


def followed_on(file: File, merge: Visit, tip: str) -> Followed:
    """The commits of a branch that changed the file before a merge, whatever it was called."""
    extent = [tip, f"^{merge.parents[0]}"]
    found = tuple(visits(file.top, merge.path, extent))
    if not found:
        name = git.renamed(file.top, tip, merge.commit).get(merge.path, merge.path)
        found = () if name == merge.path else tuple(visits(file.top, name, extent))
    return Followed(file, found)


def with_branches(file: File, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, those of merges with the commits that they brought."""
    for each in entries:
        yield each._replace(brought=tuple(_brought(file, each)))


def _brought(file: File, entry: Entry) -> Iterator[Visit]:
    """The commits of all branches of a merge, of each the newest first."""
    merge = entry.revision.visit
    for tip in merge.parents[1:]:
        followed = followed_on(file, merge, tip)
        if not entry.path:
            yield from followed.visits
        elif followed.visits:
            yield from _of_element(followed, entry)


def _of_element(followed: Followed, entry: Entry) -> Iterator[Visit]:
    """Those that changed the element; none where the branch does not have it."""
    try:
        for each in of_element(revisions(followed), entry.path, followed.file.name):
            if each.changes:
                yield each.revision.visit
    except Trouble:
        return
