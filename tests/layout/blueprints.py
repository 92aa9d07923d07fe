"""Random blueprints as YAML (JSON is YAML), from a few cells to sixty steps by fifteen lanes."""

import json
from collections.abc import Callable, Mapping
from random import Random

from hypothesis import strategies as st

ROLES = ("evidence", "customer", "frontstage", "backstage", "support")
WORDS = (
    *[
        "guest",
        "room",
        "a",
        "looks",
        "up",
        "offers",
        "double",
        "checks",
        "with",
        "the",
        "restaurant",
        "pays",
    ],
    "Reservierungsbestätigungsnummernvergabestelle",
    "顾客在前台询问是否还有空房并等待确认",
    "يسأل الضيف عن غرفة",
    "หน้าที่ของแผนกต้อนรับ",
    "e\u0301te\u0301",
    "👩‍👩‍👧‍👦",
    "\U0001f1e9\U0001f1ea",
    "https://example.org/a/very/long/address?with=query&and=more",
    '\\N <b>&amp;</b> "quoted" trailing\\',
)

SIZES = st.one_of(
    st.tuples(st.integers(1, 6), st.integers(1, 6)),
    st.tuples(st.integers(1, 60), st.integers(1, 15)),
)


@st.composite
def blueprints(draw: st.DrawFn) -> str:
    """A blueprint with actions in many cells and links from anywhere to anywhere."""
    steps, lanes = draw(SIZES)
    return write(
        draw(st.integers(0, 2**32)),
        steps=steps,
        lanes=lanes,
        filling=draw(st.sampled_from((0.1, 0.5, 0.9))),
        links=draw(st.sampled_from((0, 0, 3, 30, 300, 1500))),
        roles=draw(st.sets(st.sampled_from(ROLES), min_size=1)),
    )


def write(seed: int, *, steps: int, lanes: int, filling: float, links: int, roles: set[str]) -> str:
    """The blueprint of a seed."""
    random = Random(seed)  # noqa: S311 - no secret depends on it
    chosen = sorted(random.choices(sorted(roles), k=lanes), key=ROLES.index)
    columns = [_step(random, number, lanes, filling) for number in range(steps)]
    actions = [action for step in columns for cell in step["actions"].values() for action in cell]
    for _ in range(links if len(actions) > 1 else 0):
        _join(random, actions)
    return json.dumps(
        {
            "blueprint": _name(random),
            **_some(random, 0.5, BLUEPRINT),
            "resources": [{"id": "r", "name": _name(random)}],
            "lanes": [
                {"id": f"l{n}", "name": _name(random), "role": role, **_some(random, 0.3, LANE)}
                for n, role in enumerate(chosen)
            ],
            "steps": columns,
        },
        ensure_ascii=False,
        indent=1,
    )


def _step(random: Random, number: int, lanes: int, filling: float) -> dict[str, object]:
    cells = [lane for lane in range(lanes) if random.random() < filling]
    step: dict[str, object] = {
        "id": f"s{number}",
        "name": _name(random),
        **_some(random, 0.3, STEP),
        **_some(random, 0.1, MARKS),
        "actions": {
            f"l{lane}": [
                _action(random, f"a{number}-{lane}-{place}")
                for place in range(random.choice((1, 1, 2, 4)))
            ]
            for lane in cells
        },
    }
    if random.random() < 0.5:
        step["phase"] = f"Phase {number // 3}"
    return step


def _action(random: Random, key: str) -> dict[str, object]:
    rich = random.choice((0.0, 0.0, 0.15, 0.5))
    more = _some(random, rich, ACTION) | _some(random, rich, MARKS)
    return {"id": key, "name": _name(random), **more}


def _join(random: Random, actions: list[dict[str, object]]) -> None:
    """Needs only ever point to earlier actions, so that they never close a circle."""
    here, there = random.sample(range(len(actions)), 2)
    kind = random.choice(("triggers", "needs", "agrees_with"))
    if kind == "needs" and here < there:
        here, there = there, here
    links = actions[here].setdefault(kind, [])
    assert isinstance(links, list)
    if all(link["action"] != actions[there]["id"] for link in links):
        links.append({"action": actions[there]["id"], **_some(random, 0.2, LINK)})


def _name(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.choice((1, 2, 4, 8))))


def _some(
    random: Random, share: float, known: Mapping[str, Callable[[Random], object]]
) -> dict[str, object]:
    """About this share of the keys, each with a value."""
    return {key: value(random) for key, value in known.items() if random.random() < share}


def _names(random: Random) -> list[str]:
    return [_name(random) for _ in range(random.choice((1, 1, 2, 5)))]


def _short(random: Random) -> str:
    return random.choice(WORDS)


def _length(random: Random) -> str:
    return random.choice(("10s", "3m..5m", "2h", "1d..2d", "90m"))


def _scale(random: Random) -> int:
    return random.randint(1, 5)


def _share(random: Random) -> float:
    return random.choice((0.05, 0.5, 0.925))


def _points(random: Random) -> list[dict[str, object]]:
    return [
        {"name": name, "severity": _scale(random), **_some(random, 0.2, {"quote": _name})}
        for name in _names(random)
    ]


BLUEPRINT: Mapping[str, Callable[[Random], object]] = {
    "scenario": _name,
    "owner": _short,
    "state": lambda random: random.choice(("current", "future")),
    "reviewed": lambda _: "2026-09-01",
    "arrivals": lambda _: "6/h",
    "personas": lambda random: [{"name": _short(random), "goals": _names(random)}],
    "metrics": lambda random: [{"name": _name(random), "value": 0.78, "target": 0.9}],
}
LANE: Mapping[str, Callable[[Random], object]] = {
    "capacity": _scale,
    "actor": lambda random: random.choice(("people", "system", "partner")),
    "enablers": lambda random: {"policies": _names(random), "training": _names(random)},
}
STEP: Mapping[str, Callable[[Random], object]] = {
    "emotion": lambda random: random.randint(-2, 2),
    "thinks": _name,
    "feels": _short,
    "touchpoint": _names,
    "channel": _names,
    "importance": _scale,
    "moment_of_truth": lambda _: True,
}
MARKS: Mapping[str, Callable[[Random], object]] = {
    "pain_points": _points,
    "opportunities": _names,
    "questions": _names,
    "metrics": lambda random: [{"name": _name(random), "value": 3, "unit": "s"}],
}
ACTION: Mapping[str, Callable[[Random], object]] = {
    "time": _length,
    "wait": _length,
    "tolerance": _length,
    "cost": lambda _: 2.5,
    "uses": lambda _: ["r"],
    "channel": _names,
    "touchpoint": _names,
    "policies": _names,
    "fail_point": lambda random: {"name": _name(random), "recovery": _name(random)},
}
LINK: Mapping[str, Callable[[Random], object]] = {"name": _name, "when": _name, "share": _share}
"""What may stand under these keys, besides names."""
