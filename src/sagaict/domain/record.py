"""A mapping in a file, as a frozen object: declared at no cost, validated when a file is read.

A start of the program makes every class of the domain, but reads few files anew. So annotations
stay texts until a file is to be validated (`sagaict.domain.validating`), and only then is pydantic
imported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, field
from inspect import cleandoc
from typing import Any, ClassVar, dataclass_transform

from sagaict.domain.light import Declared, dataclass

__all__ = ["Record", "default_of"]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Record:
    """A mapping in a file: unknown keys are errors, and nothing changes after reading.

    An object made in code is taken as it is; `validated` makes one of what stands in a file.
    """

    __declared__: ClassVar[dict[str, Declared]]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __pydantic_config__: ClassVar[dict[str, Any]]
    __post_init__: ClassVar[Callable[[Any], None]]

    def __init_subclass__(
        cls, *, demands: Mapping[str, Any] | None = None, **settings: Any
    ) -> None:
        """Make a dataclass of the class.

        `demands` is what the JSON Schema says of it besides its fields; `settings` are pydantic's.
        """
        dataclass(frozen=True, kw_only=True)(cls)

        def describe(schema: dict[str, Any]) -> None:
            schema |= {"description": cleandoc(cls.__doc__ or ""), **(demands or {})}

        cls.__pydantic_config__ = {"extra": "forbid", "json_schema_extra": describe, **settings}
        if cls.check is not Record.check:
            cls.__post_init__ = cls.check  # pydantic calls it for what it has made

    def check(self) -> None:
        """See that the values fit each other.

        Raises:
            Misfit: they do not.
        """


def default_of(kind: type[Record], name: str) -> Any:
    """What a field holds where nothing is said; `MISSING` where something must be."""
    each = kind.__declared__[name]
    return each.default if each.default_factory is MISSING else each.default_factory()
