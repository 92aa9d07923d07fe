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


LANES = "blueprint: Inn\nlanes:\n  - {name: Desk, role: frontstage}\n  - {name: Old, role: support}\n"

WRITTEN = {
    "block with a name": (
        LANES + "steps:\n  - name: Ask\n    actions:\n      desk: old\n  - name: Pay\n    note: old\n",
        ["Ask", "Pay"],
    ),
    "block with an id": (
        LANES + "steps:\n  - id: ask\n    name: Asks\n    actions:\n      desk:\n        - id: a\n"
        "          name: old\n",
        ["ask"],
    ),
    "flow": (
        LANES + "steps:\n  - {name: Ask,\n     actions: {desk: old}}\n"
        '  - {id: pay, name: "Pay, at last",\n     note: old}\n',
        ["Ask", '"Pay, at last"'],
    ),
    "flow over lines": (
        LANES + "steps: [\n  {name: Ask, actions: {\n    desk: old}},\n"
        "  {id: pay, name: Pay,\n   note: old}]\n",
        ["Ask", "Pay"],
    ),
    "lists at the edge": (
        "blueprint: Inn\nlanes:\n- name: Desk\n  role: frontstage\nsteps:\n- name: Ask\n"
        "  pain_points:\n  - name: Queue\n    note: old\n  actions:\n    desk:\n    - name: Greets\n"
        "      note: old\n",
        ["Ask", "Ask"],
    ),
    "four spaces": (
        "blueprint: Inn\nlanes:\n    - name: Desk\n      role: frontstage\nsteps:\n    - name: Ask\n"
        "      actions:\n          desk:\n              - name: Greets\n                note: old\n",
        ["Ask"],
    ),
    "a lane, the top and other letters": (
        "blueprint: Inn\ndescription: >\n  An\n  old\n  inn\nlanes:\n  - name: Réception 受付\n"
        "    role: frontstage\n    note: old\nsteps:\n  - name: Arrivée à l'hôtel  # early\n"
        "    note: old\n",
        ["description: >", "Réception 受付", "Arrivée à l'hôtel  # early"],
    ),
    "a step without a name in front": (
        LANES + "steps:\n  - Arrive\n  - moment_of_truth: true\n    name: Pay\n    note: old\n",
        ["moment_of_truth: true"],
    ),
}


@pytest.mark.parametrize("text, expected", WRITTEN.values(), ids=WRITTEN)
def test_a_head_names_what_the_lines_belong_to(clone, text, expected):
    assert read(text.encode(), "service.yaml").blueprint
    assert heads(clone, text) == expected


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
