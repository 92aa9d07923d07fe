"""What the words of the format are made of: records that hold keys, and what may stand after a key.

A record class lists its keys, one line each. An instance holds only what the file says; everything
else is the class's own default. So a record costs an object and a dict, however many its keys.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import (
    Any,
    ClassVar,
    Generic,
    NoReturn,
    Protocol,
    Self,
    TypeVar,
    cast,
    overload,
)

from blueprint_cli.problems import WRONG_VALUE, Flaw
from blueprint_cli.source import Span

T = TypeVar("T")


class Kind(Generic[T]):
    """What may stand after a key."""

    __slots__ = ()


class Scalar(Kind[T]):
    """One text in the file, read as a `T`.

    `words` says what is expected ("a whole number from 1 to 5"). `read` gives the value, or raises
    `Unfit`. `schema` is the same as JSON Schema.
    """

    __slots__ = ("read", "schema", "words")

    def __init__(self, words: str, read: Callable[[str], T], schema: Mapping[str, object]) -> None:
        self.words = words
        self.read = read
        self.schema = schema


class Many(Kind[tuple[T, ...]]):
    """A list, or one item that stands without the list."""

    __slots__ = ("least", "of")

    def __init__(self, of: Kind[T], least: int = 0) -> None:
        self.of = of
        self.least = least


class ByKey(dict[str, T]):
    """Values by references as written; `extra` holds the user's own keys that stand among them."""

    __slots__ = ("extra",)
    __hash__ = None

    def __init__(self) -> None:
        super().__init__()
        self.extra: dict[str, object] = {}

    def __eq__(self, other: object) -> bool:
        return dict.__eq__(self, other) is True and self.extra == getattr(other, "extra", {})

    def __ne__(self, other: object) -> bool:  # dict has its own, which knows nothing of `extra`
        return not self == other


class PerKey(Kind[ByKey[T]]):
    """A mapping whose keys are references to elements of the kind `to`."""

    __slots__ = ("of", "to")

    def __init__(self, to: str, of: Kind[T]) -> None:
        self.to = to
        self.of = of


class Unfit(ValueError):  # noqa: N818 - not an error of the program
    """A text is not what its key takes; `message` says what was found, `hint` what to write.

    `instead` is the right writing, where one is near: `surely` if it can mean nothing else.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        *,
        instead: str | None = None,
        surely: bool = False,
        flaw: Flaw = WRONG_VALUE,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or (f"write `{instead}`" if instead else None)
        self.instead = instead
        self.surely = surely
        self.flaw = flaw


class Where(Protocol):
    """The place of a record or reference."""

    @property
    def span(self) -> Span:
        """From the first character to behind the last."""

    @property
    def places(self) -> Mapping[str, Span]:
        """The spans of the values, by their keys as written."""


class _Nowhere:
    """The place of what is in no file."""

    __slots__ = ()
    span = Span(0, 0)
    places: Mapping[str, Span] = MappingProxyType({})


NOWHERE = _Nowhere()


class Reference:
    """A word that points at an element, as written; its place takes no part in equality."""

    __slots__ = ("_where", "text")

    def __init__(self, text: str, where: Where = NOWHERE) -> None:
        self.text = text
        self._where = where

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self._where.span

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Reference({self.text!r})"


class Pointer(Kind[Reference]):
    """A text that refers to elements of some kinds: `("action",)`, `("action", "resource")`."""

    __slots__ = ("to", "words")

    def __init__(self, words: str, *to: str) -> None:
        self.words = words
        self.to = to


class Key:
    """One key of the format: `name` in Python, `written` in the file, and the sentence `doc`."""

    __slots__ = ("default", "doc", "kind", "name", "required", "written")

    def __init__(self, kind: Kind[Any], doc: str, default: object, written: str | None) -> None:
        self.kind = kind
        self.doc = doc
        self.default = default
        self.name = self.written = written or ""
        self.required = False


@overload
def key(kind: Many[T], doc: str) -> tuple[T, ...]: ...
@overload
def key(kind: PerKey[T], doc: str) -> ByKey[T]: ...
@overload
def key(kind: Kind[T], doc: str) -> T | None: ...
@overload
def key(kind: Kind[T], doc: str, default: T) -> T: ...
def key(kind: Kind[Any], doc: str, default: object = None) -> Any:
    """A key that may be left out: None then, or `default`, or empty if it is a list or mapping."""
    if default is None and isinstance(kind, Many):
        default = ()
    if default is None and isinstance(kind, PerKey):
        default = ByKey[Any]()
    return Key(kind, doc, default, None)


def required(kind: Kind[T], doc: str, stand_in: T, written: str | None = None) -> T:
    """A key that must be written; `stand_in` is its value in what a faulty file still gives."""
    declared: Any = Key(kind, doc, stand_in, written)
    declared.required = True
    return cast("T", declared)


class Record:
    """Some keys and their values, frozen; equal to another that says the same elsewhere."""

    keys: ClassVar[dict[str, Key]] = {}
    """The class's keys by the word in the file, in the format's own order."""
    element: ClassVar[str] = ""
    """What one is called: `pain_point`."""
    short: ClassVar[str | None] = None
    """The key that a plain text stands for."""
    extra: Mapping[str, object] = {}
    """The user's own keys, `x-…`: texts, lists and dicts, as they were written."""
    _where: Where = NOWHERE

    def __init__(self, **values: object) -> None:
        fields = {declared.name for declared in self.keys.values()} | {
            "extra",
            "implied_id",
            "_where",
        }
        if wrong := values.keys() - fields:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(wrong))}")
        self.__dict__.update(values)

    def __init_subclass__(cls, element: str = "", short: str | None = None) -> None:
        """Gather the keys that the class body declares, after those of its base."""
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Key)}
        cls.keys = dict(cls.keys)
        for name, declared in own.items():
            declared.name = name
            declared.written = declared.written or name
            cls.keys[declared.written] = declared
            setattr(cls, name, declared.default)
        cls.element = element or cls.element
        cls.short = short or cls.short

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """A record that takes over `values`, unchecked: the reader's short way."""
        record = cls.__new__(cls)
        object.__setattr__(record, "__dict__", values)
        return record

    @property
    def where(self) -> Where:
        """What it was read from: a node of the text, or nothing."""
        return self._where

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self._where.span

    @property
    def places(self) -> Mapping[str, Span]:
        """Where the values of its written keys stand in the file, by key."""
        return self._where.places

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self.extra == getattr(other, "extra", None) and all(
            getattr(self, declared.name) == getattr(other, declared.name)
            for declared in self.keys.values()
        )

    def __hash__(self) -> int:
        return hash((type(self), getattr(self, self.short or "", None)))

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in vars(self).items() if name != "_where")
        return f"{type(self).__name__}({', '.join(said)})"


R = TypeVar("R", bound=Record)


class One(Kind[R]):
    """A mapping read as a record, or a plain text that is the record's `short` key."""

    __slots__ = ("record",)

    def __init__(self, record: type[R]) -> None:
        self.record = record


@cache
def record_in(kind: Kind[Any]) -> type[Record] | None:
    """The record that a kind holds, alone, in a list or by keys."""
    while isinstance(kind, (Many, PerKey)):
        kind = kind.of
    return kind.record if isinstance(kind, One) else None


@cache
def pointer_in(kind: Kind[Any]) -> Pointer | None:
    """What a kind refers to, alone or in a list; None where it holds something else."""
    one = kind.of if isinstance(kind, Many) else kind
    return one if isinstance(one, Pointer) else None
