"""What customers will notice of a release: better, worse, and what is new, gone or different."""

from collections.abc import Iterator, Sequence

from blueprint_cli.change_lists.result import whole
from blueprint_cli.comparing import Compared
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.groups import grouped
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.changes import BEHIND, NOTICED, WORDS, chapter_of
from blueprint_cli.report.content import Entry, Listing, Report, Section
from blueprint_cli.reporters.markdown import markdown
from blueprint_cli.tracking.customer_words import sentence


def changelog(found: Sequence[Compared], *, everything: bool) -> str:
    """The notes as Markdown, a chapter for each blueprint of which there is something to tell.

    `everything` adds what customers do not notice.
    """
    reports = (_report(each, everything=everything) for each in found)
    chapters = [markdown(report) for report in reports if report.sections]
    if chapters:
        return "\n".join(chapters)
    changed = any(each.diff and each.diff.changes for each in found)
    return f"{_UNNOTICED if changed or not everything else 'Nothing changed.'}\n"


_UNNOTICED = "Customers will notice nothing."


def _report(compared: Compared, *, everything: bool) -> Report:
    """The chapter of a blueprint, without sections where there is nothing to tell."""
    diff = compared.diff
    if diff is None:
        said = whole(compared) or "it has errors, so it cannot be told what changed"
        return _titled(_name(compared), (_said(f"{said[:1].upper()}{said[1:]}."),))
    noticed = tuple(_noticed(diff))
    behind = tuple(_behind(diff)) if everything else ()
    first = (_said(_UNNOTICED),) if behind and not noticed else ()
    return _titled(diff.new.parts[0].name, (*first, *noticed, *behind))


def _titled(name: str, sections: tuple[Section, ...]) -> Report:
    return Report(name, "", ENGLISH.code, "", sections)


def _said(text: str) -> Section:
    return Section("summary", "What changed", ((text,),), ())


def _name(compared: Compared) -> str:
    """What the blueprint is called in the version that there is, or the path of its file."""
    sides = (compared.pair.new, compared.pair.old)
    found = (each.document().blueprint for each in sides if each.content is not None)
    return next((each.name for each in found if each and each.name), compared.pair.new.path)


def _noticed(diff: Diff) -> Iterator[Section]:
    """First what is better and what is worse, then the rest of what customers meet."""
    known = [change for change in diff.changes if chapter_of(diff, change) is NOTICED]
    for effect, title in (("better", "Better"), ("worse", "Worse")):
        yield from _section(diff, title, [each for each in known if each.effect == effect])
    rest = [each for each in known if each.effect not in {"better", "worse"}]
    yield from _section(diff, "New, gone or different", rest)


def _behind(diff: Diff) -> Iterator[Section]:
    for chapter in (BEHIND, WORDS):
        found = [each for each in diff.changes if chapter_of(diff, each) is chapter]
        yield from _section(diff, chapter.title, found)


def _section(diff: Diff, title: str, changes: Sequence[Change]) -> Iterator[Section]:
    if changes:
        entries = tuple(
            Entry(group.title, tuple((sentence(diff, each),) for each in group.changes))
            for group in grouped(diff._replace(changes=tuple(changes)))
        )
        yield Section(title.casefold(), title, (), (Listing("", entries),))
