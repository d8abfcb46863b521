"""Write `docs/rules/`: a page for every rule that judges targets, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sagaict import language
from sagaict.checking.rule import Rule
from sagaict.checking.rules import ALL
from sagaict.language import _
from sagaict.language.words import term
from sagaict.reporting.markdown import escape
from sagaict.reporting.rule_report import audience_text

__all__ = ["pages"]

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "rules"
INTRODUCTION = """\
# 規則 / Rules

<!-- make docs が書き出します。 / Written by make docs. -->

`sagaict check` が目標と実績について尋ねることです。ファイルの書き方の規則も含めた一覧は、
`sagaict rule` で表示できます。

What `sagaict check` asks about targets and results. `sagaict rule` lists the rules about the files
too.

| | 重さ / Severity | |
| :--- | :--- | :--- |
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    spoken = language.active()
    try:
        found = {f"{rule.id}.md": _page(rule) for rule in ALL}
        rows = "".join(_row(rule) for rule in ALL)
        return {"README.md": INTRODUCTION + rows, **found}
    finally:
        language.activate(spoken)


def _row(rule: Rule) -> str:
    titles = "<br>".join(_both(rule.title))
    return f"| [`{rule.id}`]({rule.id}.md) | {_severity(rule)} | {titles} |\n"


def _page(rule: Rule) -> str:
    return "\n\n".join(_parts(rule)) + "\n"


def _parts(rule: Rule) -> Iterator[str]:
    yield f"# `{rule.id}`"
    yield "  \n".join(f"**{title}**" for title in _both(rule.title))
    yield f"重さ / Severity: {_severity(rule)}"
    yield f"対象 / Asks about: {_audience(rule)}"
    yield "## なぜ / Why"
    yield from _both(rule.why)
    yield "## 指摘 / Message"
    yield from _both(rule.message)
    yield "## 直し方 / What to do"
    yield from _both(rule.remedy)
    yield "## 指摘される例 / Fails"
    yield _sample(rule.bad)
    yield "## 指摘されない例 / Passes"
    yield _sample(rule.good)
    yield "## 受け入れる / To accept a finding"
    yield (
        "理由があって直さないときは、その行の末尾か上の行に理由を書きます。\n"
        "計画や事業をまとめて受け入れるときは、`sagaict.yaml` に書きます。"
    )
    yield (
        "Where there is a reason not to mend it, write the reason at the end of the line or above "
        "it;\nfor a whole plan or project, in `sagaict.yaml`."
    )
    yield _sample(f"# sagaict: accept {rule.id}: 理由")
    yield "`sagaict.yaml`:"
    yield _sample(_settings(rule))


def _both(text: str) -> Iterator[str]:
    """A message in Japanese, if the catalogue has it, and in English."""
    language.activate("ja")
    japanese = _(text)
    language.activate("en")
    if japanese != text:
        yield _shown(japanese)
    yield _shown(text)


def _shown(text: str) -> str:
    """A message for Markdown, with its fields as blanks."""
    return escape(re.sub(r"\{\w+\}", "…", text))


def _severity(rule: Rule) -> str:
    words = []
    for name in ("ja", "en"):
        language.activate(name)
        words.append(term(rule.severity))
    return " / ".join(words)


def _audience(rule: Rule) -> str:
    words = []
    for name in ("ja", "en"):
        language.activate(name)
        words.append(audience_text(rule))
    return " / ".join(words)


def _sample(text: str) -> str:
    return "```yaml\n" + text.rstrip("\n") + "\n```"


def _settings(rule: Rule) -> str:
    lines = ["rules:", f"  {rule.id}:", "    severity: info  # error, warning, info, off"]
    if rule.thresholds:
        lines.append("    thresholds:")
        lines += [f"      {name}: {value}" for name, value in rule.thresholds.items()]
    accept = ["accept:", f"  - rule: {rule.id}", "    below: 計画のid/事業のid", "    reason: 理由"]
    return "\n".join([*lines, *accept])


def main() -> None:
    """Write the pages, and take away those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{FOLDER.relative_to(ROOT).as_posix()}: {len(written)}")


if __name__ == "__main__":
    main()
