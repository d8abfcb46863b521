"""What the parser complains of, in the reader's language."""

from __future__ import annotations

import re

from sagaict.cli.frame.refusal import missing_text
from sagaict.language import _

__all__ = ["complaint_text"]


def complaint_text(error: Exception, given: list[str]) -> str | None:
    """The parser's complaint in the reader's language; `None` if it is no complaint of its."""
    kind = type(error).__name__
    format_message = getattr(error, "format_message", None)
    if format_message is None:
        return None
    if kind == "NoArgsIsHelpError":
        print(format_message())
        return ""
    name = str(getattr(error, "option_name", ""))
    if kind == "NoSuchOption":
        text = _("there is no option {name}").format(name=name)
        near = ", ".join(getattr(error, "possibilities", None) or ())
        text += "\n" + _("Did you mean: {names}?").format(names=near) if near else ""
    elif kind == "MissingParameter":
        parameter = getattr(error, "param", None)
        missing = getattr(parameter, "display_name_raw", "?")
        if getattr(parameter, "param_type_name", "") == "option":
            missing = max(getattr(parameter, "opts", [missing]), key=len)
        text = missing_text(missing)
    elif kind == "BadOptionUsage" and name in given:
        text = _("the option {name} needs a value").format(name=name)
    elif kind == "BadOptionUsage":
        text = _("the option {name} takes no value").format(name=name)
    else:
        text = _other_complaint(str(format_message()))
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "sagaict")
    return text + "\n" + _("For help: {command}").format(command=f"{path} --help")


def _other_complaint(message: str) -> str:
    """Complaints the parser puts together from parts, taken apart again."""
    text, _dot, near = message.partition(" Did you mean ")
    if near:
        names = near.rstrip("?").replace("'", "")
        return text.removesuffix(".") + "\n" + _("Did you mean: {names}?").format(names=names)
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", message, re.DOTALL)
    return _("not expected here: {text}").format(text=extra[1]) if extra else message
