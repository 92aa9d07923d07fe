"""A lane that stands below one whose role belongs further down.

The three lines of a blueprint part what the customer does, sees and never sees. A frontstage lane
below a backstage lane would cross the line of visibility twice, and nobody could tell any more
which side a lane is on.

## Bad

```yaml
blueprint: Tyres changed
lanes:
  - {name: Workshop, role: backstage}
  - {name: Reception, role: frontstage}
steps: [Brings the car]
```

## Good

```yaml
blueprint: Tyres changed
lanes:
  - {name: Reception, role: frontstage}
  - {name: Workshop, role: backstage}
steps: [Brings the car]
```

## How to fix

Move the lane up, so that lanes stand in the order evidence and customer, frontstage, backstage,
support. If it stands right where it is, its role is another: ask whether the customer can see it.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review, 2008: the components of a blueprint from
physical evidence down to support processes, parted by the lines of interaction, of visibility and
of internal interaction.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import LANE_ORDER

RULE = found_by_reading(LANE_ORDER, __doc__)
