"""Dataclasses that cost a start little: what is made of them is made when it is needed.

The standard decorator looks into every field and compiles six methods for every class as soon as
its module is imported; with some hundred classes that was a third of a start. Here a class gets
methods that were written once. Only `__init__` has to be of its own, to be as quick as it should be
where many objects are made; it is compiled when the first is. To everything else,
`dataclasses.fields` and `replace` among it, the classes are dataclasses like any other.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

__all__ = ["Declared", "dataclass"]


class Declared(NamedTuple):
    """A field as its class declares it; `type` is a text, the others as for `field`."""

    name: str
    type: str
    default: Any = MISSING
    default_factory: Any = MISSING
    kw_only: bool = False
    repr: bool = True
    compare: bool = True


def _light(
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    order: bool = False,
    eq: bool = True,
) -> Any:
    def decorate(kind: type) -> type:
        kind.__doc__ = kind.__doc__ or kind.__name__
        own = _declared_in(kind, kw_only=kw_only)
        made: Any = _slotted(kind, own) if slots else _with_defaults(kind, own)
        made.__declared__ = _inherited(made) | own
        made.__dataclass_fields__ = _FieldsWhenAsked()
        fields = made.__declared__.values()
        _give(made, "__match_args__", tuple(each.name for each in fields if not each.kw_only))
        _give(made, "__init__", _first_init(made, frozen=frozen))
        _give(made, "__repr__", _repr)
        if eq:
            _compare(made, frozen=frozen, order=order)
        if frozen:
            _give(made, "__setattr__", _refuse)
            _give(made, "__delattr__", _refuse)
        if frozen and slots:
            _give(made, "__getstate__", _state)
            _give(made, "__setstate__", _restore)
        return made  # type: ignore[no-any-return]

    return decorate if cls is None else decorate(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _light


def _declared_in(kind: type, *, kw_only: bool) -> dict[str, Declared]:
    """The fields that the class itself declares."""
    said, found = vars(kind), {}
    for name, text in get_annotations(kind).items():
        if text.startswith("ClassVar"):
            continue
        value = said.get(name, MISSING)
        if isinstance(value, Field):
            known = (value.default, value.default_factory, kw_only, value.repr, value.compare)
            found[name] = Declared(name, text, *known)
        else:
            found[name] = Declared(name, text, value, kw_only=kw_only)
    return found


def _inherited(kind: type) -> dict[str, Declared]:
    found: dict[str, Declared] = {}
    for each in kind.__mro__[:0:-1]:
        found |= vars(each).get("__declared__", {})
    return found


def _with_defaults(kind: type, own: dict[str, Declared]) -> type:
    """The class, in which a `field(...)` makes way for the default it names."""
    for each in own.values():
        if isinstance(vars(kind).get(each.name), Field):
            if each.default is MISSING:
                delattr(kind, each.name)
            else:
                setattr(kind, each.name, each.default)
    return kind


def _slotted(kind: type, own: dict[str, Declared]) -> type:
    """The class anew, since slots cannot be added to one that there is."""
    taken = {name for each in kind.__mro__[1:] for name in vars(each).get("__slots__", ())}
    left_out = {*own, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(kind).items() if name not in left_out}
    body["__slots__"] = tuple(name for name in own if name not in taken)
    made = type(kind)(kind.__name__, kind.__bases__, body)
    made.__qualname__ = kind.__qualname__
    return made


class _FieldsWhenAsked:
    """What `dataclasses` knows of a class, made by itself when somebody asks."""

    def __get__(self, _one: object, kind: Any) -> dict[str, Any]:
        body: dict[str, Any] = {"__annotations__": {}}
        for each in kind.__declared__.values():
            known = {"repr": each.repr, "compare": each.compare, "kw_only": each.kw_only}
            if each.default_factory is not MISSING:
                known["default_factory"] = each.default_factory
            elif each.default is not MISSING:
                known["default"] = each.default
            body["__annotations__"][each.name] = each.type
            body[each.name] = dataclasses.field(**known)
        twin: Any = type(kind.__name__, (), {**body, "__doc__": kind.__doc__})
        standard = dataclasses.dataclass(init=False, repr=False, eq=False)(twin)
        kind.__dataclass_fields__ = standard.__dataclass_fields__
        return kind.__dataclass_fields__  # type: ignore[no-any-return]


def _give(kind: type, name: str, method: Any) -> None:
    if name not in vars(kind):
        setattr(kind, name, method)


def _first_init(kind: type, *, frozen: bool) -> Callable[..., None]:
    """What makes way for the real `__init__` when the first object is made."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        kind.__init__ = init = _compiled_init(kind, frozen=frozen)  # type: ignore[misc]
        init(self, *values, **named)

    return first


def _compiled_init(kind: Any, *, frozen: bool) -> Callable[..., None]:
    names: dict[str, Any] = {"set_": object.__setattr__, "MISSING": MISSING}
    places: list[str] = []
    keys: list[str] = []
    body: list[str] = []
    for field in kind.__declared__.values():
        value = name = field.name
        parameter = name
        if field.default is not MISSING:
            names[f"default_{name}"] = field.default
            parameter = f"{name}=default_{name}"
        elif field.default_factory is not MISSING:
            names[f"make_{name}"] = field.default_factory
            parameter = f"{name}=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        (keys if field.kw_only else places).append(parameter)
        body.append(f"set_(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    parameters = ", ".join(["self", *places, *(["*", *keys] if keys else [])])
    source = f"def __init__({parameters}):\n " + "\n ".join(body or ["pass"])
    exec(source, names)  # noqa: S102 - as the standard decorator does
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _compare(kind: Any, *, frozen: bool, order: bool) -> None:
    """Objects of one class are equal, and stand in order, as their fields are and do."""
    names = [each.name for each in kind.__declared__.values() if each.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _each: ()
    for name in ("eq", *(("lt", "le", "gt", "ge") if order else ())):
        _give(kind, f"__{name}__", _comparison(values, getattr(operator, name)))
    if not frozen:
        kind.__hash__ = None
    elif vars(kind).get("__hash__") is None:
        kind.__hash__ = lambda self: hash(values(self))


def _comparison(values: Callable[[Any], Any], compare: Callable[[Any, Any], bool]) -> Any:
    def method(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(values(self), values(other))

    return method


def _repr(self: Any) -> str:
    shown = (each.name for each in self.__declared__.values() if each.repr)
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({inside})"


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(name)


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in self.__declared__.values()]


def _restore(self: Any, state: list[Any]) -> None:
    for each, value in zip(self.__declared__.values(), state, strict=True):
        object.__setattr__(self, each.name, value)
