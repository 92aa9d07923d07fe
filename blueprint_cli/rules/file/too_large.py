"""A file that is larger, deeper or more repetitive than is read.

There are limits so that no file, by accident or on purpose, keeps `bp` busy for ever: 10 MB,
250 000 values, 100 lists and mappings in each other. The largest blueprint that people can still
use has a tenth of that. Aliases count as what they stand for, so a few lines can be a million
values.

## Bad

```yaml
blueprint: Ordering paint
x-1: &a [red, red, red, red, red, red, red, red, red, red]
x-2: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-3: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-4: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x-5: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
x-6: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
lanes: [{name: Counter, role: frontstage}]
steps: [Chooses a colour]
```

## Good

```yaml
blueprint: Ordering paint
x-1: [red, green, blue]
lanes: [{name: Counter, role: frontstage}]
steps: [Chooses a colour]
```

## How to fix

Split the file: one scenario a file, with `details` from a step to the blueprint that tells more of
it. Keep tables of figures in files of their own and link to them.

## Source

The format, "The file": the limits.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import TOO_LARGE

RULE = found_by_reading(TOO_LARGE, __doc__)
