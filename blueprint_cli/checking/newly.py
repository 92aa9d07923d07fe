"""What is new since a git revision: problems that were not there then, wherever their lines are."""

from collections.abc import Sequence

from blueprint_cli.checking import Task, across, checked
from blueprint_cli.checking.choosing import Chooser
from blueprint_cli.checking.past import past
from blueprint_cli.files import Input
from blueprint_cli.lint.fingerprints import fingerprints
from blueprint_cli.lint.judge import place
from blueprint_cli.problems import Problem
from blueprint_cli.workspace import folder_of


def new_since(
    revision: str,
    found: Sequence[tuple[str, Sequence[Problem]]],
    choose: Chooser,
    folders: Sequence[str],
) -> list[tuple[Problem, ...]]:
    """Of the problems of each file, by its path, those that it did not have at a revision.

    The files as they were are judged by the rules of today. `Trouble` where git cannot tell.
    """
    if not found:
        return []
    with past(revision, str(folder_of(found[0][0]))) as then:
        tasks = [
            Task(Input(path, piped=content), choose(path))
            for path, _ in found
            if (content := then.content(path)) is not None
        ]
        judged = checked(tasks, then.workspace)
        between = across(judged, choose, folders, then.place)
        known = {
            one.source.path: set(fingerprints(sorted([*one.problems, *more], key=place), ""))
            for one, more in zip(judged, between, strict=True)
        }
    return [
        tuple(
            problem
            for problem, mark in zip(problems, fingerprints(problems, ""), strict=True)
            if mark not in known.get(path, ())
        )
        for path, problems in found
    ]
