"""What a report of changes says, word for word, and how it is cut to fit a comment."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from blueprint_cli.change_lists import written
from blueprint_cli.change_lists.markdown import LONGEST, write
from blueprint_cli.change_lists.result import Result
from blueprint_cli.comparing import Compared
from blueprint_cli.comparing.sides import Pair, Side
from blueprint_cli.diff.wording import worded
from blueprint_cli.report.changes import changes_report, said_in_short
from blueprint_cli.report.telling import spoken
from blueprint_cli.reporters.markdown import markdown
from blueprint_cli.tracking.customer_words import sentence
from tests.changes_report.versions import FOR_A_MANAGER, TOUR, between, edited, of_samples
from tests.diff.edits import scripts

CASES = Path(__file__).parent / "cases"


def compared(old, new, name="new.yaml"):
    sides = (Side(path, path, text.encode()) for path, text in (("old.yaml", old), (name, new)))
    return Compared(Pair(*sides), between(old, new))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("tour", between(TOUR, edited())),
        ("burger", of_samples("burger-v1", "burger-v2")),
        ("back", between(edited(), TOUR)),
        ("manager", between(TOUR, edited(edits=FOR_A_MANAGER))),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_words(name, changes, accept):
    text = markdown(changes_report(changes, "old → new"))
    case = CASES / f"{name}.md"
    if accept:
        case.write_text(text, encoding="utf-8")
    assert text == case.read_text(encoding="utf-8")


@settings(max_examples=60, deadline=None)
@given(scripts())
def test_every_change_is_told_once_and_in_a_sentence(script):
    changes = between(script.old, script.new)
    text = markdown(changes_report(changes, "old → new"))
    assert text.count("\n- ") == len(changes.changes)
    for each in changes.changes:
        said = sentence(changes, each)
        assert said[0] == said[0].upper()
        assert said.endswith(".")
        assert "\n" not in said


def test_marks_of_words_work_wherever_they_stand():
    edits = (
        ("thinks: I hope it is a quiet one", "thinks: I hope, it is quiet!"),
        ("feels: Welcome\n", "feels: Welcome?\n"),
        ("feels: Impatient\n", 'feels: "Im*patient"\n'),
    )
    text = markdown(changes_report(between(TOUR, edited(edits=edits)), "old → new"))
    shown = MarkdownIt("commonmark").enable("strikethrough").render(text)
    assert "I hope<ins>,</ins> it is <s>a</s> quiet <s>one</s> <ins>!</ins>" in shown
    assert "Welcome<ins>?</ins>" in shown
    assert "<s>Impatient</s> <strong>Im*patient</strong>" in shown


def test_no_change():
    assert spoken(said_in_short(between(TOUR, TOUR))) == "Nothing changed."
    other = TOUR.replace("\nsteps:", "\n\n# The way\nsteps:")
    assert spoken(said_in_short(between(TOUR, other))) == (
        "Only comments or layout changed, and nothing that the blueprint says."
    )


def test_words_that_came_and_went():
    assert [(each.text, each.kind) for each in worded("Looks up room", "Looks up a room.")] == [
        *(("Looks up ", "same"), ("a ", "new"), ("room", "same"), (".", "new")),
    ]
    assert [each.text for each in worded("", "new")] == ["new"]


def many(count, word):
    actions = "\n".join(f"      - {{id: a{at}, name: {word} number {at}}}" for at in range(count))
    return (
        "blueprint: Many\nlanes: [{id: us, name: Us, role: frontstage}]\n"
        f"steps:\n  - name: One\n    actions:\n     us:\n{actions}\n"
    )


def test_a_comment_has_room_for_so_much():
    text = write(Result((compared(many(1500, "Old"), many(1500, "Entirely new")),)))
    assert len(text) <= LONGEST
    told = text.count("\n- ")
    assert 300 < told < 1500
    assert f"There is no room for {1500 - told:,} more changes.\n" in text
    short = write(Result((compared(many(3, "Old"), many(3, "Entirely new")),)))
    assert "no room" not in short


def test_many_files_share_the_room():
    files = [
        compared(many(700, "Old"), many(700, "Entirely new"), f"{name}.yaml") for name in "abcdef"
    ]
    text = write(Result(tuple(files)))
    assert len(text) <= LONGEST
    left_out = 1400 - text.count("\n- ")
    assert f"There is no room for {left_out} more changes.\n" in text
    assert text.endswith("There is no room for 4 more files.\n")


def test_notes_beside_lines():
    told = written(Result((compared(TOUR, edited(), "a,b:c.yaml"),)), "github").splitlines()
    assert all(line.startswith(("::warning ", "::notice ")) for line in told)
    assert "file=a%2Cb%3Ac.yaml" in told[0]
    assert "title=worse" in told[0]
    assert told[-1].startswith("::notice title=bp diff::")


def test_nothing_beside_lines_where_nothing_changed():
    assert not written(Result((compared(TOUR, TOUR),)), "github")
