"""What stands behind a field's type in `Annotated`: its meaning, its limits, how it is read.

Each is plain until pydantic asks for its part in the validation of a file or in the JSON Schema;
nothing here imports pydantic before that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sagaict.domain.record import Record

__all__ = ["AtLeast", "Before", "Beside", "Characters", "Says", "Scalar", "Whole", "short_form"]


class Says:
    """What a key means, in Japanese and English: its description in the JSON Schema."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "description": self.text}


class Scalar:
    """One value, read from the text that stands in the file.

    `read` is given that text (or, in code, the value itself), and raises `Misfit`.
    """

    def __init__(self, read: Callable[[Any], Any], schema: dict[str, Any]) -> None:
        self._read = read
        self._schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self._schema)


class Characters:
    """A text: what comes before it is read, its limits, and what is looked at after."""

    def __init__(
        self,
        limits: dict[str, Any],
        schema: dict[str, Any],
        *,
        before: Callable[[Any], Any],
        after: Callable[[str], str] | None = None,
    ) -> None:
        self._limits = limits
        self._schema = schema
        self._before = before
        self._after = after

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        text: Any = core_schema.str_schema(**self._limits)
        text = core_schema.no_info_before_validator_function(self._before, text)
        if self._after is None:
            return text
        return core_schema.no_info_after_validator_function(self._after, text)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self._schema)


class Whole:
    """A whole number between two others, both included."""

    def __init__(self, least: int, most: int) -> None:
        self._least = least
        self._most = most

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=self._least, le=self._most)


class AtLeast:
    """How many entries a list or mapping must have."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), "min_length": self._count}


class Before:
    """What is made of a value before its type reads it; `forms` are further types it may have."""

    def __init__(self, make: Callable[[Any], Any], forms: Any = None) -> None:
        self._make = make
        self._forms = forms

    @property
    def may_stand_alone(self) -> bool:
        """Whether a value of another type may stand for it."""
        return self._forms is not None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        allowed = None if self._forms is None else handler.generate_schema(source | self._forms)
        return core_schema.no_info_before_validator_function(
            self._make, handler(source), json_schema_input_schema=allowed
        )


class Beside:
    """What a value must agree with: the values of the fields before it that were right."""

    def __init__(self, see: Callable[[Any, Mapping[str, Any]], None]) -> None:
        self._see = see

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def seen(value: Any, info: Any) -> Any:
            self._see(value, info.data)
            return value

        return core_schema.with_info_after_validator_function(seen, handler(source))


def short_form(name: str, forms: Any, *, words: Collection[str] = ()) -> Before:
    """A value alone for a mapping that says no more than it: `R5: 60`, `- 研修`.

    `name` is the key it stands for, `forms` are its types. `words` are names of flags, said alone.
    """

    def whole(value: Any) -> Any:
        if isinstance(value, str) and value in words:
            return {value: "true"}
        return value if isinstance(value, dict | Record) else {name: value}

    return Before(whole, forms)
