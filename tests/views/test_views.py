"""What must hold of the views of every blueprint, however narrow the terminal is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from blueprint_cli.views import views
from tests.analysis.hurting import hurting
from tests.analysis.services import random_service, service

NASTY = "a\\u202eb [red]c[/red] \\u2028d <b>&amp; 顾客在前台询问是否还有空房"


@settings(max_examples=10)
@given(hurting(), st.integers(20, 160), st.integers(0))
def test_nothing_is_wider_than_the_terminal(text, width, seed):
    found = random_service(text)
    keys = [each.key for each in found.actions]
    action = keys[seed % len(keys)] if keys else None
    shown = views(found, width, color=False, pain=True, action=action, time=True)
    assert max(map(cell_len, shown.splitlines())) <= width


@settings(max_examples=10)
@given(hurting(), st.integers(60, 160))
def test_colour_changes_no_word(text, width):
    found = random_service(text)
    plain, colored = (
        views(found, width, color=color, pain=True, action=None, time=True)
        for color in (False, True)
    )
    bare = re.sub("\x1b\\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@settings(max_examples=10)
@given(hurting())
def test_all_that_hangs_together_is_named_once_at_least(text):
    found = random_service(text)
    for each in found.actions[:3]:
        shown = views(found, 4000, color=False, pain=False, action=each.key, time=False)
        others = {joined.end for joined in found.links_from.get(each.key, ())}
        others |= {joined.start for joined in found.links_to.get(each.key, ())}
        for key in others & found.placed.keys():
            assert found.placed[key].action.name.split("\\")[0] in shown


def test_a_long_chain_is_cut_where_no_room_is_left():
    cooks = "".join(
        f"  - {{name: S{n}, actions: {{cook: {{id: a{n}, name: A{n}, needs: a{n + 1}}}}}}}\n"
        for n in range(2000)
    )
    chain = service(
        "blueprint: Chain\nlanes: [{id: cook, name: Cook, role: customer}]\nsteps:\n"
        f"{cooks}  - {{name: Last, actions: {{cook: {{id: a2000, name: Z}}}}}}\n"
    )
    shown = views(chain, 80, color=False, pain=False, action="s0.cook.a0", time=False)
    # half of 80 columns, 4 a level, one level less for the heading: 9 levels below the first
    assert "needs (2000 actions in all)" in shown
    assert "A9 (" in shown
    assert "A10 (" not in shown
    assert "… and 1991 actions behind it" in shown


@pytest.mark.parametrize("width", [20, 79, 200])
def test_text_of_a_file_is_no_markup_and_no_control(width):
    nasty = service(
        'blueprint: "N"\n'
        f'resources: [{{id: r, name: "{NASTY}", owner: "{NASTY}"}}]\n'
        f'lanes: [{{id: c, name: "{NASTY}", role: customer}}]\n'
        "steps:\n"
        f'  - name: "{NASTY}"\n'
        "    actions:\n"
        f'      c: {{id: x, name: "{NASTY}", time: 1m, wait: 5m, tolerance: 1m, uses: r,'
        f' pain_points: {{name: "{NASTY}", causes: r}}}}\n'
    )
    key = nasty.actions[0].key
    for color in (False, True):
        shown = views(nasty, width, color=color, pain=True, action=key, time=True)
        assert "\u202e" not in shown
        assert "\u2028" not in shown
        if width > 79:
            assert shown.count("[red]c[/red]") >= 6
