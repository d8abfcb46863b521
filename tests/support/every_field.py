"""A plan and a project in which every field of every model says something."""

from __future__ import annotations

from typing import Any

__all__ = ["PLAN", "PROJECT"]

GROUNDS = {"reason": "理由の文", "approved_by": "会議", "source": "plan 見直し"}
MEETING: dict[str, Any] = {
    "body": "政策会議",
    "date": "R7.4.20",
    "until": "R7.4.25",
    "about": "議題の文",
    "result": "原案を一部修正し承認",
    "views": ["意見の文", "別の意見"],
    "note": "会議の注",
    "source": "plan 会議",
}
IN_TURN: dict[str, Any] = {
    "proposed": "R7.4.10",
    "reason": "順を追う理由",
    "approvals": [MEETING, {"body": "議会", "date": "R7.4.28"}],
}
INDICATOR: dict[str, Any] = {
    "id": "visits",
    "name": "利用件数",
    "definition": "窓口での件数",
    "unit": "件",
    "direction": "increase",
    "aggregation": "annual",
    "year_kind": "calendar",
    "owner": "窓口課",
    "also_under": ["2-1"],
    "rate": {"formula": "progress", "at_most": "50.556", "above": "50%超"},
    "data_source": "業務統計",
    "survey_timing": "翌年度4月",
    "figures_due": "9-30",
    "baseline": {
        "value": "59",
        "year": "R5",
        "as_of": "R6.3",
        "printed": "約59件",
        "note": "現状値の注",
        "source": "plan 現状",
    },
    "target_basis": "毎年度1割増",
    "targets": {
        "R7": {"value": "70", "printed": "約70件", "note": "目標の注", "source": "plan 目標"},
        "R8": {"relative": {"to": "R7", "times": "1.2"}, "strict": "true"},
        "R9": {"undecided": "true"},
        "R5": {"none": "true"},
        "R6": {"words": "条例の制定"},
        "R4": {"range": {"low": "40", "high": "60"}},
    },
    "actuals": {
        "R7": {
            "value": "65",
            "numerator": "13",
            "denominator": "20",
            "respondents": "20",
            "state": "provisional",
            "as_of": "R8.3",
            "span": "R7.1-R7.10",
            "published": "R8.5",
            "printed": "65件程度",
            "note": "実績の注",
            "source": "plan 実績",
            "remark": "見解の文",
            "earlier": [
                {
                    "value": "60",
                    "numerator": "13",
                    "denominator": "20",
                    "respondents": "20",
                    "state": "estimate",
                    "as_of": "R7.9",
                    "span": "R7.4-R7.9",
                    "published": "R7.11",
                    "printed": "60件見込み",
                    "note": "前の注",
                    "source": "plan 前",
                }
            ],
        }
    },
    "published_rates": [
        {
            "year": "R7",
            "against": "final",
            "formula": "ratio",
            "printed": "55%超",
            "grade": "A",
            "note": "率の注",
            "source": "plan 率",
        },
        {"year": "R7", "rate": "50", "grade": "B"},
    ],
    "comparison": {
        "name": "全国平均",
        "figures": {"R7": "61"},
        "note": "比較の注",
        "source": "plan 比較",
    },
    "revisions": [
        {"year": "R7", "date": "R7.10.1", "old": "80", "new": "70", **GROUNDS},
        {"year": "R7", "date": "R7.4.28", "old": "90", "new": "80", **IN_TURN},
    ],
    "amendments": [
        {"what": "renamed", "date": "R7.5.1", "old": "件数", "new": "利用件数", **GROUNDS},
        {"what": "renamed", "date": "R7.4.28", "old": "人数", "new": "件数", **IN_TURN},
    ],
    "continues": [
        {"id": "old/1-1/visits", "basis": "stated", "note": "継続の注", "source": "plan 継続"}
    ],
    "note": "指標の注",
    "internal": True,
    "internal_note": "指標の内部の注",
    "source": "plan 指標",
}
PLAIN = {name: INDICATOR[name] for name in ("name", "unit", "direction", "aggregation")}
PART: dict[str, Any] = {
    "id": "east",
    "name": "東",
    "unit": "%",
    "share": "true",
    "direction": "decrease",
    "aggregation": "level",
    "year_kind": "calendar",
    "owner": "東窓口課",
    "hold": "true",
    "latest": "3",
    "rate": {"formula": "progress"},
    "baseline": {"value": "40", "year": "R5"},
    "targets": {"R7": "20"},
    "actuals": {"R7": "25"},
    "published_rates": [{"year": "R7", "rate": "75"}],
    "comparison": {"name": "県平均", "figures": {"R7": "22"}},
    "revisions": [{"year": "R7", "date": "R7.10.1", "old": "22", "new": "20", **GROUNDS}],
    "note": "内訳の注",
    "source": "plan 内訳",
}
READ: dict[str, Any] = {
    "id": "west",
    "name": "西",
    "reading": "true",
    "actuals": {"R7": {"value": "14", "source": "plan 西"}},
}
REVIEW: dict[str, Any] = {
    "progress": "delayed",
    "printed": "△",
    "judgement": "概ね順調",
    "forecast": "likely",
    "achievements": "取組実績の文",
    "issues": "課題の文",
    "causes": "要因の文",
    "outlook": "continue",
    "self_rating": "自己評価の文",
    "council_rating": "会議の評価",
    "instructions": [
        {
            "text": "指示の文",
            "due": "R8.9.30",
            "owner": "指示の課",
            "answer": "回答の文",
            "answered": "R8.9.1",
        }
    ],
    "follow_ups": [{"text": "約束の文", "due": "R8.6"}],
    "remark": "評価の文",
    "internal": True,
    "source": "plan 評価",
}
EVALUATION: dict[str, Any] = {**REVIEW, "half_year": REVIEW}
PLAN: dict[str, Any] = {
    "id": "p",
    "title": "見本の計画",
    "period": "R6-R9",
    "stage": "draft",
    "transcribed": True,
    "owner": "推進課",
    "support": "総務室",
    "council": {
        "name": "調整会議",
        "chair": "企画部長",
        "members": ["総務課長", "財政課長"],
        "cio": "副市長",
        "secretariat": "庶務課",
        "source": "plan 要綱",
    },
    "slogan": "計画のスローガン",
    "situation": [{"title": "現状", "items": ["人口は減る"], "source": "plan 資料"}],
    "glossary": {"words": {"RPA": "自動化"}, "source": "plan 用語"},
    "aim": "目指す姿の文",
    "principle": "基本理念の文",
    "terms": {"goal": "ビジョン", "measure": "重点施策", "project": "取組"},
    "rate": {
        "formula": "ratio",
        "at_least": "10",
        "below": "10%未満",
        "at_most": "120",
        "above": "120%超",
        "places": "2",
        "rounding": "truncate",
        "grades": [{"mark": "A", "more_than": "54"}, {"mark": "B", "at_least": "5"}],
    },
    "predecessors": ["old"],
    "successors": ["later"],
    "basis": [
        {
            "law": "基本法",
            "article": "第9条",
            "calls_for": "市の計画",
            "says": "位置付けの文",
            "source": "plan 根拠",
        }
    ],
    "parents": [
        {
            "title": "総合計画",
            "plan": "above",
            "period": "R2-R9",
            "shares": ["p/1-1/visits"],
            "says": "上位計画の文",
            "source": "plan 上位",
        }
    ],
    "documents": {
        "plan": {
            "title": "計画書",
            "publisher": "見本市",
            "published": "令和6年3月",
            "stage": "draft",
            "note": "資料の注",
        }
    },
    "categories": {
        "A": {
            "title": "重点",
            "priority": "true",
            "review": "half_yearly",
            "outcome_required": "false",
        }
    },
    "labels": {"unmet": "×", "delayed": "▽"},
    "provisions": [{"title": "進行管理", "items": ["毎年度の評価"], "source": "plan 進行"}],
    "evaluations": {"R7": EVALUATION},
    "goal_indicators": [
        {**PLAIN, "id": "whole", "targets": {"R7": "9"}, "actuals": {"R7": "8"}},
    ],
    "outcome_indicators": [{**PLAIN, "id": "effect", "targets": {"R7": "5"}}],
    "goals": [
        {
            "no": "1",
            "id": "life",
            "goal_indicators": [{**PLAIN, "id": "above", "targets": {"R7": "4"}}],
            "outcome_indicators": [{**PLAIN, "id": "below", "targets": {"R7": "3"}}],
            "evaluations": {"R6": EVALUATION},
            "title": "目標の題",
            "slogan": "副題",
            "aim": "目指す状態",
            "owner": "目標課",
            "amendments": [
                {
                    "what": "renamed",
                    "date": "R7.5.1",
                    "old": "前の目標",
                    "new": "目標の題",
                    **GROUNDS,
                }
            ],
            "measures": [
                {"id": "2-1", "title": "別の施策", "source": "plan 施策"},
                {
                    "id": "1-1",
                    "no": "1-1",
                    "title": "施策の題",
                    "priority": "true",
                    "owner": "施策課",
                    "beneficiaries": ["外国人"],
                    "aim": "ねらい",
                    "amendments": [
                        {
                            "what": "renamed",
                            "date": "R7.5.1",
                            "old": "前の施策",
                            "new": "施策の題",
                            **GROUNDS,
                        }
                    ],
                    "sdgs": ["9", "11"],
                    "goal_indicators": [
                        INDICATOR,
                        {
                            **PLAIN,
                            "id": "split",
                            "name": "分かれた件数",
                            "targets": {"R7": "30"},
                            "parts": [PART, READ],
                        },
                        {
                            **PLAIN,
                            "id": "total",
                            "aggregation": "period_total",
                            "baseline": {"value": "90", "period": "R3-R5"},
                            "targets": {"R6-R9": "100"},
                            "actuals": {"R6": "5"},
                        },
                    ],
                    "outcome_indicators": [
                        {
                            **PLAIN,
                            "id": "all",
                            "derived": {"sum_of": ["p/1-1/visits", "p/1-1/total"]},
                        },
                        {
                            **PLAIN,
                            "id": "rate",
                            "unit": "%",
                            "share": "true",
                            "hold": "true",
                            "derived": {"share_met": {"priority": "true"}},
                            "baseline": {"value": "50", "year": "R5"},
                            "targets": {"R7": {"relative": {"to": "R5", "percent": "10"}}},
                        },
                    ],
                    "initiatives": [
                        {
                            "no": "①",
                            "title": "取組の題",
                            "items": [{"title": "内容の題", "priority": "true"}],
                        }
                    ],
                    "evaluations": {"R7": EVALUATION},
                    "note": "施策の注",
                    "internal_note": "施策の内部の注",
                    "source": "plan 施策",
                },
            ],
            "source": "plan 目標の章",
        }
    ],
    "policies": [
        {
            "id": "open",
            "no": "1",
            "title": "方針の題",
            "group": "方針のまとまり",
            "basis": {
                "law": "方針の法",
                "article": "第1条",
                "calls_for": "方針の計画",
                "says": "法にいう方針",
                "source": "plan 方針の根拠",
            },
            "says": "方針の文",
            "measures": ["2-1"],
            "projects": ["kiosk"],
            "source": "plan 方針",
        }
    ],
    "roadmap": [
        {
            "title": "段階の題",
            "start": "R6",
            "end": "R7",
            "items": ["段階の取組"],
            "source": "plan 道筋",
        }
    ],
    "published": [
        {
            "id": "met",
            "title": "集計の題",
            "of": "9",
            "counts": {"達成": "6"},
            "percent": {"達成": "66.7"},
            "compare": "outcomes_met",
            "means": {"達成": "met"},
            "goal": "life",
            "year": "R7",
            "rounding": "truncate",
            "places": "2",
            "note": "集計の注",
            "source": "plan 集計",
        },
        {
            "id": "sum",
            "title": "合計の題",
            "of": "1",
            "counts": {"計": "65"},
            "compare": "sum_of_actuals",
            "indicator": "p/1-1/visits",
            "period": "R6-R7",
            "source": "plan 合計",
        },
    ],
    "discrepancies": [
        {
            "id": "two",
            "between": "extractions",
            "subject": "食い違い",
            "about": ["p/1-1", "p/1-1/visits"],
            "statements": [
                {"says": "一方", "source": "plan 一"},
                {"says": "他方", "source": "plan 二"},
            ],
            "treatment": "扱い",
        }
    ],
    "approvals": [MEETING, {"body": "決定会議", "date": "R7.4.30"}],
    "meetings": [{**MEETING, "body": "検討部会"}, {"body": "意見聴取", "date": "R7.3.1"}],
    "revisions": [
        {"what": "title", "old": "旧", "new": "見本の計画", "date": "R7.4.1", **GROUNDS},
        {"what": "title", "old": "旧旧", "new": "旧", "date": "R7.3.1", **IN_TURN},
    ],
    "corrections": [
        {
            "of": "p/1-1",
            "field": "aim",
            "old": "訂正前",
            "new": "訂正後",
            "date": "R7.6.1",
            "reason": "誤記",
            "source": "plan 訂正",
        }
    ],
    "note": "計画の注",
    "internal": True,
    "internal_note": "計画の内部の注",
    "source": "plan 全体",
}
PROJECT: dict[str, Any] = {
    "id": "kiosk",
    "plan": "p",
    "measure": "1-1",
    "title": "事業の題",
    "category": "A",
    "priority": "true",
    "owner": ["事業課", {"section": "施設課", "bureau": "都市局"}],
    "support": "事業総務室",
    "beneficiaries": ["高齢者"],
    "overview": "事業の概要",
    "actions": {
        "R7": [
            {
                "text": "行動の文",
                "state": "delayed",
                "due": "R7.9",
                "owner": "工事課",
                "note": "行動の注",
                "source": "plan 行動",
            }
        ]
    },
    "outcome_indicators": [{**PLAIN, "id": "own", "latest": "2"}],
    "budget": {
        "R7": {"printed": "約1千万円", "amount": "10,000", "note": "委託料", "source": "plan 予算"}
    },
    "outcome_definition": "成果指標の説明",
    "outcome_undecided": {
        "printed": "後で定める",
        "period": "R8-R9",
        "decided": "R8.5.1",
        "source": "plan 後",
    },
    "evaluations": {"R7": EVALUATION},
    "amendments": [
        {"what": "renamed", "date": "R7.5.1", "old": "前の題", "new": "事業の題", **GROUNDS},
        {"what": "action", "date": "R7.5.1", "year": "R7", "old": "前の行動", **GROUNDS},
        {
            "what": "action",
            "date": "R7.5.1",
            "year": "R7",
            "old_year": "R6",
            "old": "先送りの行動",
            "new": "先送りの行動",
            **GROUNDS,
        },
    ],
    "corrections": [{"field": "owner", "date": "R7.6.1", "reason": "組織改正"}],
    "continues": [
        {"id": "old/kiosk", "basis": "stated", "note": "継続の注", "source": "plan 継続"}
    ],
    "note": "事業の注",
    "internal": True,
    "internal_note": "事業の内部の注",
    "source": "plan 事業",
}
