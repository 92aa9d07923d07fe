"""A change as people say it who never saw the file: what takes how long now, what hurts more."""

from collections.abc import Mapping
from types import MappingProxyType

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.versions import Version
from blueprint_cli.model import ON_STAGE
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Sort
from blueprint_cli.report.telling import told
from blueprint_cli.times import Duration

_FIGURES: Mapping[tuple[str, str], tuple[Sort, str]] = MappingProxyType(
    {
        ("action", "time"): ("duration", "{name} takes {after} now, before it took {before}"),
        ("action", "wait"): (
            "duration",
            "the wait for {name} is {after} now, before it was {before}",
        ),
        ("action", "tolerance"): (
            "duration",
            "{name} may take {after} now with the wait for it, before {before}",
        ),
        ("action", "cost"): ("money", "{name} costs {after} now, before it cost {before}"),
        ("step", "emotion"): ("emotion", "customers feel {after} at {name} now, before {before}"),
        ("pain_point", "severity"): (
            "scale",
            "the pain point {name} of {owner} hurts {way} now: {after}, before {before}",
        ),
        ("pain_point", "frequency"): (
            "share",
            "{after} of the customers meet the pain point {name} of {owner} now, before {before}",
        ),
        ("lane", "capacity"): (
            "count",
            "{name} can work for {after} at once now, before for {before}",
        ),
        ("resource", "capacity"): (
            "count",
            "{name} can be used by {after} at once now, before by {before}",
        ),
    }
)
"""By element and key, what sort of value it has, and what is said of two of them."""

_LINKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "triggers": ("{} sets off {} now", "{} no longer sets off {}"),
        "needs": ("{} needs {} now", "{} no longer needs {}"),
        "agrees_with": ("{} and {} must agree now", "{} and {} need no longer agree"),
    }
)
"""What is said of a link that is new, and of one that is gone."""


def plainly(diff: Diff, change: Change) -> str:
    """The change in a sentence without words of the format, empty where its message says as much.

    Of an action it does not say whose it is.
    """
    if change.kind == "changed" and change.old is not None and change.new is not None:
        said = _judged(change, change.old, change.new, diff.new.owner(change.new))
        return said or _figure(diff, change, change.old, change.new)
    if change.kind == "moved" and change.old is not None and change.new is not None:
        return _across(diff, change.old, change.new)
    if change.element == "link" and change.kind in {"added", "removed"}:
        return _link(diff.new, change.new, 0) if change.new else _link(diff.old, change.old, 1)
    return ""


def _across(diff: Diff, old: Part, new: Part) -> str:
    """An action that went across the line of visibility and stayed in its step."""
    before, after = diff.old.seen(old), diff.new.seen(new)
    if new.kind != "action" or before == after:
        return ""
    if diff.matches.to_new.get(old.owner) != new.owner:
        return ""
    name = quoted(new.name)
    lanes = quoted(diff.old.parts[old.lane].name), quoted(diff.new.parts[new.lane].name)
    see = f"see {name} now" if after else f"no longer see {name}"
    return f"customers {see}: it moves from {lanes[0]} to {lanes[1]}"


def _judged(change: Change, old: Part, new: Part, owner: Part) -> str:
    """What is in sight now, or out of it, as a whole; what counts no more, or again."""
    before, after = (getattr(part.record, change.field, None) for part in (old, new))
    if (change.element, change.field) == ("lane", "role"):
        return _SIGHT.get((before in ON_STAGE, after in ON_STAGE), "").format(quoted(new.name))
    if (change.element, change.field) == ("pain_point", "status"):
        said = {"better": "counts no more", "worse": "counts again"}.get(change.effect, "")
        named = f"the pain point {quoted(new.name)} of {quoted(owner.name)}"
        return said and f"{named} {said}: it is {after} now"
    return ""


_SIGHT: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (False, True): "customers see what {} does now",
        (True, False): "customers no longer see what {} does",
    }
)


def _figure(diff: Diff, change: Change, old: Part, new: Part) -> str:
    """Both values of a figure; empty where one is not known."""
    sort, said = _FIGURES.get((change.element, change.field), ("text", ""))
    values = [getattr(part.record, change.field, None) for part in (old, new)]
    if not said or None in values:
        return ""
    currency = getattr(diff.new.parts[0].record, "currency", None) or ""
    before, after = (told(sort, _value(sort, each), currency) for each in values)
    if before == after:
        return ""
    name, owner = quoted(new.name), quoted(diff.new.owner(new).name)
    way = "more" if change.effect == "worse" else "less"
    return said.format(name=name, owner=owner, way=way, before=before, after=after)


def _value(sort: Sort, value: object) -> Cell:
    """A value of the file as a report takes it."""
    if isinstance(value, Duration):
        return Range(value.least, value.most)
    assert isinstance(value, int | float)  # noqa: S101 - all other figures are numbers
    return Range(value, value) if sort == "money" else value


def _link(version: Version, link: Part | None, gone: int) -> str:
    if link is None or link.slot not in _LINKS:
        return ""
    end = version.parts[link.end].name if link.end != NOWHERE else link.outside
    return _LINKS[link.slot][gone].format(quoted(version.owner(link).name), quoted(end))


def quoted(name: str) -> str:
    """A name as it stands in a sentence: in quotes, and in one line."""
    return f"'{' '.join(name.split())}'"
