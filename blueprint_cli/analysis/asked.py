"""What users mean by what they take away or delay: `resource:pms`, `pms`, `book=10m`."""

from collections.abc import Iterator, Mapping, Sequence

from blueprint_cli.analysis.places import Place, action_place, lane_place, resource_place
from blueprint_cli.kinds import either, same
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.reading.names import MOST_NAMED
from blueprint_cli.record import Unfit
from blueprint_cli.service import Service
from blueprint_cli.slicing.wanted import place_of
from blueprint_cli.times import DURATION, Duration
from blueprint_cli.tracing import action_meant

KINDS = ("lane", "resource", "action")
_DELAY = "write an action and a duration, such as `--delay book=10m`"


def taken_away(service: Service, text: str) -> Place:
    """The lane, resource or action that is meant, with its kind before it or without; `Trouble`.

    Without a kind an id goes before a name. An action is meant as in the file, or by its key.
    """
    kind, colon, word = (part.strip() for part in text.partition(":"))
    if not text.strip() or (colon and kind in KINDS and not word):
        raise Trouble("nothing is named", "write what is gone, such as `--without resource:pms`")
    if colon and kind in KINDS:
        return _of_kind(service, kind, word)
    return _of_any_kind(service, text.strip())


def delays(service: Service, texts: Sequence[str]) -> Mapping[str, float]:
    """The seconds by which actions are delayed, by their keys; `Trouble` where that is not told."""
    found: dict[str, float] = {}
    for text in texts:
        name, sign, length = (part.strip() for part in text.rpartition("="))
        if not sign or not name:
            raise Trouble(f"'{shown(text)}' is no delay", _DELAY)
        key = _action(service, name.removeprefix("action:")).key
        if key in found:
            raise Trouble(f"'{shown(name)}' is delayed twice", "name each action once")
        found[key] = _seconds(length)
    return found


def _seconds(text: str) -> float:
    try:
        length: Duration = DURATION.read(text)
    except Unfit as unfit:
        raise Trouble(unfit.message, unfit.hint) from unfit
    if length.least != length.most:
        raise Trouble(f"the delay '{shown(text)}' is a range", "write one duration, such as `10m`")
    return length.least


def _of_kind(service: Service, kind: str, word: str) -> Place:
    index, blueprint = service.index, service.blueprint
    if kind == "lane":
        return lane_place(service, place_of(word, index.lane_keys, blueprint.lanes, "lane"))
    if kind == "resource":
        keys = tuple(index.resources)
        return resource_place(service, keys[place_of(word, keys, blueprint.resources, "resource")])
    return _action(service, word)


def _action(service: Service, word: str) -> Place:
    """The action that is meant by its id, its cell or its key, or by a name that it has alone."""
    try:
        return action_place(service.placed[action_meant(service.blueprint, service.index, word)])
    except Trouble:
        named = [each for each in service.actions if same(each.action.name) == same(word)]
        if len(named) != 1:
            raise
        return action_place(named[0])


def _of_any_kind(service: Service, word: str) -> Place:
    for found in (list(_by_id(service, word)), list(_by_name(service, word))):
        if len(found) == 1:
            return found[0]
        if found:
            ways = tuple(f"{each.kind}:{each.key}" for each in found)
            raise Trouble(f"'{shown(word)}' can mean {len(found)} things", f"write {either(ways)}")
    kind, colon, _ = word.partition(":")
    if colon and " " not in kind:
        hint = nearest(kind, KINDS) or f"write {either(KINDS)} before the colon"
        raise Trouble(f"unknown kind '{shown(kind)}'", hint)
    known = [name for each in _everything(service) for name in (*_ids(service, each), each.name)]
    hint = nearest(word, known) or _some(service)
    raise Trouble(f"no lane, resource or action is called '{shown(word)}'", hint)


def _some(service: Service) -> str:
    """A hint that names what there is, for who writes something that is not even near."""
    known = [f"`{key}`" for key in (*service.index.lane_keys, *service.index.resources)]
    more = ", …" if len(known) > MOST_NAMED else ""
    return f"lanes and resources here: {', '.join(known[:MOST_NAMED])}{more}"


def _by_id(service: Service, word: str) -> Iterator[Place]:
    return (each for each in _everything(service) if same(word) in _ids(service, each))


def _by_name(service: Service, word: str) -> Iterator[Place]:
    return (each for each in _everything(service) if same(each.name) == same(word))


def _everything(service: Service) -> Iterator[Place]:
    for place in range(len(service.blueprint.lanes)):
        yield lane_place(service, place)
    for key in service.index.resources:
        yield resource_place(service, key)
    yield from map(action_place, service.actions)


def _ids(service: Service, place: Place) -> tuple[str, ...]:
    """How an element can be called without its kind."""
    if place.kind != "action":
        return (place.key,)
    placed = service.placed[place.key]
    cell = place.key.rpartition(".")[0]
    alone = sum(each.lane == placed.lane for each in service.at_step[placed.step]) == 1
    return (place.key, placed.action.id, *((cell,) if alone else ()))
