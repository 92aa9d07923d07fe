"""Causes that stand in another file."""

from pathlib import Path

from blueprint_cli.analysis import Analysis
from blueprint_cli.parse import parse
from blueprint_cli.service import Service
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace

KIOSK = """\
blueprint: Kiosk
owner: Landlord
lanes:
  - {id: clerk, name: Clerk, role: frontstage}
steps:
  - id: sell
    name: Sell
    pain_points:
      - {id: stale, name: Stale, severity: 4, causes: bakery.yaml#bake}
      - {id: slow, name: Slow, severity: 2, causes: wrap}
    actions:
      clerk: {id: wrap, name: Wraps, needs: bakery.yaml#mill}
"""
BAKERY = """\
blueprint: Bakery
lanes: [{id: baker, name: Baker, role: backstage}]
steps:
  - name: Night
    actions: {baker: [{id: bake, name: Bakes, needs: mill}, {id: mill, name: Mills}]}
"""


def test_what_lies_in_another_file_is_an_end(tmp_path: Path):
    (tmp_path / "bakery.yaml").write_text(BAKERY, encoding="utf-8")
    kiosk = tmp_path / "kiosk.yaml"
    document = parse(Source(str(kiosk), KIOSK), Workspace(tmp_path))
    assert document.blueprint is not None
    assert document.index is not None
    found = Analysis(Service(document.source, document.blueprint, document.index)).causes
    assert [
        (each.place.key, each.place.kind, each.severity, each.named, each.root, each.owner)
        for each in found.ranked
    ] == [
        ("bakery.yaml#bake", "action", 4, True, True, ""),  # who owns it is told there
        ("bakery.yaml#mill", "action", 2, False, True, ""),
        ("sell.clerk.wrap", "action", 2, True, False, "Landlord"),
    ]
    assert [[place.key for place in each.path] for each in found.ranked] == [
        ["sell", "bakery.yaml#bake"],
        ["sell", "sell.clerk.wrap", "bakery.yaml#mill"],
        ["sell", "sell.clerk.wrap"],
    ]
    assert {place.at for each in found.ranked for place in each.path} == {
        *("step:sell", "action:sell.clerk.wrap", ""),
    }
