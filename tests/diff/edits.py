"""Random edit scripts: a blueprint, and the same after somebody has worked on it.

Every lane, step, action and resource carries a number that no edit changes, below the key `truth`,
which is not written: so it is known which element of one version is which of the other.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from blueprint_cli.kinds import slug
from tests.layout import blueprints

Dict = dict[str, Any]
LINKS = ("triggers", "needs", "agrees_with")
CARRIED = ("pain_points", "opportunities", "questions", "metrics", "policies")


class Script(NamedTuple):
    """Both versions as texts and as values, and what was done; `call` makes the script again."""

    call: str
    old: str
    new: str
    before: Dict
    after: Dict
    done: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{self.call}  # {', '.join(self.done)}"


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A blueprint of some cells and up to a dozen edits."""
    return script(
        draw(st.integers(0, 2**32)),
        draw(st.integers(1, 6)),
        draw(st.integers(1, 5)),
        draw(st.sampled_from((0, 1, 1, 2, 3, 5, 12))),
    )


def script(seed: int, steps: int, lanes: int, count: int) -> Script:
    """The edit script of a seed."""
    random = Random(seed)  # noqa: S311 - no secret depends on it
    roles = set(random.sample(blueprints.ROLES, k=random.randint(1, 5)))
    filling, links = random.choice((0.3, 0.6, 0.9)), random.choice((0, 3, 10))
    text = blueprints.write(
        seed, steps=steps, lanes=lanes, filling=filling, links=links, roles=roles
    )
    before = json.loads(text)
    _number(before)
    _enrich(before, random)
    _repair(before)
    after = deepcopy(before)
    done = []
    for _ in range(count):
        edit = random.choice(EDITS)
        if edit(after, random):
            done.append(edit.__name__.strip("_"))
        _repair(after)
    call = f"script({seed}, {steps}, {lanes}, {count})"
    return Script(call, written(before), written(after), before, after, tuple(done))


def written(values: Dict, **form: Any) -> str:
    """The text, in JSON: all JSON is YAML."""
    return json.dumps(_plain(values), ensure_ascii=False, **({"indent": 1} | form))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key != "truth"}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def actions(values: Dict) -> Iterator[tuple[Dict, str, Dict]]:
    """Each action with its step and the id of its lane: by steps, by lanes, by place."""
    for step in values["steps"]:
        for lane in map(lane_id, values["lanes"]):
            for action in step["actions"].get(lane, ()):
                yield step, lane, action


def lane_id(lane: Dict) -> str:
    """The word by which a lane's actions are found."""
    return str(lane.get("id") or slug(lane["name"]))


def _all(values: Dict) -> list[Dict]:
    """All that has an id and is numbered."""
    found = [*values["lanes"], *values["steps"], *values["resources"]]
    return [*found, *(action for _, _, action in actions(values))]


def _number(values: Dict) -> None:
    for number, element in enumerate(_all(values)):
        element["truth"] = number
    values["truth"] = len(_all(values))


def _next(values: Dict) -> int:
    values["truth"] += 1
    return int(values["truth"])


def _enrich(values: Dict, random: Random) -> None:
    """Some resources more, causes, keys of one's own, and elements without an id."""
    for number in range(random.choice((0, 1, 3))):
        values["resources"].append(
            {"id": f"r{number}", "name": _name(random), "truth": _next(values)}
        )
    ends = [action["id"] for _, _, action in actions(values)]
    for point in _carried(values, "pain_points"):
        if ends and random.random() < 0.3:
            point["causes"] = [random.choice([*ends, "r"])]
    for element in _all(values):
        if random.random() < 0.1:
            element["x-own"] = random.choice(("a", ["b", {"c": "d"}]))
    for element in [*values["steps"], *(action for _, _, action in actions(values))]:
        if random.random() < 0.3 and element["id"] not in _referred(values):
            del element["id"]


def _referred(values: Dict) -> set[str]:
    """The ids to which anything leads."""
    found = set()
    for _, _, action in actions(values):
        found.update(link["action"] for word in LINKS for link in action.get(word, ()))
        found.update(action.get("uses", ()))
    found.update(
        each for point in _carried(values, "pain_points") for each in point.get("causes", ())
    )
    return found


def _holders(values: Dict) -> list[Dict]:
    return [*values["steps"], *(action for _, _, action in actions(values))]


def _carried(values: Dict, word: str) -> list[Dict]:
    return [
        each for holder in [values, *_holders(values)] for each in holder.get(word, ())
        if isinstance(each, dict)
    ]  # fmt: skip


def _repair(values: Dict) -> None:
    """Take out what leads nowhere, needs that could close a circle, and what stands twice."""
    ids = {action["id"]: action for _, _, action in actions(values) if "id" in action}
    resources = {each["id"] for each in values["resources"]}
    for _, _, action in actions(values):
        for word in LINKS:
            if word in action:
                action[word] = _valid(action, word, ids)
        action["uses"] = [each for each in action.get("uses", ()) if each in resources]
        for word in (*LINKS, "uses"):
            if not action.get(word, True):
                del action[word]
    for point in _carried(values, "pain_points"):
        causes = [each for each in point.pop("causes", ()) if each in {*ids, *resources}]
        if causes:
            point["causes"] = causes


def _valid(action: Dict, word: str, ids: Mapping[str, Dict]) -> list[Dict]:
    found: dict[str, Dict] = {}
    for link in action[word]:
        end = ids.get(link["action"])
        if end is None or (word == "needs" and end["truth"] >= action["truth"]) or end is action:
            continue
        found.setdefault(link["action"], link)
    return list(found.values())


def _name(random: Random) -> str:
    return " ".join(random.choices(blueprints.WORDS, k=random.choice((1, 2, 4))))


def _any(random: Random, found: list[Any]) -> Any:
    return random.choice(found) if found else None


# Edits: each gives whether there was anything to do


def _rename(values: Dict, random: Random) -> bool:
    """Another name; of a lane without an id that is another id, too."""
    element = _any(random, [each for each in _all(values) if "id" in each])
    if element:
        words = element["name"].split()
        words[random.randrange(len(words))] = random.choice(blueprints.WORDS)
        element["name"] = random.choice((" ".join(words), _name(random)))
    return bool(element)


def _rename_without_id(values: Dict, random: Random) -> bool:
    element = _any(random, [each for each in _holders(values) if "id" not in each])
    if element:
        was = slug(element["name"])
        same = [each for each in _holders(values) if each.get("id", slug(each["name"])) == was]
        if was and len(same) == 1 and random.random() < 0.5:
            element["was"] = was
        element["name"] = _name(random)
    return bool(element)


def _change_id(values: Dict, random: Random) -> bool:
    element = _any(random, [each for each in _all(values) if "id" in each])
    if not element:
        return False
    old, new = element["id"], f"n{_next(values)}"
    element["id"] = new
    if random.random() < 0.7:
        element["was"] = [old, *element.get("was", ())]
    if random.random() < 0.3:
        element["name"] = _name(random)
    for step in values["steps"]:
        step["actions"] = {
            new if key == old else key: cell for key, cell in step["actions"].items()
        }
    for _, _, action in actions(values):
        action["uses"] = [new if each == old else each for each in action.get("uses", ())]
        for link in (link for word in LINKS for link in action.get(word, ())):
            link["action"] = new if link["action"] == old else link["action"]
    for point in _carried(values, "pain_points"):
        if "causes" in point:
            point["causes"] = [new if each == old else each for each in point["causes"]]
    return True


KEYS: Mapping[str, Mapping[str, Callable[[Random], object]]] = {
    "lane": {
        "capacity": lambda random: random.randint(1, 5),
        "actor": lambda random: random.choice(("people", "system", "partner")),
        "cost_rate": lambda random: random.randint(0, 40),
        "color": lambda random: random.choice(("#112233", "#abcdef")),
        "role": lambda random: random.choice(blueprints.ROLES),
        "enablers": lambda random: {"training": [_name(random)], "x-own": _name(random)},
    },
    "step": {
        **blueprints.STEP,
        "phase": lambda random: f"Phase {random.randint(0, 3)}",
        "details": lambda _: "more.yaml",
    },
    "action": {
        **dict.fromkeys(("time", "wait", "tolerance"), blueprints.ACTION["time"]),
        "cost": blueprints.ACTION["cost"],
        "channel": blueprints.ACTION["channel"],
        "touchpoint": _name,
        "fail_point": lambda random: {"name": _name(random), "recovery": _name(random)},
    },
    "resource": {
        "capacity": lambda random: random.randint(1, 5),
        "kind": lambda random: random.choice(("team", "system", "space")),
    },
    "pain_point": {
        "severity": lambda random: random.randint(1, 5),
        "frequency": lambda random: random.choice((0.1, 0.5, 1)),
        "status": lambda random: random.choice(("open", "doing", "done", "dropped")),
        "since": lambda _: "2026-05-01",
    },
    "metric": {
        "value": lambda random: random.randint(0, 9),
        "better": lambda random: random.choice(("higher", "lower")),
        "unit": lambda _: "min",
    },
}  # fmt: skip
COMMON: Mapping[str, Callable[[Random], object]] = {
    "note": _name,
    "owner": _name,
    "tags": lambda random: [_name(random) for _ in range(2)],
    "sources": lambda random: [_name(random)],
    "x-own": lambda random: {"a": [_name(random)]},
}


def _change_key(values: Dict, random: Random) -> bool:
    found = {
        "lane": values["lanes"], "step": values["steps"], "resource": values["resources"],
        "action": [action for _, _, action in actions(values)],
        "pain_point": _carried(values, "pain_points"), "metric": _carried(values, "metrics"),
    }  # fmt: skip
    kind = random.choice([kind for kind, elements in found.items() if elements])
    element = random.choice(found[kind])
    word, make = random.choice([*KEYS[kind].items(), *COMMON.items()])
    if word in element and word != "role" and random.random() < 0.4:
        del element[word]
    else:
        element[word] = make(random)
    return True


def _change_top(values: Dict, random: Random) -> bool:
    word, make = random.choice([*blueprints.BLUEPRINT.items(), *COMMON.items()])
    values[word] = make(random)
    return True


def _own_key_among_lanes(values: Dict, random: Random) -> bool:
    random.choice(values["steps"])["actions"]["x-own"] = [_name(random)]
    return True


def _add_lane(values: Dict, random: Random) -> bool:
    number = _next(values)
    lane = {"id": f"n{number}", "name": _name(random), "role": random.choice(blueprints.ROLES)}
    values["lanes"].insert(random.randint(0, len(values["lanes"])), {**lane, "truth": number})
    return True


def _remove_lane(values: Dict, random: Random) -> bool:
    if len(values["lanes"]) < 2:
        return False
    lane = values["lanes"].pop(random.randrange(len(values["lanes"])))
    for step in values["steps"]:
        step["actions"].pop(lane_id(lane), None)
    return True


def _add_step(values: Dict, random: Random) -> bool:
    number = _next(values)
    step: Dict = {"name": _name(random), "actions": {}, "truth": number}
    if random.random() < 0.5:
        step["id"] = f"n{number}"
    if random.random() < 0.5:
        step["pain_points"] = [{"name": _name(random)}]
    values["steps"].insert(random.randint(0, len(values["steps"])), step)
    return True


def _remove_step(values: Dict, random: Random) -> bool:
    if len(values["steps"]) < 2:
        return False
    values["steps"].pop(random.randrange(len(values["steps"])))
    return True


def _cell(values: Dict, random: Random) -> list[Dict]:
    step, lane = random.choice(values["steps"]), random.choice(values["lanes"])
    cell: list[Dict] = step["actions"].setdefault(lane_id(lane), [])
    return cell


def _add_action(values: Dict, random: Random) -> bool:
    cell, number = _cell(values, random), _next(values)
    action: Dict = {"name": _name(random), "truth": number}
    if random.random() < 0.6:
        action["id"] = f"n{number}"
    if random.random() < 0.3:
        action |= {"pain_points": [{"name": _name(random)}], "metrics": [{"name": _name(random)}]}
    cell.insert(random.randint(0, len(cell)), action)
    return True


def _take(values: Dict, random: Random) -> Dict | None:
    found = _any(random, list(actions(values)))
    if found is None:
        return None
    step, lane, action = found
    step["actions"][lane] = [each for each in step["actions"][lane] if each is not action]
    return action


def _remove_action(values: Dict, random: Random) -> bool:
    return _take(values, random) is not None


def _move_action(values: Dict, random: Random) -> bool:
    action = _take(values, random)
    if action is not None:
        cell = _cell(values, random)
        cell.insert(random.randint(0, len(cell)), action)
    return action is not None


def _reorder(values: Dict, random: Random) -> bool:
    lists = [values["lanes"], values["steps"], values["resources"]]
    lists += [step["actions"][lane] for step, lane, _ in actions(values)]
    lists += [
        holder[word] for holder in _holders(values) for word in (*CARRIED, *LINKS) if word in holder
    ]
    some = random.choice(lists)
    if random.random() < 0.5:
        random.shuffle(some)
    elif some:
        some.insert(random.randrange(len(some)), some.pop(random.randrange(len(some))))
    return True


def _link(values: Dict, random: Random) -> bool:
    found = [action for _, _, action in actions(values)]
    ends = [action["id"] for action in found if "id" in action]
    if not ends:
        return False
    link = {
        "action": random.choice(ends),
        **({"name": _name(random)} if random.random() < 0.5 else {}),
    }
    random.choice(found).setdefault(random.choice(LINKS), []).append(link)
    return True


def _change_link(values: Dict, random: Random) -> bool:
    found = [
        (action, word) for _, _, action in actions(values) for word in LINKS if action.get(word)
    ]  # fmt: skip
    if not found:
        return False
    action, word = random.choice(found)
    at = random.randrange(len(action[word]))
    if random.random() < 0.4:
        del action[word][at]
    else:
        action[word][at] |= random.choice(({"when": _name(random)}, {"share": 0.5}, {"name": "x"}))
    return True


def _carry(values: Dict, random: Random) -> bool:
    holder = random.choice([values, *_holders(values)])
    metric = holder is values
    word = "metrics" if metric else random.choice(CARRIED[:4])
    name: Dict | str = {"name": _name(random)}
    holder.setdefault(word, []).append(name)
    return True


def _drop_carried(values: Dict, random: Random) -> bool:
    found = [
        (holder, word) for holder in _holders(values) for word in CARRIED if holder.get(word)
    ]  # fmt: skip
    if not found:
        return False
    holder, word = random.choice(found)
    taken = holder[word].pop(random.randrange(len(holder[word])))
    if random.random() < 0.5:
        other = random.choice(values["steps"])
        if word in CARRIED[:4]:
            other.setdefault(word, []).append(taken)
    return True


EDITS: tuple[Callable[[Dict, Random], bool], ...] = (
    _rename, _rename_without_id, _change_id, _change_key, _change_key, _change_key, _change_top,
    _own_key_among_lanes, _add_lane, _remove_lane, _add_step, _remove_step, _add_action,
    _remove_action, _move_action, _move_action, _reorder, _reorder, _link, _link, _change_link,
    _carry, _drop_carried,
)  # fmt: skip
