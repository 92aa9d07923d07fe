"""A site of many blueprints: a page for each, and pages about all of them together.

What a page was made from is remembered in the site's folder, so that only what changed is made
again the next time.
"""

import os
from collections.abc import Mapping, Sequence
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

AT_ONCE = 4
"""So many pages a worker is given at once: it ends them before it ends."""


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
    plan = _planned(inputs, Site(folder, into, {}, choice))
    done: dict[str, Made] = {}
    try:
        while stale := plan.stale(done):
            make = partial(made, site=plan.site)
            made_now = worked(make, stale, ENOUGH, workers, AT_ONCE, in_order=False)
            for each in console.tracked(made_now, len(stale), "Making pages"):
                done[each.path] = each
        found = _remembered(plan, done)
        for page, content in _together(plan, found, done).items():
            site_folder.write(into, page, content)
    except BaseException:
        with suppress(Trouble):  # what was made is not made again the next time
            _keep(into, {**plan.known, **_remembered(plan, done)})
        raise
    standing = {each.page for each in found.values()}
    gone = [each for each in plan.known.values() if each.page and each.page not in standing]
    deleted = site_folder.delete(into, gone)
    _keep(into, found)
    errors = tuple(error for path in sorted(done) for error in done[path].errors)
    count = sum(each.facts is not None for each in done.values())
    return Outcome(count, len(found) - len(done), deleted, errors)


class _Plan(NamedTuple):
    """What is to be done: the tasks of all blueprints by their files.

    `known` is what is remembered of the last time, by the paths of blueprints.
    """

    site: Site
    tasks: Mapping[str, Task]
    sources: Sources
    known: Mapping[str, Remembered]

    def stale(self, done: Mapping[str, Made]) -> list[Task]:
        """What is still to be made after all this is done.

        A page that leads to another one is to be made again when that one comes or goes.
        """
        standing = self.standing(done)
        waiting = (task for task in self.tasks.values() if task.path not in done)
        return [task for task in waiting if not self._is_fresh(task, standing)]

    def standing(self, done: Mapping[str, Made]) -> Mapping[str, str]:
        """The pages that there are, by the paths of their blueprints, as far as is known."""
        pages = {task.path: task.page for task in self.tasks.values()}
        sound = {path for path, each in self.known.items() if each.facts is not None}
        sound -= {path for path, each in done.items() if each.facts is None}
        sound |= {path for path, each in done.items() if each.facts is not None}
        return {path: page for path, page in pages.items() if path in sound}

    def _is_fresh(self, task: Task, standing: Mapping[str, str]) -> bool:
        """Whether a page is there and made from what is there now."""
        known = self.known.get(task.path)
        if known is None or known.facts is None or known.page != task.page:
            return False
        state = self.sources.state(task.path, task.page, known.named, standing)
        return known.state == state and site_folder.is_whole(self.site.output, known)


def _planned(inputs: Sequence[Input], empty: Site) -> _Plan:
    """What is to be done for a site of which the pages are not known yet."""
    tasks = _tasks(inputs, empty.folder)
    site = empty._replace(pages={file: task.page for file, task in tasks.items()})
    paths = {file: task.path for file, task in tasks.items()}
    sources = Sources(site.folder, _stamp(site), paths)
    return _Plan(site, tasks, sources, recalled(site.output))


def _stamp(site: Site) -> str:
    """What stands for the choice; a page that tells of versions is another one after a commit."""
    if not site.choice.history:
        return repr(site.choice)
    return repr((site.choice, git.run(site.folder, "rev-parse", "HEAD").stdout))


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


def _remembered(plan: _Plan, done: Mapping[str, Made]) -> Mapping[str, Remembered]:
    """What is to be known the next time of all blueprints of which something is known."""
    standing = plan.standing(done)
    for each in done.values():
        plan.sources.learn(each.path, each.content)
    found: dict[str, Remembered] = {}
    for task in plan.tasks.values():
        if task.path in done:
            each = done[task.path]
            state = plan.sources.state(task.path, task.page, each.named, standing)
            page = "" if each.facts is None else task.page
            found[task.path] = Remembered(
                task.path, state, each.named, page, each.size, each.digest, each.facts
            )
        elif task.path in plan.known:
            found[task.path] = plan.known[task.path]
    return found


def _together(
    plan: _Plan, found: Mapping[str, Remembered], done: Mapping[str, Made]
) -> Mapping[str, bytes]:
    known = [
        Known(file, each.page, each.facts)
        for file, task in plan.tasks.items()
        if (each := found[task.path]).facts is not None
    ]
    failed = [
        Failed(task.path, done[task.path].errors)
        for task in plan.tasks.values()
        if task.path in done and done[task.path].errors
    ]
    return together(known, failed)


def _keep(output: Path, blueprints: Mapping[str, Remembered]) -> None:
    site_folder.write(output, NAME, kept(blueprints))
