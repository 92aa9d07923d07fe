"""How a picture is wished for: what the command line says, else the settings of its blueprint."""

import os
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from blueprint_cli.config import Held
from blueprint_cli.exporters import Output
from blueprint_cli.forms import Direction, Form, Part
from blueprint_cli.languages import language
from blueprint_cli.look import PARTS
from blueprint_cli.look_words import read_at
from blueprint_cli.papers import Turn
from blueprint_cli.problems import Trouble
from blueprint_cli.settings import Engine, Implied, Slides
from blueprint_cli.slicing import Slice
from blueprint_cli.theme import Theme
from blueprint_cli.theming import theme_named


class Asked(NamedTuple):
    """What the command line says about its pictures; None leaves it to the settings."""

    slice: Slice = Slice()
    focus: str | None = None
    show: frozenset[Part] | None = None
    hide: frozenset[Part] | None = None
    theme: str | None = None
    lang: str | None = None
    direction: Direction | None = None
    implied: Implied | None = None
    scale: float | None = None
    engine: Engine | None = None
    page: str | None = None
    fit: bool | None = None
    turn: Turn | None = None
    slides: Slides | None = None


class Wish(NamedTuple):
    """All that is wished of one picture; `language` is a code, or `auto`."""

    slice: Slice
    focus: str | None
    theme: Theme
    language: str
    direction: Direction
    shown: frozenset[Part]
    implied: bool
    output: Output

    @property
    def whole(self) -> "Wish":
        """The same look for another blueprint, all of which is drawn."""
        return self._replace(slice=Slice(), focus=None)


def wish_for(asked: Asked, held: Held) -> Wish:
    """The wish for a blueprint for which these settings hold."""
    settings = held.settings
    return Wish(
        slice=asked.slice,
        focus=asked.focus,
        theme=_theme(asked, held),
        language=_language(asked, held),
        direction=asked.direction or settings.render_direction,
        shown=_shown(asked, held),
        implied=(asked.implied or settings.render_implied) == "auto",
        output=_output(asked, held),
    )


def form_asked(asked: Asked) -> Form | None:
    """The form that options imply: paper is for a PDF, slides are for a PPTX."""
    options = dict(_options_of_forms(asked))
    if len(set(options.values())) > 1:
        first, *_, last = options
        raise Trouble(f"`{first}` and `{last}` exclude each other", "paper or slides: choose one")
    return next(iter(options.values()), None)


def refuse_unfit(asked: Asked, wish: Wish, form: Form) -> None:
    """`Trouble` where an option is given that this form knows nothing of."""
    for option, fitting in _options_of_forms(asked):
        if form != fitting:
            hint = f"write `-f {fitting}`, or leave out `{option}`"
            raise Trouble(f"`{option}` is for `{fitting}`, and this is `{form}`", hint)
        if fitting == "pdf" and wish.output.paper is None:
            raise Trouble(f"`{option}` needs a page", "name its size: `--page a4`")
    if form == "table" and asked.focus is not None:
        hint = "leave it out, or draw a picture: `-f html`"
        raise Trouble("`--focus` fades a picture, and a table has none", hint)


def _options_of_forms(asked: Asked) -> Iterator[tuple[str, Form]]:
    """The options that are given for one form only, and that form."""
    if asked.page is not None:
        yield "--page", "pdf"
    if asked.fit:
        yield "--fit", "pdf"
    if asked.turn is not None:
        yield f"--{asked.turn}", "pdf"
    if asked.slides is not None:
        yield "--slides", "pptx"


def _theme(asked: Asked, held: Held) -> Theme:
    """A path in the settings begins at their file."""
    if asked.theme is not None:
        return _themed(asked.theme)
    name = held.settings.render_theme
    if held.file is not None and name.endswith(".toml"):
        name = os.path.relpath(os.path.join(held.file.parent, name))
    return read_at(held.places.get("render_theme", ""), _themed, name)


_themed = cache(theme_named)


def _language(asked: Asked, held: Held) -> str:
    """A code that is known, or `auto`."""
    if asked.lang is not None:
        return _spoken(asked.lang)
    return read_at(held.places.get("render_lang", ""), _spoken, held.settings.render_lang)


def _spoken(code: str) -> str:
    language(code, ())
    return code


def _shown(asked: Asked, held: Held) -> frozenset[Part]:
    show, hide = asked.show, asked.hide
    if show is None and hide is None:
        show, hide = held.settings.render_show, held.settings.render_hide
    if show is not None and hide is not None:
        said = "`--show` and `--hide` exclude each other"
        if asked.show is None:
            said = f"{held.places['render_hide']}: `show` and `hide` exclude each other"
        raise Trouble(said, "name what is to be shown, or what is not")
    return PARTS - (hide or frozenset()) if show is None else show


def _output(asked: Asked, held: Held) -> Output:
    settings = held.settings
    turn = asked.turn or (
        None if settings.render_orientation == "auto" else settings.render_orientation
    )
    return Output(
        scale=asked.scale or settings.render_scale,
        engine=asked.engine or settings.render_engine,
        paper=asked.page or settings.render_page,
        turn=turn,
        fit=settings.render_fit if asked.fit is None else asked.fit,
        by_phase=(asked.slides or settings.render_slides) == "phases",
    )
