"""Writes the content of a file in some other layout, as many hands over the years would."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from random import Random

__all__ = ["Hand"]

_PLAIN = re.compile(r"[^\W_][^#:\n\"'`]*[^\W_]|[^\W_]")
_YEAR = re.compile(r"R([1-9][0-9]?)")
_NUMBER = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?")


@dataclass
class Hand:
    """Somebody's habits. `order` shuffles keys; `spelling` writes years and numbers otherwise."""

    random: Random
    order: bool = True
    comments: bool = True
    acceptances: bool = False
    flow: bool = True
    spelling: bool = True
    said: list[str] = field(default_factory=list)
    """The comments that were put in."""
    in_text: bool = False
    """Whether the last line belongs to a text that goes on as long as lines are indented."""

    def file(self, data: dict[str, object]) -> str:
        """The content as the text of a file."""
        head = "# yaml-language-server: $schema=../schema/plan.schema.json\n"
        lines = self._mapping(data, 0)
        end = self._comment(0) if self.comments and self._often(3) else []
        return (head if self._often(2) else "") + "\n".join([*lines, *end]) + "\n"

    def _often(self, one_in: int) -> bool:
        return self.random.randrange(one_in) == 0

    def _comment(self, indent: int) -> list[str]:
        number = len(self.said)
        if self.acceptances and self._often(2):
            text = f"# sagaict: accept output-only: 理由{number}"
        else:
            text = self.random.choice(
                [f"# 補足{number} - e-mail: x", f"#{number}", f"# {number}: -"]
            )
        self.said.append(text)
        return [" " * indent + text]

    def _above(self, indent: int) -> list[str]:
        lines: list[str] = []
        if self.comments and self._often(6):
            lines += [""] * self.random.randrange(3) + self._comment(indent)
        return [*lines, *[""] * (self._often(5) and self.random.randrange(3))]

    def _behind(self) -> str:
        return " " * self.random.randint(1, 3) + self._comment(0)[0] if self._says() else ""

    def _says(self) -> bool:
        return self.comments and self._often(12)

    def _mapping(self, data: dict[str, object], indent: int) -> list[str]:
        names = list(data)
        if self.order:
            self.random.shuffle(names)
        lines: list[str] = []
        for name in names:
            lines += self._above(indent)
            lines += self._entry(self._key(name), data[name], indent)
            if self.comments and not self.in_text and self._often(20):
                lines += self._comment(indent + 1)
        return lines

    def _entry(self, key: str, value: object, indent: int) -> list[str]:
        head = f"{' ' * indent}{key}:"
        if isinstance(value, dict) and value and not self._fits_flow(value):
            inner = indent + self.random.randint(1, 5)
            return [head + self._behind(), *self._mapping(value, inner)]
        if isinstance(value, list) and value and not self._fits_flow(value):
            inner = indent + self.random.choice([0, 0, 2, 2, 3])
            return [head + self._behind(), *self._sequence(value, inner)]
        return self._value(f"{head} ", value, indent)

    def _sequence(self, items: list[object], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self._above(indent)
            dash = " " * indent + "-"
            if isinstance(item, dict) and not self._fits_flow(item):
                gap = self.random.randint(1, 4)
                body = self._mapping(item, indent + 1 + gap)
                if body[0].strip() and not body[0].lstrip().startswith("#") and not self._often(8):
                    lines += [dash + body[0][indent + 1 :], *body[1:]]
                else:
                    lines += [dash + self._behind(), *body]
            else:
                lines += self._value(f"{dash} ", item, indent)
        return lines

    def _value(self, head: str, value: object, indent: int) -> list[str]:
        if not isinstance(value, str):
            self.in_text = False
            return [head + self._in_brackets(value) + self._behind()]
        text = self._spelled(value)
        self.in_text = False
        long = len(text) > 12 and text.strip() == text and not _YEAR.match(text)
        if long and self._often(4):
            inner = " " * (indent + self.random.randint(1, 4))
            strict = text.isascii() or "source:" in head  # no line feed, not even at its end
            signs = ["|-"] if "\n" in text else [">-", "|-"]
            self.in_text = True
            sign = self.random.choice(signs if strict else [*signs, "|", "|+"])
            return [f"{head}{sign}", *(inner + line if line else "" for line in text.split("\n"))]
        if long and "\n" not in text and " " in text and self._often(2):
            first, _space, second = text.partition(" ")
            inner = " " * (indent + self.random.randint(1, 4))
            quoted = json.dumps(f"{first}\0{second}", ensure_ascii=False)
            return [*(head + quoted.replace("\\u0000", f"\n{inner}")).split("\n")]
        return [head + self._scalar(text) + self._behind()]

    def _scalar(self, text: str) -> str:
        if _NUMBER.fullmatch(text) or (_PLAIN.fullmatch(text) and not self._often(6)):
            return text if self._often(2) or not self.spelling else f'"{text}"'
        if "'" not in text and "\n" not in text and self._often(2):
            return f"'{text}'"
        return json.dumps(text, ensure_ascii=False)

    def _spelled(self, text: str) -> str:
        year = _YEAR.fullmatch(text)
        if not self.spelling:
            return text
        if year:
            number = int(year[1])
            other = f"令和{number}年度" if number > 1 else "令和元年度"
            return self.random.choice([text, text, str(2018 + number), other, f"Ｒ{number}"])
        if _NUMBER.fullmatch(text) and "," in text and self._often(2):
            return text.replace(",", "")
        return text

    def _key(self, name: str) -> str:
        if _YEAR.fullmatch(name):
            return self._scalar(self._spelled(name))
        return json.dumps(name, ensure_ascii=False) if ": " in name else name

    def _fits_flow(self, value: object) -> bool:
        small = isinstance(value, dict | list) and len(json.dumps(value, ensure_ascii=False)) < 60
        return self.flow and small and self._often(2)

    def _in_brackets(self, value: object) -> str:
        if isinstance(value, dict):
            parts = (f"{name}: {self._in_brackets(item)}" for name, item in value.items())
            return "{" + ", ".join(parts) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._in_brackets(item) for item in value) + "]"
        return json.dumps(value, ensure_ascii=False)
