"""A figure as tables print it, taken apart: `13,000人 （５年間累計）`, `426万人泊 （R１年）`.

What stands in brackets or behind the figure is set aside and named; the figure itself is then read
like any other (`recording.values`), in the indicator's unit.
"""

from __future__ import annotations

import re
from dataclasses import field, replace

from sagaict.domain.fiscal import FiscalFormatError, FiscalYear, Moment
from sagaict.domain.light import dataclass
from sagaict.domain.typed import half_width
from sagaict.workbook.plan_table.headings import YEAR, year_in

__all__ = ["Printed", "take_apart"]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell says. `figure` is the number with its unit, `unit` what stands behind the number.

    `year` and `as_of` are its time, `calendar` if it is 年 and not 年度. `running` is a 累計,
    `total_years` the years it is over, `per_year` a figure 一年当たり, `average` one of several
    years. `more` is what is left, in the words of the cell.
    """

    text: str
    figure: str
    unit: str = ""
    year: FiscalYear | None = None
    calendar: bool = False
    as_of: Moment | None = None
    running: bool = False
    total_years: int | None = None
    per_year: bool = False
    average: bool = False
    hold: bool = False
    bound: str = ""
    provisional: bool = False
    more: tuple[str, ...] = field(default=())

    @property
    def says_more(self) -> bool:
        """Whether the wording says more than a figure, its unit and its year."""
        marks = (self.running, self.total_years, self.per_year, self.average, self.hold, self.more)
        return any(marks)


_GROUP = re.compile(r"\(([^()]*)\)")
_SENTENCE = re.compile(
    rf"({YEAR})(?:末)?(?:に|までに|まで(?:の([0-9]+)年間)?(?:で|に|、)?)\s*(\S.*?)(を維持)?"
)
_PER_YEAR = re.compile(r"\s*/\s*年$")
_HOLD = re.compile(r"\s*(?:を|の)?維持$")
_PROVISIONAL = re.compile(r"\s*[※*]?\s*\(?速報値?\)?")
_MARK = re.compile(r"\s*[*※＊]+\s*[0-9]*$")
_FIGURE = re.compile(r"[^0-9]{0,4}?[+-]?[0-9][0-9,.]*\s*([^0-9]*)")
_BOUND = re.compile(r"\s*(以上|以下|未満|超|以内|程度|を上回る|を下回る)$")


def take_apart(text: str) -> Printed:
    """What a cell says, without judging whether it is a figure."""
    shown = " ".join(text.split())
    plain = " ".join(half_width(text).split())
    found = _from_sentence(Printed(shown, plain))
    groups = _GROUP.findall(found.figure)
    core = _GROUP.sub("", found.figure).strip()
    if not re.search("[0-9]", core) and groups and _FIGURE.fullmatch(groups[-1].strip()):
        # 全区分（24区分）: the figure that `all` comes to
        core = groups.pop().strip()
        found = replace(found, more=(shown,))
    for group in groups:
        found = _with(found, group.strip())
    if _PROVISIONAL.search(core):
        core, found = _PROVISIONAL.sub("", core), replace(found, provisional=True)
    if _MARK.search(core):
        core, found = _MARK.sub("", core), replace(found, more=(*found.more, shown))
    if _PER_YEAR.search(core):
        core, found = _PER_YEAR.sub("", core), replace(found, per_year=True)
    if _HOLD.search(core):
        core, found = _HOLD.sub("", core), replace(found, hold=True)
    core = re.sub(r"^全国(?=[0-9])", "", core)
    bound = _BOUND.search(core)
    match = _FIGURE.fullmatch(_BOUND.sub("", core))
    unit = re.sub(r"\s", "", match[1]) if match else ""
    return replace(found, figure=core, unit=unit, bound=bound[1] if bound else "")


def _from_sentence(found: Printed) -> Printed:
    """`令和12年度までの5年間で100自治会`, `令和12年度に57.0%`, `令和12年度まで90%を維持`."""
    match = _SENTENCE.fullmatch(found.figure)
    if match is None:
        return found
    return replace(
        found,
        figure=match[3],
        year=year_in(match[1]),
        calendar=match[1].endswith("年"),
        total_years=int(match[2]) if match[2] else None,
        running=match[2] is not None,
        hold=match[4] is not None,
    )


def _with(found: Printed, group: str) -> Printed:
    """What the words in a pair of brackets say of the figure before them."""
    if "累計" in group or "合計" in group:
        years = re.search(r"([0-9]+)\s*(?:か年|カ年|ヶ年|箇年|年間)", group)
        when = year_in(group)
        return replace(
            found,
            running=True,
            total_years=int(years[1]) if years else found.total_years,
            year=when or found.year,
        )
    if "平均" in group and not re.search("全国|県|市", group):
        return replace(found, average=True)
    if "速報" in group:
        return replace(found, provisional=True)
    try:
        moment = Moment.parse(re.sub("(?:現在|時点|末)$", "", group))
    except FiscalFormatError:
        pass
    else:
        return replace(found, as_of=moment, year=moment.fiscal_year)
    if re.fullmatch(YEAR, group):
        return replace(found, year=year_in(group), calendar=group.endswith("年"))
    return replace(found, more=(*found.more, group))
