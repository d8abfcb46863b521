"""`sagaict schema`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from sagaict.cli.frame.declaration import Argument, Examples
from sagaict.cli.frame.output import ToFile, write_output
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Schema"]

Which = Literal["plan", "project", "check"]


@dataclass(frozen=True, kw_only=True)
class Schema(ToFile):
    """The JSON Schema of the files, for editors."""

    examples: ClassVar[Examples] = (
        ("sagaict schema plan -o plan.schema.json", mark("the schema of a plan")),
    )

    which: Annotated[
        Which,
        Argument(mark("Of which files, or of what check --format json prints."), "WHICH"),
    ] = "plan"

    def run(self) -> int:
        """Print it."""
        write_output(_text(self.which).encode(), self.output)
        return 0


def _text(kind: Which) -> str:
    if kind == "check":
        from sagaict.reporting.check_formats.json_forms import check_schema

        return check_schema()
    from sagaict.domain.schema import schema_text

    return schema_text(kind)
