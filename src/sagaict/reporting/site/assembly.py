"""The files of a site: every page in every language, led to each other, and the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sagaict.domain.reckoning import reckoned
from sagaict.language import _, activate, active, without_eras
from sagaict.language.quantities import year
from sagaict.reporting.blocks import Block, Bullets, Cell, Paragraph
from sagaict.reporting.incomplete import incomplete_notice
from sagaict.reporting.opendata.package import package_files
from sagaict.reporting.opendata.tables import TABLES, Asked, rows_in
from sagaict.reporting.page.document import render_page
from sagaict.reporting.page.frame import Frame, Way
from sagaict.reporting.site.across import history, methods, reporting_status, sources
from sagaict.reporting.site.edition import Edition, Page
from sagaict.reporting.site.paths import DATA, FIRST, way
from sagaict.reporting.site.things import first_page, pages_of_things

__all__ = ["count_of", "site_files"]

_NAMES = {"ja": "日本語", "en": "English"}
_STATUS, _HISTORY, _SOURCES = "reporting.html", "history.html", "sources.html"
_METHODS, _TABLES = "methods.html", "data.html"


def site_files(edition: Edition, languages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each file by its path in the folder of the site, the tables first.

    The pages of the first language stand at the top, those of another in a folder of its name.
    """
    yield from _data(edition)
    spoken = active()
    for language in languages:
        _speak(language)
        for page in _pages(edition):
            path = _placed(page.path, language, languages)
            yield path, _drawn(page, edition, language, languages).encode()
    _speak(spoken)


def count_of(edition: Edition, languages: Sequence[str]) -> int:
    """How many files there will be."""
    pages = len(edition.things) + len(edition.portfolio.plans) + len(_sections())
    return pages * len(languages) + len(TABLES) + 2


def _speak(language: str) -> None:
    activate(language)
    if not reckoned().eras:
        without_eras()


def _placed(path: str, language: str, languages: Sequence[str]) -> str:
    return path if language == languages[0] else f"{language}/{path}"


def _data(edition: Edition) -> Iterator[tuple[str, bytes]]:
    asked = Asked(edition.portfolio, edition.view, body=edition.body)
    tables = {name: rows_in(table, asked) for name, table in TABLES.items()}
    bodies = [edition.body] if edition.body else []
    files = package_files(tables, bodies, edition.revision or None, edition.incomplete)
    for name, content in files.items():
        yield f"{DATA}/{name}", content


def _pages(edition: Edition) -> Iterator[Page]:
    above = ((_("All plans"), FIRST),)
    yield first_page(edition, _title(edition))
    yield Page(_STATUS, reporting_status(edition), _("What is reported"), above)
    yield Page(_HISTORY, history(edition), _("What was changed"), above)
    yield Page(_SOURCES, sources(edition), _("Sources and contradictions"), above)
    yield Page(_METHODS, methods(edition), _("How it is computed"), above)
    yield Page(_TABLES, list(_tables(edition)), _("Open data"), above)
    yield from pages_of_things(edition)


def _title(edition: Edition) -> str:
    title = _("Targets and results, seen from {year}").format(year=year(edition.view.as_of))
    return f"{edition.body.name} {title}" if edition.body else title


def _tables(edition: Edition) -> Iterator[Block]:
    yield Paragraph.of(
        _("The tables are CSV in UTF-8. Their columns are described in both files at the end.")
    )
    named = [(f"{name}.csv", _(table.about)) for name, table in TABLES.items()]
    named += [
        ("datapackage.json", _("Description as a Data Package")),
        ("csv-metadata.json", _("Description as CSV on the Web")),
    ]
    yield Bullets(
        tuple(
            Paragraph((Cell(name, about=f"{DATA}/{name}"), Cell(f"  {text}")))
            for name, text in named
        )
    )
    licence = edition.body.licence if edition.body else None
    if licence is not None:
        told = _("Licence: {name}").format(name=licence.title or licence.name)
        yield Paragraph.of(f"{told} {licence.url or ''}".rstrip())


def _drawn(page: Page, edition: Edition, language: str, languages: Sequence[str]) -> str:
    """The page of HTML, with its ways to the others."""
    here = _placed(page.path, language, languages)

    def href(full_id: str) -> str | None:
        if full_id.startswith(f"{DATA}/"):
            return way(here, full_id)
        path = edition.pages.get(full_id)
        return None if path in (None, page.path) else way(page.path, path or "")

    def to(section: Way) -> Way:
        text, path = section
        return text, "" if path == page.path else way(page.path, path)

    frame = Frame(
        href,
        tuple(
            (text, "" if path == page.path else way(page.path, path)) for text, path in _sections()
        ),
        tuple((text, way(page.path, path)) for text, path in page.above),
        tuple(
            (other, _NAMES[other], way(here, _placed(page.path, other, languages)))
            for other in languages
            if other != language
        ),
        _notes(edition),
    )
    blocks = [*incomplete_notice(edition.incomplete), *page.blocks]
    return render_page(blocks, page.title, frame)


def _sections() -> tuple[tuple[str, str], ...]:
    return (
        (_("All plans"), FIRST),
        (_("What is reported"), _STATUS),
        (_("What was changed"), _HISTORY),
        (_("Sources and contradictions"), _SOURCES),
        (_("How it is computed"), _METHODS),
        (_("Open data"), _TABLES),
    )


def _notes(edition: Edition) -> tuple[str, ...]:
    seen = _("As of {date}, seen from {year}.").format(
        date=edition.view.today.isoformat(), year=year(edition.view.as_of)
    )
    if not edition.revision:
        return (seen,)
    return (seen, _("Made from commit {commit}.").format(commit=edition.revision))
