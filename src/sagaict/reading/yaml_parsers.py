"""The parsers of YAML events: PyYAML's in C where it was built with one, else that in Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import yaml

from sagaict.reading.problem import Place

__all__ = [
    "Parser",
    "event_end",
    "event_place",
    "events_of",
    "parser_of",
    "pure_parser_of",
    "version",
]


class Parser(Protocol):
    """What gives one event of the text after another."""

    def get_event(self) -> Any:
        """The next event; a `yaml.YAMLError` where there is none."""

    def dispose(self) -> None:
        """Let go of what the parser holds."""


def parser_of(text: str) -> Parser:
    """The C parser where PyYAML was built with one, else the same in Python."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return pure_parser_of(text)
    parser: Parser = CParser(text)
    return parser


def pure_parser_of(text: str) -> Parser:
    """The parser in Python."""
    from yaml.parser import Parser as Grammar
    from yaml.reader import Reader
    from yaml.scanner import Scanner, ScannerError

    class PureParser(Reader, Scanner, Grammar):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Grammar.__init__(self)

        def get_event(self) -> Any:
            try:
                return super().get_event()  # type: ignore[no-untyped-call] # PyYAML's own
            except (ValueError, OverflowError):  # an escape beyond all characters
                mark = self.get_mark()
                raise ScannerError(None, None, "found unknown escape character", mark) from None

    parser: Parser = PureParser(text)
    return parser


def version() -> str:
    """Which parser reads, for reports of trouble: `libyaml 0.2.5` or `PyYAML 6.0.3`."""
    try:
        from yaml._yaml import get_version_string
    except ImportError:
        return f"PyYAML {yaml.__version__}"
    return f"libyaml {get_version_string()}"


def events_of(parser: Parser) -> Iterator[Any]:
    """Every event, up to the end of the stream."""
    while True:
        event = parser.get_event()
        yield event
        if isinstance(event, yaml.StreamEndEvent):
            return


def event_place(event: Any) -> Place:
    """Where an event begins, and how far it reaches in its line."""
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column
    length = end.column - column if line == end.line else 0
    return Place(line + 1, column + 1, length if length > 0 else 0)  # noqa: FURB136 - for speed


def event_end(event: Any) -> tuple[int, int]:
    """Where an event ends (line and column from 0)."""
    mark = event.end_mark
    return mark.line, mark.column
