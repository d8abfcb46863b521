"""Extract the messages of the code, merge them into the catalogues, and compile these."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from hatch_build import compile_catalogues

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "sagaict"
LOCALE = SOURCE / "language" / "locale"
DOMAIN = "sagaict"
KEYWORDS = {"_": None, "mark": None, "plural": (1, 2)}
# The command-line library's own words, which come through this catalogue too.
BORROWED = (
    "Missing command.",
    "No such command {name!r}.",
    "env var: {var}",
    "default: {default}",
    "required",
    "(dynamic)",
    "Aborted!",
    "Show this message and exit.",
)


def extracted() -> Catalog:
    """A template of every message in the code."""
    template = Catalog(project="sagaict", charset="utf-8")
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    for file, _line, message, comments, context in sorted(found, key=lambda item: item[:2]):
        template.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    for message in BORROWED:
        template.add(message, locations=[("command-line library", 0)])
    return template


def main() -> None:
    """Bring every catalogue up to date."""
    template = extracted()
    for folder in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        path = folder / "LC_MESSAGES" / f"{DOMAIN}.po"
        with path.open("rb") as stream:
            catalog = read_po(stream, locale=folder.name)
        template.creation_date = catalog.creation_date  # the day would differ at every run
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as stream:
            write_po(stream, catalog, width=100, omit_header=False, no_location=True)
        empty = [message.id for message in catalog if message.id and not message.string]
        print(f"{folder.name}: {len(catalog)} messages, {len(empty)} untranslated")
    compile_catalogues(ROOT)


if __name__ == "__main__":
    main()
