"""What went wrong, why, and what to do now: one sentence for every error of ours."""

from __future__ import annotations

from thuiswerkplek.domain import errors
from thuiswerkplek.i18n import _


def sentence(error: errors.ThuiswerkplekError) -> str:
    """Return what happened and what to do, for a person."""
    if isinstance(error, errors.RefusedReportError):
        return refusal(error.reason, error.detail)
    if isinstance(error, errors.ValueRefusedError):
        return refused_value(error.reason)
    if isinstance(error, errors.FileProblem):
        return _file_sentence(error)
    if isinstance(error, errors.LockedError):
        return _("That is not the passphrase of these private answers. Try again.")
    if isinstance(error, errors.NotAllowedError):
        return _not_allowed(str(error))
    if isinstance(error, errors.CatalogueError):
        return _("The question list of this program is damaged. Install it again.")
    return unforeseen()


def unforeseen() -> str:
    """Return what to say of what nobody thought of."""
    return _(
        "Something went wrong that was not foreseen; your answers are kept."
        " Close the program and start it again."
    )


def _not_allowed(detail: str) -> str:
    if detail == "not-empty":
        return _(
            "There are answers in this data folder already. Choose another folder with"
            " --data-dir, or erase these first."
        )
    return _("That step does not follow from where this measure stands now.")


def _file_sentence(error: errors.FileProblem) -> str:
    if isinstance(error, errors.UnwritableFileError):
        return _unwritable(error)
    if isinstance(error, errors.UnreadableFileError):
        return _unreadable(error)
    text = {
        errors.MissingFileError: _(
            "There is no file {path}. Check the name and the folder."
        ),
        errors.DamagedFileError: _(
            "The file {path} is damaged. It was left as it is; put a copy back, or"
            " choose another folder."
        ),
        errors.NewerFileError: _(
            "The file {path} was made by a newer version of this program. Install that"
            " version to open it; nothing was changed."
        ),
        errors.BusyFileError: _(
            "These data are open in another window already. Go to that window, or close"
            " it and try again."
        ),
    }[type(error)]
    return text.format(path=error.path)


def _unreadable(error: errors.FileProblem) -> str:
    text = {
        "folder": _("{path} is a folder. Name a file in it."),
        "not-a-file": _("{path} is not an ordinary file. Name a file."),
    }.get(error.detail)
    text = text or _("The file {path} cannot be read. Check that you may open it.")
    return text.format(path=error.path)


def _unwritable(error: errors.FileProblem) -> str:
    text = {
        "folder": _("{path} is a folder. Name a file in it."),
        "data-folder": _(
            "Nothing can be written in the folder {path}. Name another place."
        ),
        "no-folder": _(
            "The folder of {path} does not exist. Make it first, or name another."
        ),
        "exists": _(
            "{path} exists already. Name another file, or remove that one first."
        ),
        "full": _(
            "The disk is full, so {path} was not saved. Make room and try again; what"
            " was there before is unchanged."
        ),
    }.get(error.detail)
    text = text or _(
        "{path} cannot be written. Check that you may, or name another place."
    )
    return text.format(path=error.path)


def refused_value(reason: str) -> str:
    """Return why a field does not accept what was typed."""
    return {
        "empty": _("Fill in a name."),
        "too-long": _("This is too long. Make it shorter."),
        "too-short": _(
            "Use at least ten characters; a short sentence is easy to keep."
        ),
        "not-a-number": _("Type a number, such as 74 or 74,5."),
        "out-of-range": _("That number is outside what this question expects."),
        "not-whole": _("Together the shares must be 100 %."),
        "exclusive-option": _("Choose either this one, or the others."),
    }.get(reason, _("This answer does not belong to this question."))


def refusal(reason: str, detail: str = "") -> str:
    """Return why a received file was refused, and what to ask of its sender."""
    text = {
        "too-large": _(
            "The file is larger than such a file can be. Ask for the original."
        ),
        "not-json": _(
            "The data in the file cannot be read ({detail}). Ask for the original."
        ),
        "bad-text": _(
            "A text in the file is not allowed ({detail}). Ask for the original."
        ),
        "other-kind": _(
            "The file is of another kind than expected. Check which file it is."
        ),
        "newer-format": _(
            "The file was made with a newer version of this program. Install that"
            " version to read it."
        ),
        "wrong-shape": _(
            "The file is not as this program writes it (at {detail}). Ask for the"
            " original."
        ),
        "bad-date": _("The file has a date that cannot be right ({detail})."),
        "unknown-question": _(
            "The file answers a question this version does not know ({detail}). Use the"
            " version that made it."
        ),
        "bad-answer": _("The answer to {detail} is not one of its answers."),
        "private-in-general": _(
            "The file has an answer in the wrong part ({detail}). Nothing was taken in."
        ),
        "not-pdf": _(
            "This is not a PDF. Ask for the report as thuiswerkplek saved it."
        ),
        "no-report": _(
            "This PDF is not a report of thuiswerkplek: it carries no data. If it was"
            " printed, scanned or cleaned on the way, ask for the original, in a zip."
        ),
        "encrypted": _("This PDF has a password. Ask for it without one."),
        "damaged-pdf": _("This PDF is damaged. Ask to send it again, in a zip."),
    }.get(reason)
    text = text or _("The file was refused. Ask for the original.")
    return text.format(detail=detail)
