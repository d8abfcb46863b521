"""The files of a site: every page in every language, led to each other, and the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sagaict.computing.selection import Thing, title_of
from sagaict.domain.plan import Plan
from sagaict.domain.reckoning import reckoned
from sagaict.language import _, activate, active, mark, without_eras
from sagaict.language.quantities import day, year
from sagaict.reporting.blocks import Block, Bullets, Cell, Paragraph
from sagaict.reporting.incomplete import incomplete_notice
from sagaict.reporting.opendata.package import package_files
from sagaict.reporting.opendata.tables import TABLES, Asked, rows_in
from sagaict.reporting.page.document import render_page
from sagaict.reporting.page.frame import Frame, Way
from sagaict.reporting.phrases import plan_title
from sagaict.reporting.site.across import history, reporting_status, sources
from sagaict.reporting.site.edition import Edition, Page
from sagaict.reporting.site.methods import methods
from sagaict.reporting.site.paths import DATA, FIRST, path_of, paths_of, way
from sagaict.reporting.site.things import first_page, pages_of

__all__ = ["files_of", "site_parts"]

_NAMES = {"ja": "日本語", "en": "English"}


def site_parts(edition: Edition) -> dict[str, int]:
    """What a site is drawn from part by part, and how many files each part is in a language."""
    shared = {DATA: len(TABLES) + 2, **dict.fromkeys(_ACROSS, 1)}
    things = edition.things.items()
    return {**shared, **{name: len(paths_of(thing)) for name, thing in things}}


def files_of(edition: Edition, languages: Sequence[str], part: str) -> dict[str, bytes]:
    """The files of a part by their paths in the folder of the site.

    The pages of the first language stand at the top, those of another in a folder of its name.
    """
    if part == DATA:
        return _data(edition)
    files = {}
    spoken = active()
    for language in languages:
        _speak(language)
        for page in _pages(edition, part):
            path = _placed(page.path, language, languages)
            files[path] = _drawn(page, edition, language, languages).encode()
    _speak(spoken)
    return files


def _speak(language: str) -> None:
    activate(language)
    if not reckoned().eras:
        without_eras()


def _placed(path: str, language: str, languages: Sequence[str]) -> str:
    return path if language == languages[0] else f"{language}/{path}"


def _data(edition: Edition) -> dict[str, bytes]:
    asked = Asked(edition.portfolio, edition.view, body=edition.body)
    tables = {name: rows_in(table, asked) for name, table in TABLES.items()}
    bodies = [edition.body] if edition.body else []
    files = package_files(tables, bodies, edition.revision or None, edition.incomplete)
    return {f"{DATA}/{name}": content for name, content in files.items()}


def _pages(edition: Edition, part: str) -> Iterator[Page]:
    if part in edition.things:
        yield from pages_of(edition.things[part], edition)
    elif part == FIRST:
        yield first_page(edition, _title(edition))
    else:
        title, blocks = _ACROSS[part]
        yield Page(part, blocks(edition), _(title), ((_("All plans"), FIRST),))


def _title(edition: Edition) -> str:
    title = _("Targets and results, seen from {year}").format(year=year(edition.view.as_of))
    return f"{edition.body.name} {title}" if edition.body else title


def _tables(edition: Edition) -> list[Block]:
    told = _("The tables are CSV in UTF-8. Their columns are described in both files at the end.")
    named = [(f"{name}.csv", _(table.about)) for name, table in TABLES.items()]
    named += [
        ("datapackage.json", _("Description as a Data Package")),
        ("csv-metadata.json", _("Description as CSV on the Web")),
    ]
    items = tuple(
        Paragraph((Cell(name, about=f"{DATA}/{name}"), Cell(f"  {text}"))) for name, text in named
    )
    return [Paragraph.of(told), Bullets(items), *_licence(edition)]


def _licence(edition: Edition) -> Iterator[Block]:
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

    frame = Frame(
        href,
        tuple(
            (_(title), "" if path == page.path else way(page.path, path))
            for path, (title, _blocks) in _ACROSS.items()
        ),
        tuple((text, way(page.path, path)) for text, path in page.above),
        tuple(
            (other, _NAMES[other], way(here, _placed(page.path, other, languages)))
            for other in languages
            if other != language
        ),
        _notes(edition),
        _name(edition),
        _neighbours(page, edition),
    )
    blocks = [*incomplete_notice(edition.incomplete), *page.blocks]
    return render_page(blocks, page.title, frame)


def _name(edition: Edition) -> str:
    """What the site is called."""
    name = _("Targets and results of the plans")
    return f"{edition.body.name} {name}" if edition.body else name


def _neighbours(page: Page, edition: Edition) -> tuple[Way, ...]:
    """The way to the page before and to the one after, among those of the same sort."""
    before, after = edition.beside.get(page.about, (None, None))
    return tuple(
        (text.format(title=_title_of(thing)), way(page.path, path_of(thing)))
        for text, thing in ((_("Before: {title}"), before), (_("Next: {title}"), after))
        if thing is not None
    )


def _title_of(thing: Thing) -> str:
    return plan_title(thing) if isinstance(thing, Plan) else title_of(thing)


def _notes(edition: Edition) -> tuple[str, ...]:
    seen = _("As of {date}, seen from {year}.").format(
        date=day(edition.view.today), year=year(edition.view.as_of)
    )
    if not edition.revision:
        return (seen,)
    return (seen, _("Made from commit {commit}.").format(commit=edition.revision))


_ACROSS: Mapping[str, tuple[str, Callable[[Edition], list[Block]]]] = MappingProxyType(
    {
        FIRST: (mark("All plans"), lambda _edition: []),
        "reporting.html": (mark("What is reported"), reporting_status),
        "history.html": (mark("What was changed"), history),
        "sources.html": (mark("Sources and contradictions"), sources),
        "methods.html": (mark("How it is computed"), methods),
        "data.html": (mark("Open data"), _tables),
    }
)
"""The pages across all plans, to which each page leads: what they are called, and say."""
