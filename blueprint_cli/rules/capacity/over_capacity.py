"""A lane or resource that gets more work than it can do.

With `arrivals`, the `time` of each action and a `capacity`, the work that comes in can be weighed
against the hands that are there. Where even the shortest times give more work than the capacity
holds, the queue grows all day, and customers wait longer and longer however hard people work. The
rule judges lanes of people, and all lanes and resources whose capacity is written; each customer is
counted at each action, whatever the `share` of a branch. Set `at-worst = true` to hear also of
those that are overloaded only when everything takes its longest.

## Bad

```yaml
blueprint: Bicycle repair
arrivals: 4/h
lanes:
  - {id: rider, name: Rider, role: customer}
  - {id: workshop, name: Workshop, role: backstage, capacity: 1}
steps:
  - name: Have it mended
    actions:
      rider: Leaves the bicycle
      workshop: {name: Mends the bicycle, time: 20m..40m}
```

## Good

```yaml
blueprint: Bicycle repair
arrivals: 4/h
lanes:
  - {id: rider, name: Rider, role: customer}
  - {id: workshop, name: Workshop, role: backstage, capacity: 2}
steps:
  - name: Have it mended
    actions:
      rider: Leaves the bicycle
      workshop: {name: Mends the bicycle, time: 20m..40m}
```

## How to fix

Add people or things (`capacity`), move work to where there is time, or let fewer customers come at
once. If the figures are wrong, mend them: an action that is not done for each customer, such as a
monthly report, has no `time` here.

## Source

J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9, 1961: how many
are in a system on average is the arrivals times how long each stays. So many must at least be able
to work at once.
"""

from collections.abc import Iterator

from blueprint_cli.capacity import Load, lane_loads, resource_loads
from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import Lane, Resource
from blueprint_cli.service import Service


def check(service: Service, *, at_worst: bool) -> Iterator[Finding]:
    """Find lanes and resources whose load is above their capacity."""
    told = {"always", "at worst"} if at_worst else {"always"}
    for place, load in lane_loads(service).items():
        lane = service.blueprint.lanes[place]
        if load.overload in told and (lane.actor == "people" or "capacity" in lane.places):
            yield _finding(service, lane, load)
    for place, load in resource_loads(service).items():
        resource = service.blueprint.resources[place]
        if load.overload in told and (resource.kind == "person" or "capacity" in resource.places):
            yield _finding(service, resource, load)


def _finding(service: Service, overloaded: Lane | Resource, load: Load) -> Finding:
    always = load.overload == "always"
    busy = load.least if always else load.most
    arrivals = service.blueprint.arrivals
    rate = arrivals.text if arrivals else ""
    return Finding(
        overloaded.places.get("capacity", overloaded.places.get("name", overloaded.span)),
        f"'{overloaded.name}' is overloaded{'' if always else ' at worst'}: at {rate} it has work"
        f" for {busy:.3g} at once, and its capacity is {load.capacity}",
        "raise the `capacity`, shorten or move work, or leave out the `time` of what is not done"
        " for each customer",
    )


RULE = Rule(
    "BP403",
    "over-capacity",
    "warning",
    __doc__,
    check,
    (Option("at_worst", default=False, about="whether it also tells of overload at worst"),),
)
