"""What release notes take for something that customers notice, key by key."""

import pytest

from blueprint_cli.diff.between import diff
from blueprint_cli.parse import read
from blueprint_cli.report.changes import chapter_of

TEXT = """\
blueprint: Phone repair
lanes:
  - {{id: desk, name: Desk, role: frontstage{desk}}}
  - {{id: bench, name: Bench, role: backstage{bench}}}
steps:
  - name: Bring it
    {step}
    actions:
      desk: {{id: take, name: Takes it{take}}}
      bench: {{id: mend, name: Mends it{mend}}}
"""


@pytest.mark.parametrize(
    ("where", "before", "after", "chapter"),
    [
        ("take", ", time: 4m", ", time: 5m", "noticed"),
        ("mend", ", time: 4m", ", time: 5m", "behind"),
        # the customer waits before an action starts, whoever does it
        ("mend", ", wait: 4m", ", wait: 5m", "noticed"),
        ("take", ", pain_points: Queue", "", "noticed"),
        ("mend", ", pain_points: Dust", "", "behind"),
        ("take", ", pain_points: {name: Queue, status: done}", "", "behind"),
        # who answers for it, what it costs and how long it may take is for those who run it
        ("take", "", ", owner: Mira", "behind"),
        ("take", ", cost: 4", ", cost: 5", "behind"),
        ("take", ", tolerance: 4m", ", tolerance: 5m", "behind"),
        ("desk", ", cost_rate: 4", ", cost_rate: 5", "behind"),
        ("desk", "", ", capacity: 2", "noticed"),
        ("bench", "", ", capacity: 2", "behind"),
        ("step", "emotion: 1", "emotion: 2", "noticed"),
        ("step", "importance: 1", "importance: 2", "behind"),
        ("take", ", channel: Phone", ", channel: Chat", "noticed"),
        ("take", "", ", note: Smiles", "words"),
        ("take", "", ", x-sap: 12", "behind"),
    ],
)
def test_chapters(where, before, after, chapter):
    blank = dict.fromkeys(("desk", "bench", "take", "mend"), "") | {"step": "phase: A"}
    versions = [TEXT.format(**blank | {where: each}) for each in (before, after)]
    found = diff(*(read(each.encode(), "shop.yaml") for each in versions))
    told = [each for each in found.changes if each.field != "phase"]
    assert [chapter_of(found, each).key for each in told] == [chapter]
