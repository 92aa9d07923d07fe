"""Random blueprints as YAML (JSON is YAML), from a few cells to forty steps by twelve lanes."""

import json
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
    st.tuples(st.integers(1, 40), st.integers(1, 12)),
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
            "lanes": [
                {"id": f"l{n}", "name": _name(random), "role": role}
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
    action: dict[str, object] = {"id": key, "name": _name(random)}
    if random.random() < 0.2:
        action |= {"time": "3m..5m", "channel": _name(random), "pain_points": [_name(random)]}
    return action


def _join(random: Random, actions: list[dict[str, object]]) -> None:
    """Needs only ever point to earlier actions, so that they never close a circle."""
    here, there = random.sample(range(len(actions)), 2)
    kind = random.choice(("triggers", "needs", "agrees_with"))
    if kind == "needs" and here < there:
        here, there = there, here
    links = actions[here].setdefault(kind, [])
    assert isinstance(links, list)
    if actions[there]["id"] not in links:
        links.append(actions[there]["id"])


def _name(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.choice((1, 2, 4, 8))))
