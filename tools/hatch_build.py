"""The step of every build, editable ones too, that compiles the message catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["CatalogueHook", "compile_catalogues"]

LOCALE = Path("src", "sagaict", "language", "locale")


def compile_catalogues(root: Path) -> list[Path]:
    """Write a `.mo` beside each `.po` of the checkout; the files written."""
    written = []
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parts[-3])
        compiled = source.with_suffix(".mo")
        with compiled.open("wb") as stream:
            write_mo(stream, catalogue)
        written.append(compiled)
    return written


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # any builder's hook
    """Compiles before hatchling looks which files there are."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling."""
        del version, build_data
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent.parent)
