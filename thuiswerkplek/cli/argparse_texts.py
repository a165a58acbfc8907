"""The texts argparse shows by itself, in the language of the rest."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

from thuiswerkplek import assets
from thuiswerkplek.i18n import DOMAIN, _

if TYPE_CHECKING:
    from thuiswerkplek.i18n import Language


def use(language: Language) -> None:
    """Let argparse look its texts up among ours."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(assets.path("locale")))
    gettext.textdomain(DOMAIN)


def texts() -> tuple[str, ...]:
    """Name argparse's texts, so that they are translated with the others."""
    return (
        _("usage: "),
        _("options"),
        _("positional arguments"),
        _("show this help message and exit"),
        _("show program's version number and exit"),
        _("%(prog)s: error: %(message)s\n"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("unrecognized arguments: %s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("invalid %(type)s value: %(value)r"),
        _("expected one argument"),
        _("expected at most one argument"),
        _("ignored explicit argument %r"),
        _("one of the arguments %s is required"),
        _("expected at least one argument"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("not allowed with argument %s"),
    )
