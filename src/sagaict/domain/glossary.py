"""The words a plan explains."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import AtLeast, Says
from sagaict.domain.fields import SourceRef, Text
from sagaict.domain.record import Record

__all__ = ["Glossary"]


class Glossary(Record):
    """The glossary (用語の解説) of a plan: what it means by its words."""

    words: Annotated[dict[Text, Text], AtLeast(1), Says("用語と説明。 / Words, each explained.")]
    source: Annotated[SourceRef, Says("出典。 / Source.")]
