"""What went wrong, why, and what to do now: one sentence for every error of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain import errors
from thuiswerkplek.i18n import _, ngettext

if TYPE_CHECKING:
    from thuiswerkplek.domain.seal import SealState


def sentence(error: errors.ThuiswerkplekError) -> str:
    """Return what happened and what to do, for a person."""
    if isinstance(error, errors.RefusedReportError):
        return refusal(error.reason, error.detail)
    if isinstance(error, errors.RefusedImportError):
        from thuiswerkplek import import_sentences

        return import_sentences.refused(error)
    if isinstance(error, errors.ValueRefusedError):
        return refused_value(error.reason, error.field)
    if isinstance(error, errors.FileProblem):
        return _file_sentence(error)
    if isinstance(error, errors.LockedError):
        return _("That is not the passphrase of these private answers. Try again.")
    if isinstance(error, errors.NotAllowedError):
        return _not_allowed(str(error))
    if isinstance(error, errors.CatalogueError | errors.RatesError):
        return _own_data(error)
    return unforeseen()


def _own_data(error: errors.CatalogueError | errors.RatesError) -> str:
    if isinstance(error, errors.RatesError):
        return _("The rates of this program are damaged. Install it again.")
    return _("The question list of this program is damaged. Install it again.")


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
        "link": _("{path} is a link to another file. Name the file itself."),
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


_OF_FIELD = {
    ("peak", "out-of-range"): "peak-times",
    ("days-a-week", "out-of-range"): "paid-days",
}


def refused_value(reason: str, field: str = "") -> str:
    """Return why a field does not accept what was typed."""
    return {
        "empty": _("Fill in a name."),
        "too-long": _("This is too long. Make it shorter."),
        "too-short": _(
            "Use at least ten characters; a short sentence is easy to keep."
        ),
        "not-a-number": _("Type a number, such as 74 or 74,5."),
        "out-of-range": _("That number is outside what this question expects."),
        "peak-times": _("These times cannot be a peak. Check begin and end."),
        "paid-days": _("A week has at most five paid days."),
        "not-whole": _("Together the shares must be 100 %."),
        "exclusive-option": _("Choose either this one, or the others."),
        "no-parts": _("Choose where the day was."),
        "long-day": _("Together this is more than 24 hours. Shorten one of the parts."),
        "too-many": _("There are too many of these. Take some away."),
        "too-precise": _("Use at most three decimals."),
        "not-at-home": _("Only work at home has a workplace."),
        "unknown-country": _("Choose another country, or leave this empty."),
        "ends-before-it-begins": _("The end comes before the beginning. Change one."),
        "not-whole-weeks": _("A pattern is one week or two."),
        "not-weekdays": _("Choose at least one day of the week."),
        "twice": _("This date is there already."),
    }.get(
        _OF_FIELD.get((field, reason), reason),
        _("This answer does not belong to this question."),
    )


def set_aside(count: int, path: str) -> str:
    """Return how much of a worker file was left out, and where it still is."""
    text = ngettext(
        "Left out: {count} answer that does not fit the present list of questions. The"
        " file {path} still has it.",
        "Left out: {count} answers that do not fit the present list of questions. The"
        " file {path} still has them.",
        count,
    )
    return text.format(count=count, path=path)


def seal_state(state: SealState) -> str:
    """Return what the seal on a received report says, and what to do with it."""
    text = {
        "unchanged": _("Unchanged: this is exactly the file as it was saved."),
        "file-edited": _(
            "The answers are unchanged, but the file around them was edited on the way,"
            " often by a mail filter. Trust what is shown here, not the pages of the"
            " PDF."
        ),
        "other-key": _(
            "The answers are unchanged, but they come from another computer than this"
            " person's reports before. Ask the person about it before you use them."
        ),
    }.get(state)
    return text or refusal(state)


def flag(code: str) -> str:
    """Return what a received PDF holds that our reports do not (TM-45)."""
    return {
        "scripts": _("The PDF holds a script; it was not run. Do not open its pages."),
        "launch": _(
            "The PDF wants to start a program; that was not done. Do not open its"
            " pages."
        ),
        "forms": _("The PDF holds a form to fill in, which thuiswerkplek never makes."),
        "media": _("The PDF holds sound or video, which thuiswerkplek never puts in."),
        "links": _("The PDF links to places outside; they were not followed."),
        "files": _("The PDF holds other files beside the report; they were not read."),
    }.get(code, _("The PDF holds something that thuiswerkplek never puts in."))


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
        "printed": _(
            "This is a print of a report: the pages are there, the data are not. Ask"
            " for the file as thuiswerkplek saved it, not printed to PDF."
        ),
        "scanned": _(
            "The pages of this PDF are pictures, so it was scanned or photographed and"
            " carries no data. Ask for the file as thuiswerkplek saved it."
        ),
        "cleaned": _(
            "This report lost its data on the way, mostly in a mail filter. Ask to send"
            " the original in a zip, or to put it on a shared folder."
        ),
        "twice": _(
            "This PDF carries data more than once, which thuiswerkplek never writes."
            " Ask for the file as it was saved."
        ),
        "too-slow": _(
            "Reading this PDF took too long, so it was stopped. Ask for the file as"
            " thuiswerkplek saved it."
        ),
        "too-heavy": _(
            "This PDF asks for more memory than a report does. Ask for the file as"
            " thuiswerkplek saved it."
        ),
        "reader-stopped": _(
            "This PDF could not be read: reading it went down. Ask for the file as"
            " thuiswerkplek saved it; if it is that one, start the program again."
        ),
        "missing": _("The file is not there any more. Check the folder."),
        "folder": _("This is a folder. Choose the files in it."),
        "link": _("This is a link to another file. Choose the file itself."),
        "not-a-file": _("This is not an ordinary file. Ask for a PDF."),
        "refused": _("The file cannot be read. Check that you may open it."),
        "unforeseen": _(
            "Something went wrong with this file that was not foreseen. Ask to send"
            " it again, in a zip."
        ),
        "changed": _(
            "The answers in this report were changed or damaged after it was saved. Do"
            " not use it; ask for the original, in a zip."
        ),
        "no-seal": _(
            "This report has no seal, so nobody can tell whether it was changed. Ask"
            " for a new one, saved with the newest version of thuiswerkplek."
        ),
    }.get(reason)
    text = text or _("The file was refused. Ask for the original.")
    if reason in {"not-json", "bad-text"}:
        detail = _fault(detail)
    return text.format(detail=detail)


def _fault(detail: str) -> str:
    """Return in words what `strict_json` found, or where."""
    kind, _space, number = detail.partition(" ")
    if number.isdigit():
        text = _("byte {number}") if kind == "byte" else _("line {number}")
        return text.format(number=number)
    return {
        "a control character": _("a hidden character"),
        "a name twice": _("a name that is there twice"),
        "a number too large": _("a number that is too large"),
        "depth": _("too many levels"),
        "not NFC": _("letters put together in an unusual way"),
        "too long": _("it is too long"),
        "too many values": _("too many values"),
    }.get(detail, _("its form"))
