"""Behind `@@` a diff of lines names the step, and git needs no other program for that."""

import re

import pytest

from blueprint_cli.in_git.headers import column_for, column_in, is_pattern, pattern
from blueprint_cli.parse import read
from tests.git.clones import SAMPLES


def heads(clone, text, old="old"):
    """What stands behind each `@@` when every line that holds `old` is changed."""
    clone.commit(service=text)
    clone.bp("git", "install")
    clone.write("service.yaml", text.replace(old, "# new" if old[0] == "#" else "new"))
    listed = clone.git("diff", "--unified=0", **clone.without_bp())
    return re.findall(r"^@@ [^@]+ @@ ?(.*)$", listed, re.MULTILINE)


WRITTEN = {
    "block with a name": """\
blueprint: Inn
lanes:
  - {name: Desk, role: frontstage}
steps:
  - name: Ask
    actions:
      desk: old  # Ask
  - name: Pay
    note: old  # Pay
""",
    "block with an id": """\
blueprint: Inn
lanes:
  - {name: Desk, role: frontstage}
steps:
  - id: ask
    name: Asks
    actions:
      desk:
        - id: a
          name: old  # ask
""",
    "flow": """\
blueprint: Inn
lanes:
  - {name: Desk, role: frontstage,
     note: old}  # Desk
steps:
  - {name: Ask,
     actions: {desk: old}}  # Ask
  - {id: pay, name: "Pay, at last",
     note: old}  # "Pay, at last"
""",
    "flow over lines": """\
blueprint: Inn
lanes: [{name: Desk, role: frontstage}]
steps: [
  {name: Ask, actions: {
    desk: old}},  # Ask
  {id: pay, name: Pay,
   note: old}]  # Pay
""",
    "lists at the edge": """\
blueprint: Inn
lanes:
- name: Desk
  role: frontstage
steps:
- name: Ask
  pain_points:
  - name: Queue
    note: old  # Ask
  actions:
    desk:
    - name: Greets
      note: old  # Ask
""",
    "four spaces": """\
blueprint: Inn
lanes:
    - name: Desk
      role: frontstage
steps:
    - name: Ask
      actions:
          desk:
              - name: Greets
                note: old  # Ask
""",
    "a lane, the top, other letters": """\
blueprint: Inn
description: >
  An
  old # description: >
  inn
lanes:
  - name: Réception 受付
    role: frontstage
    note: old  # Réception 受付
steps:
  - name: Arrivée à l'hôtel
    note: old  # Arrivée à l'hôtel
""",
    "a name that is not in front": """\
blueprint: Inn
lanes: {name: Desk, role: frontstage}
steps:
  - Arrive
  - moment_of_truth: true
    name: Pay
    note: old  # moment_of_truth: true
""",
}
"""Behind each line that changes stands what the head above it is to name."""


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_head_names_what_the_lines_belong_to(clone, text):
    assert read(text.encode(), "service.yaml").blueprint
    assert heads(clone, text) == re.findall(r"old.*# (.*)$", text, re.MULTILINE)


@pytest.mark.parametrize("sample", ["hotel.yaml", "hotel-full.yaml", "day-surgery.yaml"])
def test_every_line_of_a_step_is_below_its_name(clone, sample):
    text = (SAMPLES / sample).read_text(encoding="utf-8")
    above, steps = text.split("\nsteps:\n")
    names, expected, marked = [], [], []
    for line in steps.splitlines():
        if found := re.match(r"  - \{?(?:id|name): ([^,]+)", line):
            names.append(found[1])
        elif line.strip() and not line.startswith("    actions:"):
            expected.append(names[-1])
            line += "  # mark"  # noqa: PLW2901 - a comment that is to change
        marked.append(line)
    changed = heads(clone, "\n".join([above, "steps:", *marked, ""]), "# mark")
    assert len(set(expected)) >= 3
    assert list(dict.fromkeys(changed)) == list(dict.fromkeys(expected))


def test_git_shows_whole_steps_and_follows_one(clone):
    clone.commit(hotel=(SAMPLES / "hotel.yaml").read_text(encoding="utf-8"))
    clone.bp("git", "install")
    clone.write("hotel.yaml", clone.read("hotel.yaml").replace("Prepares room", "Airs the room"))
    whole = clone.git("diff", "--function-context")
    assert "\n   - name: Booking\n" in whole
    assert "Reserves" not in whole.partition("@@\n")[2]
    clone.commit()
    followed = clone.git("log", "-L", ":Booking:hotel.yaml", "--format=%s")
    assert "Airs the room" in followed
    assert "Asks for room" not in followed


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("steps:\n  - name: A\n", 2),
        ("steps:\n- name: A\n", 0),
        ("steps:\n\n    # first\n    - name: A\n", 4),
        ("steps: [\n   {name: A}]\n", 3),
        ("steps: [{name: A}]\n", 2),
        ("steps:\r\n    - name: A\r\n", 4),
        ("x-steps:\n- name: A\n", 2),
    ],
)
def test_where_steps_begin(text, column):
    assert column_for([text.encode()]) == column
    assert is_pattern(pattern(column))
    assert column_in(pattern(column)) == column


def test_the_step_farthest_to_the_right_counts():
    assert column_for([b"steps:\n- a\n", b"steps:\n    - a\n"]) == 4
    assert column_for([]) == 2


def test_a_pattern_that_somebody_changed_is_theirs():
    assert not is_pattern(pattern() + "\n^x")
    assert not is_pattern("^[a-z]+:")
