"""What stands around a page that is one of several: the way to the others."""

from __future__ import annotations

from collections.abc import Iterator

from sagaict.domain.light import dataclass
from sagaict.language import _
from sagaict.reporting.page.drawing import Href, nowhere
from sagaict.reporting.page.markup import Element, element, words

__all__ = ["ALONE", "Frame", "Way", "after", "foot", "head", "titled"]

Way = tuple[str, str]
"""What a link says, and where it leads; to nowhere it is the page itself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The pages around one: those of every page (`sections`), and those above it (`trail`).

    `others` is the same page in other languages: the code, the name and the way. `notes` stand at
    the foot. `href` leads to the page of a full id. `name` is that of all pages together; `beside`
    are the pages before and after it.
    """

    href: Href = nowhere
    sections: tuple[Way, ...] = ()
    trail: tuple[Way, ...] = ()
    others: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    beside: tuple[Way, ...] = ()


ALONE = Frame()
"""Of a page that is one file and knows no other."""


def head(frame: Frame) -> Iterator[Element]:
    """What stands above the content; nothing of a page alone."""
    if frame.sections:
        links = [*map(_link, frame.sections), *map(_other, frame.others)]
        inside = element("ul", *(element("li", each) for each in links))
        name = element("p", *words(frame.name), class_="name")
        every = element("nav", inside, aria_label=_("All pages"))
        yield element("header", name, every, class_="site")
    if frame.trail:
        steps = element("ol", *(element("li", _link(each)) for each in frame.trail))
        yield element("nav", steps, aria_label=_("Where this page is"), class_="trail")


def titled(title: str, frame: Frame) -> str:
    """What a browser calls the page: its title, what it is below, and what all pages are called."""
    above = [text for text, _href in frame.trail[1:]]
    return " | ".join(dict.fromkeys(filter(None, (title, *reversed(above), frame.name))))


def after(frame: Frame) -> Iterator[Element]:
    """What follows the content: the way to the pages before and after."""
    if frame.beside:
        links = (element("li", _link(each)) for each in frame.beside)
        inside = element("ul", *links)
        yield element("nav", inside, aria_label=_("Pages before and after"), class_="beside")


def foot(frame: Frame) -> Iterator[Element]:
    """What stands below it."""
    for note in frame.notes:
        yield element("p", *words(note))


def _link(way: Way) -> Element:
    text, href = way
    if not href:
        return element("span", *words(text), aria_current="page")
    return element("a", *words(text), href=href)


def _other(other: tuple[str, str, str]) -> Element:
    code, name, href = other
    return element("a", name, href=href, lang=code, hreflang=code)
