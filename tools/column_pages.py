"""Write `docs/open-data-columns*.md`: every column of the published tables, from what the export writes."""

from __future__ import annotations

from pathlib import Path

from column_meanings import MEANINGS

from sagaict import language
from sagaict.language import spoken
from sagaict.reporting.markdown import escape
from sagaict.reporting.opendata.column import Column
from sagaict.reporting.opendata.tables import TABLES, Table

__all__ = ["page", "target"]

DOCS = Path(__file__).resolve().parent.parent / "docs"
INTRODUCTIONS = {
    "en": """\
# The columns of the open data

<!-- Written by make docs. -->

[日本語](open-data-columns.ja.md) · [Open data](open-data.md) · [README](../README.md)

Every column that `sagaict export` writes, table by table, in its order. The name and the codes are a contract: new ones
come behind, and none is renamed. With `--words` a column has its heading in place of the name, and a code its word.
Empty means that nothing is known or nothing applies; it is never 0.

| Type | In CSV and JSON | In Parquet |
| --- | --- | --- |
| text | text | string |
| code | one of the codes listed | string |
| codes | one or several of them, with spaces between | string |
| number | decimal number with a point, in the unit told | decimal(38, 12) |
| whole number | digits | int64 |
| yes/no | `true`, `false` | boolean |
""",
    "ja": """\
# オープンデータの列

<!-- make docs が書き出します。 -->

[English](open-data-columns.md) · [オープンデータ](open-data.ja.md) · [README](../README.ja.md)

`sagaict export` が書き出すすべての列を、表ごとに、列の順に示します。列の名前と符号は約束です。新しいものは後ろに加わり、
名前は変わりません。`--words` を付けると、名前の代わりに見出しが、符号の代わりに言葉が入ります。空は、分からないか、
当てはまらないことを表します。0 にはなりません。

| 型 | CSV と JSON | Parquet |
| --- | --- | --- |
| 文字列 | 文字列 | string |
| 符号 | 示した符号のどれか | string |
| 符号の列 | 符号を1つ以上、空白で区切ったもの | string |
| 数値 | 小数点のある十進数。単位は説明のとおり | decimal(38, 12) |
| 整数 | 数字 | int64 |
| 真偽 | `true`（該当）、`false`（非該当） | boolean |
""",
}
HEADS = {
    "en": ("Name", "Heading", "Heading in Japanese", "Type", "Meaning, unit, codes"),
    "ja": ("名前", "見出し", "英語の見出し", "型", "意味・単位・符号"),
}
TYPES = {
    "en": {"word": "code", "words": "codes", "integer": "whole number", "flag": "yes/no"},
    "ja": {
        "text": "文字列",
        "word": "符号",
        "words": "符号の列",
        "number": "数値",
        "integer": "整数",
        "flag": "真偽",
    },
}


def target(lang: str) -> Path:
    """Where the page of a language stands."""
    return DOCS / f"open-data-columns{'' if lang == 'en' else f'.{lang}'}.md"


def page(lang: str) -> str:
    """The page as it should stand in the repository."""
    tables = (_section(name, table, lang) for name, table in TABLES.items())
    return INTRODUCTIONS[lang] + "".join(tables)


def _section(name: str, table: Table, lang: str) -> str:
    lines = [f"\n## `{name}`\n\n{spoken(lang, table.about)}\n\n"]
    lines += [_line(HEADS[lang]), _line(["---"] * len(HEADS[lang]))]
    lines += [_line(_cells(name, column, lang)) for column in table.columns]
    return "".join(lines)


def _cells(table: str, column: Column, lang: str) -> tuple[str, ...]:
    other = "ja" if lang == "en" else "en"
    own = f"{table}.{column.name}"
    meanings = MEANINGS.get(own) or MEANINGS[column.name]
    codes = [f"`{code}` {escape(spoken(lang, said))}" for code, said in column.words.items()]
    return (
        f"`{column.name}`",
        *(escape(spoken(each, column.heading)) for each in (lang, other)),
        TYPES[lang].get(column.type, column.type),
        "<br>".join([meanings[lang], *codes]),
    )


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Write the page of each language."""
    for lang in language.LANGUAGES:
        target(lang).write_text(page(lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
