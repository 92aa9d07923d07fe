"""A site of many blueprints: a page for each, and pages about all of them together.

What a page was made from is remembered in the site's folder, so that only what changed is made
again the next time.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import console, git
from blueprint_cli.files import Input
from blueprint_cli.problems import Problem, Trouble
from blueprint_cli.reporting import Choice
from blueprint_cli.site import folder as site_folder
from blueprint_cli.site.addresses import ABOUT_ALL, pages
from blueprint_cli.site.facts import below
from blueprint_cli.site.making import Made, Site, Task, made
from blueprint_cli.site.manifest import NAME, Remembered, kept, recalled
from blueprint_cli.site.states import Sources
from blueprint_cli.site.together import Failed, together
from blueprint_cli.site.web import Known
from blueprint_cli.workers import worked

ENOUGH = 3
"""For each worker; with fewer pages one process is done before others have begun."""


class Outcome(NamedTuple):
    """What became of a site: how many pages were made, kept and deleted, and all errors.

    A blueprint that has errors has no page.
    """

    made: int
    kept: int
    deleted: int
    errors: tuple[Problem, ...]


def write_site(
    inputs: Sequence[Input],
    folder: str,
    output: str,
    choice: Choice,
    workers: int | None = None,
) -> Outcome:
    """Write or renew the site of a folder's blueprints.

    Inputs stand below `folder`. With another `choice` than the last time every page is made again.
    Nothing is written outside of `output`, and only pages that were written by us are deleted.
    There are at most `workers`, else as many as processors.
    """
    into = Path(output)
    site_folder.refuse_foreign(into, [*ABOUT_ALL])
    tasks = _tasks(inputs, folder)
    site = Site(folder, into, {file: task.page for file, task in tasks.items()}, choice)
    files = {file: task.path for file, task in tasks.items()}
    known = recalled(into)
    standing = {task.path: task.page for task in tasks.values()}
    sources = Sources(folder, _stamp(folder, choice), standing, files)
    fresh = _fresh(tasks.values(), known, sources, into)
    stale = [task for task in tasks.values() if task.path not in fresh]
    done: dict[str, Made] = {}
    try:
        made_now = worked(partial(made, site=site), stale, ENOUGH, workers)
        for each in console.tracked(made_now, len(stale), "Making pages"):
            done[each.path] = each
        found = _remembered(tasks.values(), fresh, done, sources)
        for page, content in _together(tasks, found, done).items():
            site_folder.write(into, page, content)
    except BaseException:
        with suppress(Trouble):  # what was made is not made again the next time
            _keep(into, {**known, **_remembered(tasks.values(), fresh, done, sources)})
        raise
    pages_now = {each.page for each in found.values()}
    gone = [each for each in known.values() if each.page and each.page not in pages_now]
    deleted = site_folder.delete(into, gone)
    _keep(into, found)
    errors = tuple(error for each in done.values() for error in each.errors)
    return Outcome(sum(not each.errors for each in done.values()), len(fresh), deleted, errors)


def _stamp(folder: str, choice: Choice) -> str:
    """What stands for the choice; a page that tells of versions is another one after a commit."""
    if not choice.history:
        return repr(choice)
    return repr((choice, git.run(folder, "rev-parse", "HEAD").stdout))


def _tasks(inputs: Sequence[Input], folder: str) -> Mapping[str, Task]:
    """What is to be done for each blueprint, by its file, in the order of their paths."""
    paths = {os.path.relpath(each.path, folder).replace(os.sep, "/"): each for each in inputs}
    where = pages(paths)
    found: dict[str, Task] = {}
    for path in sorted(paths):
        file = below(folder, paths[path].path)
        key = file if file not in found else path  # a symbolic link to a file that has a page
        found[key] = Task(path, paths[path], where[path])
    return found


def _fresh(
    tasks: Iterable[Task], known: Mapping[str, Remembered], sources: Sources, output: Path
) -> Mapping[str, Remembered]:
    """The blueprints whose page is there and made from what is there now."""
    named = {path: each.named for path, each in known.items()}
    return {
        task.path: known[task.path]
        for task in tasks
        if task.path in known
        and known[task.path].facts is not None
        and known[task.path].page == task.page
        and site_folder.is_whole(output, known[task.path])
        and known[task.path].state == sources.state(task.path, named)
    }


def _remembered(
    tasks: Iterable[Task],
    fresh: Mapping[str, Remembered],
    done: Mapping[str, Made],
    sources: Sources,
) -> Mapping[str, Remembered]:
    """What is to be known the next time of all blueprints that are done."""
    named = {path: each.named for path, each in fresh.items()}
    named |= {path: each.named for path, each in done.items()}
    for each in done.values():
        sources.learn(each.path, each.content)
    found = dict(fresh)
    for task in tasks:
        if task.path in done:
            each = done[task.path]
            page = "" if each.facts is None else task.page
            state = sources.state(task.path, named)
            found[task.path] = Remembered(
                task.path, state, each.named, page, each.size, each.digest, each.facts
            )
    return found


def _together(
    tasks: Mapping[str, Task], found: Mapping[str, Remembered], done: Mapping[str, Made]
) -> Mapping[str, bytes]:
    known = [
        Known(file, each.page, each.facts)
        for file, task in tasks.items()
        if (each := found[task.path]).facts is not None
    ]
    failed = [
        Failed(task.path, done[task.path].errors)
        for task in tasks.values()
        if task.path in done and done[task.path].errors
    ]
    return together(known, failed)


def _keep(output: Path, blueprints: Mapping[str, Remembered]) -> None:
    site_folder.write(output, NAME, kept(blueprints))
