"""Changes as text for people: grouped by step, one line a change, with its place in both files."""

from collections.abc import Iterator

from blueprint_cli.change_lists.result import Result, counted, headline, line_diff, whole
from blueprint_cli.comparing import Compared
from blueprint_cli.console import styled, visible
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.groups import grouped
from blueprint_cli.diff.versions import Version
from blueprint_cli.source import Span

SIGNS = {"added": "+", "removed": "-", "renamed": "=", "moved": ">", "changed": "~"}
_STYLES = {"worse": "error", "visible": "warning", "better": "good", "internal": "dim",
           "editorial": "dim"}  # fmt: skip
_WIDEST = len("editorial")


def write(result: Result) -> str:
    """Every file with its changes, then how many there are."""
    lines = [line for each in result.files for line in (*_file(each, result), "")]
    if len(result.files) > 1:
        lines.append(f"{len(result.files)} files, {counted(result.changes)}")
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def stat(result: Result) -> str:
    """A line for each file: how many changes of what effect."""
    rows = [f"{visible(headline(each))}: {_counted(each)}\n" for each in result.files]
    return "".join(rows)


def _counted(compared: Compared) -> str:
    if compared.diff and compared.diff.changes:
        left_out = f"; {compared.left_out:,} more left out" if compared.left_out else ""
        return counted(compared.diff.changes) + left_out
    return whole(compared) or "it has errors"


def _file(compared: Compared, result: Result) -> Iterator[str]:
    color = result.color
    yield styled(visible(headline(compared)), "bold", color=color)
    if compared.errors:
        yield "it cannot be compared by meaning, so here is what differs in its lines:"
        yield line_diff(compared, color=color)
    elif said := whole(compared):
        yield said
    if compared.diff:
        yield from _groups(compared.diff, result)
        if compared.diff.changes:
            yield ""
            yield _counted(compared)


def _groups(diff: Diff, result: Result) -> Iterator[str]:
    for group in grouped(diff):
        yield ""
        yield styled(visible(group.title), "bold", color=result.color)
        for change in group.changes:
            yield line(diff, change, color=result.color)
            if result.explain and (why := explained(diff, change)):
                yield styled(f"      {why}", "dim", color=result.color)


def line(diff: Diff, change: Change, *, color: bool) -> str:
    """A change: its sign, what it means, what happened, and where."""
    effect = styled(f"{change.effect:{_WIDEST}}", _STYLES[change.effect], color=color)
    place = styled(places(diff, change), "dim", color=color)
    return f"  {SIGNS[change.kind]} {effect}  {visible(one_line(change.message))}  {place}"


def one_line(text: str) -> str:
    """A text of several lines in one."""
    return " ".join(text.split())


def places(diff: Diff, change: Change) -> str:
    """Line and column in the old file and in the new one: `12:5 → 14:5`."""
    found = [
        place
        for place in (_place(diff.old, change.old_span), _place(diff.new, change.new_span))
        if place
    ]
    if change.kind in {"added", "removed"}:
        return f"{'new' if change.kind == 'added' else 'old'} {found[0]}"
    return " → ".join(found)


def _place(version: Version, span: Span | None) -> str:
    if span is None:
        return ""
    line, column = version.source.position(span.start)
    return f"{line}:{column}"


def explained(diff: Diff, change: Change) -> str:
    """Why the two versions of an element were taken for the same."""
    if change.old is None or change.new is None or change.kind == "changed":
        return ""
    reason = diff.matches.reasons[diff.old.parts.index(change.old)]
    return f"taken for the same: {reason.why}"
