"""The council that reviews a plan, and the roles around it."""

from __future__ import annotations

from typing import Annotated

from sagaict.domain.declaring import Says, short_form
from sagaict.domain.fields import SourceRef, Text
from sagaict.domain.record import Record

__all__ = ["Council", "CouncilField"]


class Council(Record):
    """A council (進行管理の会議), with offices as the documents print them: no names of persons."""

    name: Annotated[Text, Says("会議の名称。 / Its name.")]
    chair: Annotated[Text | None, Says("議長に充てる職。 / The office that chairs it.")] = None
    members: Annotated[tuple[Text, ...], Says("構成員の職。 / The offices that belong to it.")] = ()
    cio: Annotated[
        Text | None, Says("最高情報責任者(CIO)に充てる職。 / The office of the CIO.")
    ] = None
    secretariat: Annotated[Text | None, Says("庶務・事務局。 / Who does its paperwork.")] = None
    source: Annotated[SourceRef | None, Says("出典。 / Source.")] = None


CouncilField = Annotated[Council, short_form("name", str)]
"""A council, or its short form: the name alone."""
