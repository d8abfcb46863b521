"""Who answers for something, in words and for programs."""

from __future__ import annotations

from collections.abc import Sequence

from sagaict.domain.owner import Owner
from sagaict.language import _

__all__ = ["owner_text", "owners_data", "owners_name", "owners_text"]


def owner_text(owner: Owner | None) -> str:
    """The section a group of things belongs to, or that no document names one."""
    return owner.name if owner else _("owner not given in the documents")


def owners_text(owners: Sequence[Owner]) -> str:
    """The sections that answer for it; empty where no document names one."""
    return _(", ").join(owner.name for owner in owners)


def owners_name(owners: Sequence[Owner]) -> str | None:
    """The same in one field for programs, in any language of the reader."""
    return "、".join(owner.name for owner in owners) or None


def owners_data(owners: Sequence[Owner]) -> list[dict[str, str | None]]:
    """Each of them for programs."""
    return [{"section": owner.section, "bureau": owner.bureau} for owner in owners]
