"""The public body whose plans a workspace holds, and the terms on which it gives its data."""

from __future__ import annotations

from typing import Annotated, Any

from sagaict.domain.declaring import Before, Says, short_form
from sagaict.domain.fields import Text
from sagaict.domain.misfit import Misfit
from sagaict.domain.record import Record

__all__ = ["Body", "Licence", "check_digit"]

_WEIGHTS = (6, 5, 4, 3, 2)


def check_digit(code: str) -> str:
    """The sixth digit of a 全国地方公共団体コード, from the five before it.

    11 less what the sum of the digits × 6, 5, 4, 3, 2 leaves when divided by 11, its last digit
    (総務省, 検査数字の算出方法).
    """
    total = sum(int(digit) * weight for digit, weight in zip(code, _WEIGHTS, strict=False))
    return str((11 - total % 11) % 10)


def _code(value: Any) -> Any:
    text = str(value).strip()
    if not (text.isascii() and text.isdecimal() and len(text) == len(_WEIGHTS) + 1):
        raise Misfit("body-code", text=text)
    if check_digit(text) != text[-1]:
        raise Misfit("body-code-digit", text=text)
    return text


class Licence(Record):
    """The terms on which others may use the data."""

    name: Annotated[Text, Says("略称(例 CC-BY-4.0)。 / Short name.")]
    title: Annotated[Text | None, Says("正式な名称。 / Title.")] = None
    url: Annotated[Text | None, Says("条文のURL。 / Where it can be read.")] = None


class Body(Record):
    """Who publishes the plans."""

    name: Annotated[Text, Says("団体名(例 相模原市)。 / Name.")]
    code: Annotated[
        Annotated[Text, Before(_code)] | None,
        Says(
            "全国地方公共団体コード(6桁)。 / Code of the body: six digits, the last a check digit."
        ),
    ] = None
    licence: Annotated[
        Annotated[Licence, short_form("name", str)] | None,
        Says("オープンデータの利用条件(例 CC-BY-4.0)。 / Licence of the open data."),
    ] = None
