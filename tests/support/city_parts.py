"""The visits of the little city's portal, as one indicator and as one with parts."""

from __future__ import annotations

__all__ = ["FIGURES", "PARTS"]

PARTS = """\
      parts:
        - id: elementary
          name: 小学校
          baseline: {value: 1000, year: R5}
          targets: {R7: 1375}
          actuals: {R7: 1027}
        - id: middle
          name: 中学校
          targets: {R7: 50}
          unit: 校
          actuals: {R6: 40}
        - id: fair
          name: 催し
          reading: true
          actuals: {R7: 12}
"""
FIGURES = """\
      baseline:
        value: 1,000
        year: R5
      targets:
        R6:
          relative:
            to: R5
            times: 1.2
        R7:
          relative:
            to: previous
            percent: 10
      actuals:
        R6: 1,250
        R7: 1,027
"""
