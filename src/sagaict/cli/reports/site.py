"""`sagaict site`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sagaict.cli.frame.declaration import Examples, Option
from sagaict.cli.frame.options import Viewed
from sagaict.domain.light import dataclass
from sagaict.language import mark

__all__ = ["Site"]


@dataclass(frozen=True, kw_only=True)
class Site(Viewed):
    """The public site: a page for every plan, measure, project and indicator, and open data."""

    runner: ClassVar[str] = "reports.site_run:run_site"
    examples: ClassVar[Examples] = (
        ("sagaict site -o site", mark("open site/index.html in a browser")),
        ("sagaict site -o site --rev main", mark("what was merged, not what lies there")),
        ("sagaict site -o site --public", mark("without what is internal")),
    )

    output: Annotated[str, Option(mark("Folder to write."), "DIR", names=("--output", "-o"))]
    public: Annotated[
        bool, Option(mark("Leave out what is marked as internal, and say nothing of it."))
    ] = False
