"""A light dataclass behaves as one of the standard library, each beside the other."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any, ClassVar

import pytest

from sagaict.domain.light import dataclass

DECORATORS: dict[str, Callable[..., Any]] = {"standard": dataclasses.dataclass, "light": dataclass}


def family(decorator: Callable[..., Any]) -> dict[str, Any]:
    @decorator(frozen=True, slots=True, order=True)
    class Point:
        """Two numbers."""

        across: int
        down: int = 0
        origin: ClassVar[str] = "corner"

    @decorator(frozen=True, kw_only=True)
    class Base:
        name: str
        parts: list[str] = field(default_factory=list)
        seen: int = field(default=0, compare=False, repr=False)

        def __repr__(self) -> str:
            return f"<{self.name}>"

    @decorator(frozen=True, kw_only=True)
    class Derived(Base):
        more: tuple[int, ...] = ()

    @decorator(slots=True)
    class Counter:
        count: int = 0

    @decorator(frozen=True, slots=True, eq=False)
    class Named:
        name: str

    @decorator(frozen=True)
    class Nothing:
        pass

    kinds = (Point, Base, Derived, Counter, Named, Nothing)
    return {kind.__name__: kind for kind in kinds}


FAMILIES = {name: family(decorator) for name, decorator in DECORATORS.items()}


def changed(counter: Any) -> Any:
    counter.count = 2
    return counter


USES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "shown": lambda all_: repr(all_["Point"](1, down=2)).rpartition(".")[2],
    "shown its own way": lambda all_: repr(all_["Base"](name="a")),
    "shown without what is hidden": lambda all_: repr(all_["Derived"](name="a")).rpartition(".")[2],
    "values": lambda all_: dataclasses.astuple(all_["Derived"](name="a", more=(1,))),
    "fields": lambda all_: [each.name for each in fields(all_["Derived"])],
    "replaced": lambda all_: dataclasses.astuple(replace(all_["Point"](1), down=3)),
    "equal": lambda all_: all_["Point"](1) == all_["Point"](1, 0),
    "unequal": lambda all_: all_["Point"](1) == all_["Point"](2),
    "of another class": lambda all_: all_["Base"](name="a") == all_["Derived"](name="a"),
    "of no class": lambda all_: all_["Point"](1) == (1, 0),
    "without what is not compared": lambda all_: (
        all_["Base"](name="a", seen=1) == all_["Base"](name="a")
    ),
    "not compared at all": lambda all_: all_["Named"]("a") == all_["Named"]("a"),
    "of nothing": lambda all_: all_["Nothing"]() == all_["Nothing"](),
    "in order": lambda all_: [
        each.across for each in sorted([all_["Point"](2), all_["Point"](1), all_["Point"](1, 5)])
    ],
    "compared": lambda all_: [
        all_["Point"](1) < all_["Point"](1, 1),
        all_["Point"](1) <= all_["Point"](1),
        all_["Point"](1) > all_["Point"](1, 1),
        all_["Point"](1) >= all_["Point"](1),
    ],
    "in a set": lambda all_: len({all_["Point"](1), all_["Point"](1), all_["Point"](2)}),
    "one in a set": lambda all_: len({all_["Named"]("a"), all_["Named"]("a")}),
    "a list of its own": lambda all_: all_["Base"](name="a").parts is all_["Base"](name="a").parts,
    "changed": lambda all_: changed(all_["Counter"]()).count,
    "copied": lambda all_: [
        copy.deepcopy(each) == each for each in (all_["Point"](1), all_["Base"](name="a"))
    ],
    "no further attributes": lambda all_: hasattr(all_["Point"](1), "__dict__"),
    "matched": lambda all_: all_["Point"].__match_args__,
}
REFUSED: dict[str, tuple[type[Exception], Callable[[dict[str, Any]], Any]]] = {
    "too little": (TypeError, lambda all_: all_["Point"]()),
    "too much": (TypeError, lambda all_: all_["Point"](1, 2, 3)),
    "an unknown name": (TypeError, lambda all_: all_["Point"](1, left=2)),
    "a place for a key": (TypeError, lambda all_: all_["Base"]("a")),
    "set": (FrozenInstanceError, lambda all_: setattr(all_["Point"](1), "down", 1)),
    "set anew": (AttributeError, lambda all_: setattr(all_["Base"](name="a"), "other", 1)),
    "deleted": (FrozenInstanceError, lambda all_: delattr(all_["Point"](1), "down")),
    "order of others": (TypeError, lambda all_: all_["Point"](1) < 2),
    "hash of what changes": (TypeError, lambda all_: hash(all_["Counter"]())),
    "hash of a list": (TypeError, lambda all_: hash(all_["Base"](name="a"))),
}


@pytest.mark.parametrize("use", USES)
def test_it_does_what_the_other_does(use: str) -> None:
    light, standard = (USES[use](FAMILIES[name]) for name in ("light", "standard"))
    assert light == standard


@pytest.mark.parametrize("use", REFUSED)
@pytest.mark.parametrize("name", FAMILIES)
def test_it_refuses_what_the_other_refuses(name: str, use: str) -> None:
    kind, request = REFUSED[use]
    with pytest.raises(kind):
        request(FAMILIES[name])


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that another process is given."""

    name: str
    number: int = 1


def test_it_goes_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Sent("a", 2))) == Sent("a", 2)  # noqa: S301 - its own


def test_it_keeps_what_is_said_of_it_and_has_a_name_where_nothing_is() -> None:
    assert FAMILIES["light"]["Point"].__doc__ == "Two numbers."
    assert FAMILIES["light"]["Nothing"].__doc__ == "Nothing"


def test_what_is_missing_is_named_as_by_the_other() -> None:
    for all_ in FAMILIES.values():
        with pytest.raises(TypeError, match=r"Base\.__init__\(\) missing 1 .*'name'"):
            all_["Base"]()
