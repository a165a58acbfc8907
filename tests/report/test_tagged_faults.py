"""veraPDF finds each fault that is planted in a good file, so its yes means something."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from tests.verapdf.marks import differences
from tests.verapdf.stories import forty_pages, made, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.verapdf.engine import Checker

pytest_plugins = ("tests.verapdf.engine",)


def elements(element: Any, role: str) -> Iterator[Any]:
    if element.get("/S") == role:
        yield element
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from elements(kid, role)


def fonts(file: pikepdf.Pdf) -> list[Any]:
    used = file.pages[0].Resources.Font
    return [font for font in used.values() if "/FontDescriptor" in font]


def without_alt(file: pikepdf.Pdf) -> None:
    del next(elements(file.Root.StructTreeRoot.K, "/Figure")).Alt


def without_scope(file: pikepdf.Pdf) -> None:
    for header in elements(file.Root.StructTreeRoot.K, "/TH"):
        del header.A


def without_relationship(file: pikepdf.Pdf) -> None:
    del file.Root.AF[0].AFRelationship


def without_output_intent(file: pikepdf.Pdf) -> None:
    del file.Root.OutputIntents


def without_embedded_fonts(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        del font.FontDescriptor.FontFile2


def without_mark_info(file: pikepdf.Pdf) -> None:
    del file.Root.MarkInfo


def without_to_unicode(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        del font.ToUnicode


def with_skipped_heading(file: pikepdf.Pdf) -> None:
    for heading in elements(file.Root.StructTreeRoot.K, "/H2"):
        heading.S = pikepdf.Name.H4


def with_javascript(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )


def changed(pdf: bytes, plant: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        plant(file)
        file.save(target, static_id=True)
    return target.getvalue()


@pytest.mark.parametrize(
    ("plant", "profile"),
    [
        (without_alt, "ua1"),
        (without_scope, "ua1"),
        (without_relationship, "3a"),
        (without_output_intent, "3a"),
        (without_embedded_fonts, "3a"),
        (without_mark_info, "3a"),
        (without_to_unicode, "ua1"),
        (with_skipped_heading, "ua1"),
        (with_javascript, "3a"),
    ],
)
def test_planted_fault_is_found(
    plant: Callable[[pikepdf.Pdf], None],
    profile: str,
    verapdf: Checker,
    tmp_path: Path,
) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(changed(made(small), lambda _: None))
    bad.write_bytes(changed(made(small), plant))

    assert verapdf.broken(good, profile) == []
    assert verapdf.broken(bad, profile) != []


def test_marks_that_lead_to_the_wrong_element_are_found() -> None:
    def swap(file: pikepdf.Pdf) -> None:
        owners = file.Root.StructTreeRoot.ParentTree.Nums[1]
        owners[0], owners[1] = owners[1], owners[0]

    def forget(file: pikepdf.Pdf) -> None:
        heading = next(elements(file.Root.StructTreeRoot.K, "/H1"))
        heading.K = pikepdf.Array()

    def unmark(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        code = page.Contents.read_bytes()
        page.Contents = file.make_stream(code + b" BT (x) Tj ET")

    assert differences(changed(made(small), lambda _: None)) == []
    for fault in (swap, forget, unmark):
        assert differences(changed(made(small), fault)) != []


def test_marks_that_all_lead_to_the_first_page_are_found_by_ours_alone(
    verapdf: Checker, tmp_path: Path
) -> None:
    def forget_pages(file: pikepdf.Pdf) -> None:
        def walk(element: Any) -> None:
            if "/Pg" in element:
                element.Pg = file.pages[0].obj
            kids = element.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary):
                    walk(kid)

        walk(file.Root.StructTreeRoot.K)

    path = tmp_path / "bad.pdf"
    path.write_bytes(changed(made(forty_pages), forget_pages))

    assert verapdf.broken(path, "3a") == verapdf.broken(path, "ua1") == []
    assert len(differences(path.read_bytes())) > 100


def test_report_of_the_command_is_read() -> None:
    report = """<report><jobs><job>
      <validationReport isCompliant="false"><details passedRules="9" failedRules="1">
        <rule specification="ISO 14289-1:2014" clause="7.3" testNumber="1"
              status="failed" failedChecks="2"><description>No Alt</description></rule>
      </details></validationReport></job></jobs></report>"""

    from tests.verapdf.engine import broken_rules

    (broken,) = broken_rules(report.encode())

    assert (broken.rule, broken.times, broken.message) == ("7.3-1", 2, "No Alt")
