"""Arguments taken as they were given: every value here is text, a list of texts, or a flag.

To turn a text into a text the parser library would import pydantic, which takes longer than all
else that a start does. What a text means is read by the command's own fields.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperOption

__all__ = ["taken_as_given"]


class _AsGiven:
    """In the place of what the library would convert by."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - called by name
        if param.multiple or param.nargs == -1:
            return list(value or ())
        return value


class _Option(TyperOption):
    def get_runtime_param(self) -> Any:
        return _AsGiven()


class _Argument(TyperArgument):
    def get_runtime_param(self) -> Any:
        return _AsGiven()


def taken_as_given(parameters: list[Any]) -> list[Any]:
    """The arguments and options of a command, to be taken as they are given."""
    for each in parameters:
        if type(each) is TyperOption:
            each.__class__ = _Option
        elif type(each) is TyperArgument:
            each.__class__ = _Argument
    return parameters
