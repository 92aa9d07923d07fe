"""Random blueprints in which much hurts: pain points with causes, and opportunities."""

import json
from random import Random

from hypothesis import strategies as st

from tests.layout.blueprints import ROLES, write

STATUSES = ("open", "open", "planned", "doing", "done", "dropped")


@st.composite
def hurting(draw: st.DrawFn) -> str:
    """A random blueprint with random pain points, causes and opportunities."""
    text = write(
        draw(st.integers(0, 2**32)),
        steps=draw(st.integers(1, 6)),
        lanes=draw(st.integers(1, 6)),
        filling=draw(st.sampled_from((0.3, 0.9))),
        links=draw(st.sampled_from((0, 3, 20, 60))),
        roles=draw(st.sets(st.sampled_from(ROLES), min_size=1)),
    )
    return hurt(text, draw(st.integers(0, 2**32)), draw(st.sampled_from((0.05, 0.5, 1.0))))


def hurt(text: str, seed: int, share: float) -> str:
    """The blueprint with pain points and opportunities at this share of its steps and actions."""
    random = Random(seed)  # noqa: S311 - no secret depends on it
    blueprint = json.loads(text)
    blueprint["resources"] += [{"id": f"r{n}", "name": f"Resource {n}"} for n in range(4)]
    bearers = [
        bearer for step in blueprint["steps"]
        for bearer in (step, *(action for cell in step["actions"].values() for action in cell))
    ]  # fmt: skip
    known = [bearer["id"] for bearer in bearers if "actions" not in bearer]
    known += [resource["id"] for resource in blueprint["resources"]]
    for place, bearer in enumerate(bearers):
        for word in ("pain_points", "opportunities"):
            bearer.pop(word, None)
        if random.random() < share:
            bearer["pain_points"] = [
                _pain(random, f"p{place}-{n}", known) for n in range(random.choice((1, 1, 3)))
            ]
    pains = [pain["id"] for bearer in bearers for pain in bearer.get("pain_points", ())]
    for bearer in bearers:
        if random.random() < share / 2:
            bearer["opportunities"] = [_opportunity(random, pains)]
    return json.dumps(blueprint, ensure_ascii=False)


def _pain(random: Random, key: str, known: list[str]) -> dict[str, object]:
    pain = {
        "id": key,
        "name": f"Pain {key}",
        "severity": random.randint(1, 5),
        "frequency": random.choice((0, 0.1, 0.25, 0.7, 1)),
        "status": random.choice(STATUSES),
    }
    if random.random() < 0.7:
        pain["causes"] = sorted(set(random.choices(known, k=random.choice((1, 1, 2, 4)))))
    if random.random() < 0.3:
        pain["owner"] = random.choice(("IT", "Front office"))
    return pain


def _opportunity(random: Random, pains: list[str]) -> dict[str, object]:
    opportunity: dict[str, object] = {
        "name": f"Idea {random.randint(0, 9)}",
        "status": random.choice(STATUSES),
    }
    if random.random() < 0.8:
        opportunity["impact"] = random.randint(1, 5)
    if random.random() < 0.8:
        opportunity["effort"] = random.randint(1, 5)
    if pains and random.random() < 0.8:
        opportunity["solves"] = sorted(set(random.choices(pains, k=random.choice((1, 2, 4)))))
    if random.random() < 0.4:
        opportunity["due"] = f"2026-0{random.randint(1, 9)}-15"
    return opportunity
