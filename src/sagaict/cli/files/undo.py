"""`sagaict undo`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from sagaict.cli.frame.changes import Writing, show_changes
from sagaict.cli.frame.declaration import Examples
from sagaict.cli.frame.refusal import Refusal
from sagaict.cli.frame.refused import writing_refusals
from sagaict.domain.light import dataclass
from sagaict.language import _, mark
from sagaict.language.visible import visible

if TYPE_CHECKING:
    from sagaict.cli.frame.session import Session
    from sagaict.writing.change_set import ChangeSet
    from sagaict.writing.last_write import LastWrite

__all__ = ["Undo"]


@dataclass(frozen=True, kw_only=True)
class Undo(Writing):
    """Take back what the last writing command wrote; called again, it puts that back."""

    examples: ClassVar[Examples] = (
        ("sagaict undo --dry-run", mark("what would be taken back")),
        ("sagaict undo", mark("takes it back")),
    )

    def run(self) -> int:
        """Take it back."""
        from sagaict.reporting.output import Output
        from sagaict.writing.last_write import last_write

        session, change_set = self.open()
        root = session.workspace.root
        last = last_write(root)
        if last is None:
            raise Refusal(
                _(
                    "no write is known that could be taken back: only the last one is kept, and "
                    "only where a cache is used"
                )
            )
        changed = last.changed_since(root)
        if changed:
            raise Refusal(
                _("changed since the last command wrote, and left as it is: {names}").format(
                    names=_(", ").join(changed)
                )
            )
        with writing_refusals():
            _put_back(session, change_set, last)
            if self.dry_run:
                Output(sys.stdout).text(visible(change_set.diff()))
            else:
                change_set.commit()
        told = _("Taken back, what was written on {day}: {names}")
        if self.dry_run:
            told = _("Undoing what was written on {day} would change this: {names}")
        print(
            told.format(day=f"{last.when:%Y-%m-%d %H:%M}", names=visible(_(", ").join(last.files)))
        )
        show_changes(session, change_set)
        if self.dry_run:
            print(_("Nothing was written (--dry-run)."))
        else:
            print(_("To put it back: {command}").format(command="sagaict undo"))
        return 0


def _put_back(session: Session, change_set: ChangeSet, last: LastWrite) -> None:
    from sagaict.reading.files import FileOf

    for name, former in last.files.items():
        file = FileOf(session.workspace.root / name, f"{session.workspace.shown}/{name}")
        if former.content is None:
            change_set.remove(file)
        elif former.digest is None:
            change_set.create(name, former.content.decode())
        else:
            change_set.rewrite(file, former.content.decode())
