"""The page of one blueprint in a site, and what it tells all others: the work of one worker."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import parse
from blueprint_cli.analysis import Analysis
from blueprint_cli.config import settings_for
from blueprint_cli.documents import errors_of, unreadable
from blueprint_cli.files import Input
from blueprint_cli.model import Blueprint
from blueprint_cli.problems import Problem
from blueprint_cli.reading.references import Index
from blueprint_cli.reporting import Choice, analysed, picture_for, report_for
from blueprint_cli.site import folder
from blueprint_cli.site.addresses import address, ways
from blueprint_cli.site.facts import Facts, Surroundings, facts_of, files_named
from blueprint_cli.workspace import Workspace, bytes_of


class Site(NamedTuple):
    """What is the same for all pages.

    `folder` is that of all blueprints, `output` that of the site. `pages` tells where the page of
    each file stands; files are called by their paths below the folder, without symbolic links.
    """

    folder: str
    output: Path
    pages: Mapping[str, str]
    choice: Choice


class Task(NamedTuple):
    """A blueprint whose page is to be made: its path below the folder, where its page stands."""

    path: str
    input: Input
    page: str


class Made(NamedTuple):
    """What became of a task: `errors` and no facts, or a page of such a size and digest.

    `content` is the digest of the blueprint's own file, `named` are the files that it names.
    """

    path: str
    content: str
    named: tuple[str, ...]
    errors: tuple[Problem, ...] = ()
    size: int = 0
    digest: str = ""
    facts: Facts | None = None


def made(task: Task, site: Site) -> Made:
    """Read, analyse, draw and write one blueprint; with errors no page is written."""
    path = task.input.path
    try:
        content = task.input.content()
    except OSError as error:
        return Made(task.path, "", (), (unreadable(path, error),))
    workspace = Workspace.of(path)
    document = parse.read(content, path, workspace)
    around = Surroundings(path, workspace, site.folder)
    named = files_named(document.blueprint, around) if document.blueprint else ()
    told = Made(task.path, sha256(content).hexdigest(), named)
    if document.blueprint is None or document.index is None:
        return told._replace(errors=tuple(errors_of(document)))
    analysis = analysed(document, site.choice.today)
    page = _page(analysis, task, site, around)
    folder.write(site.output, task.page, page)
    return told._replace(
        size=len(page), digest=sha256(page).hexdigest(), facts=facts_of(analysis, around)
    )


def _page(analysis: Analysis, task: Task, site: Site, around: Surroundings) -> bytes:
    from blueprint_cli.reporters.page import Way, page

    service = analysis.service
    details = _addresses(service.blueprint, service.index, task, site, around)
    picture = picture_for(analysis, settings_for(around.path), details)
    links = [Way(words, to) for to, words in ways(task.page).items()]
    return page(report_for(analysis, site.choice), picture, links)


def _addresses(
    blueprint: Blueprint, index: Index, task: Task, site: Site, around: Surroundings
) -> Mapping[str, str]:
    """What leads from steps and actions, by their keys, to the pages of their details.

    Details with errors have none.
    """
    pages = {
        key: (file, site.pages[file])
        for key, file in _details(blueprint, index, around)
        if file in site.pages
    }
    sound = {file for file in {file for file, _ in pages.values()} if _is_sound(file, site)}
    return {key: address(page, task.page) for key, (file, page) in pages.items() if file in sound}


def _details(blueprint: Blueprint, index: Index, around: Surroundings) -> Iterator[tuple[str, str]]:
    """The keys of steps and actions that have details, and the files of these."""
    for key, step in zip(index.step_keys, blueprint.steps, strict=True):
        if step.details:
            yield key, around.details(step.details)
    for placed in index.actions:
        if placed.action.details:
            yield placed.key, around.details(placed.action.details)


def _is_sound(file: str, site: Site) -> bool:
    path = Path(site.folder, file)
    try:
        return parse.read(bytes_of(str(path)), str(path), Workspace.of(str(path))).index is not None
    except OSError:
        return False
