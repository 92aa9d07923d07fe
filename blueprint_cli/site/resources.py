"""What several blueprints share, and what breaks everywhere without it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Column, Entry, Listing, Phrase, Section, Table
from blueprint_cli.site.facts import ResourceFacts
from blueprint_cli.site.losses import HIT, actions_in, hit, needed_elsewhere, steps_in
from blueprint_cli.site.web import Known, Spot, Web, shortened, titles

_SHOWN = 30
"""So many blueprints are told of for each resource: those in which most is hit."""
_NAMED = 12
"""So many steps or actions of a blueprint are named, and then that there are more."""


class Shared(NamedTuple):
    """A resource with the blueprints that list it, by their numbers, and what is lost without it.

    `directly` are the actions that use it.
    """

    name: str
    kinds: tuple[str, ...]
    owners: tuple[str, ...]
    listed: tuple[int, ...]
    directly: tuple[Spot, ...]
    lost: tuple[Spot, ...]

    @property
    def hit(self) -> tuple[int, ...]:
        """The blueprints in which anything is lost, in the order of their paths."""
        return tuple(sorted({spot.blueprint for spot in self.lost}))


def shared(web: Web) -> tuple[Shared, ...]:
    """The resources on which several blueprints hang, that on which most do first.

    They list it, or they need what uses it in another one.
    """
    users = _users(web.blueprints)
    found = [_shared(group, users, web) for group in _groups(web.blueprints)]
    several = [each for each in found if len({*each.listed, *each.hit}) > 1]
    several.sort(key=lambda each: (-len({*each.listed, *each.hit}), -len(each.lost), each.name))
    return tuple(several)


_Listed = tuple[int, ResourceFacts]


def _shared(
    group: Sequence[_Listed], users: Mapping[tuple[int, str], list[Spot]], web: Web
) -> Shared:
    directly = [spot for number, each in group for spot in users.get((number, each.key), ())]
    return Shared(
        name=group[0][1].name,
        kinds=tuple(dict.fromkeys(each.kind for _, each in group)),
        owners=tuple(sorted({each.owner for _, each in group} - {""})),
        listed=tuple(dict.fromkeys(number for number, _ in group)),
        directly=tuple(dict.fromkeys(directly)),
        lost=web.lost(directly),
    )


def _users(blueprints: Sequence[Known]) -> Mapping[tuple[int, str], list[Spot]]:
    found: dict[tuple[int, str], list[Spot]] = defaultdict(list)
    for number, each in enumerate(blueprints):
        for action in each.facts.actions:
            for used in action.uses:
                found[number, used].append(Spot(number, action.key))
    return found


def _groups(blueprints: Sequence[Known]) -> Iterable[list[_Listed]]:
    """Resources that are one because their ids or names are the same, be it through a third one."""
    listed = [
        (number, resource)
        for number, each in enumerate(blueprints)
        for resource in each.facts.resources
    ]
    leaders = list(range(len(listed)))
    first: dict[tuple[str, str], int] = {}
    for at, (_, resource) in enumerate(listed):
        for word in (("id", resource.key), ("name", plain(resource.name))):
            ends = _leader(first.setdefault(word, at), leaders), _leader(at, leaders)
            leaders[max(ends)] = min(ends)
    groups: dict[int, list[_Listed]] = defaultdict(list)
    for at, each in enumerate(listed):
        groups[_leader(at, leaders)].append(each)
    return groups.values()


def _leader(at: int, leaders: Sequence[int]) -> int:
    while leaders[at] != at:
        at = leaders[at]
    return at


def plain(name: str) -> str:
    """A name as it is compared: no matter the case and the spaces."""
    return " ".join(name.casefold().split())


def section(web: Web) -> Section:
    """Shared resources, and for each what is hit without it."""
    found = shared(web)
    return Section(
        "resources",
        "Shared resources",
        tuple(_lead(found)),
        (
            _table(found, web),
            needed_elsewhere(web),
            *(_listing(each, web) for each in found if each.lost),
        ),
    )


def _lead(found: Sequence[Shared]) -> Iterator[Phrase]:
    if not found:
        yield ("No resource is used by more than one blueprint.",)
        return
    worst = max(found, key=lambda each: len(each.hit))
    if worst.lost:
        count = len(worst.hit)
        yield (
            f"Most hangs on {worst.name}: without it {_counted(count, 'blueprint')} and "
            f"{_counted(len(actions_in(worst.lost)), 'action')} are hit"
            + (f"; {worst.owners[0]} owns it." if len(worst.owners) == 1 else "."),
        )


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


_COLUMNS = (
    Column("resource", "Resource", "text"),
    Column("kind", "Kind", "text"),
    Column("owner", "Owner", "text"),
    Column("listed", "Blueprints that list it", "count"),
    Column("where", "Listed in", "places"),
    Column("directly", "Actions that use it", "count"),
    *HIT,
)


def _table(found: Iterable[Shared], web: Web) -> Table:
    rows = tuple(
        (
            each.name,
            ", ".join(each.kinds),
            ", ".join(each.owners) or None,
            len(each.listed),
            shortened([web.blueprints[number].place for number in each.listed]),
            len(each.directly),
            *hit(each.lost, web),
        )
        for each in found
    )
    note = "Resources are the same if their ids or names are. What needs them elsewhere counts."
    title = "What several blueprints hang on"
    return Table("shared-resources", title, _COLUMNS, rows, note=note)


def _listing(each: Shared, web: Web) -> Listing:
    inside: dict[int, list[Spot]] = defaultdict(list)
    for spot in each.lost:
        inside[spot.blueprint].append(spot)
    worst = sorted(inside, key=lambda number: -len(inside[number]))
    direct = set(each.directly)
    names = titles(web.blueprints)
    entries = [
        Entry(names[number], tuple(_hit_there(number, inside, direct, web)))
        for number in sorted(worst[:_SHOWN])
    ]
    if len(worst) > _SHOWN:
        entries.append(Entry("", ((f"and less in {len(worst) - _SHOWN} more blueprints",),)))
    return Listing(f"Without {each.name}", tuple(entries))


def _hit_there(
    number: int, inside: Mapping[int, Sequence[Spot]], direct: Container[Spot], web: Web
) -> Iterator[Phrase]:
    """The steps and actions of one blueprint that are hit."""
    known = web.blueprints[number]
    actions = actions_in(inside[number])
    said = {
        "steps": [known.step(step) for _, step in steps_in(inside[number], web)],
        "uses it": [web.place(spot) for spot in actions if spot in direct],
        "then": [web.place(spot) for spot in actions if spot not in direct],
    }
    yield from (_named(word, places) for word, places in said.items() if places)


def _named(word: str, places: Sequence[Place]) -> Phrase:
    parts: list[str | Place] = []
    for place in places[:_NAMED]:
        parts += [", " if parts else f"{word}: ", place]
    if len(places) > _NAMED:
        parts.append(f", and {len(places) - _NAMED} more")
    return tuple(parts)
