"""A report that lost its data on the way is recognised, and said so (TM-51)."""

from __future__ import annotations

import io
import shutil
import subprocess

import pikepdf
import pypdf
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.writing import carrier, packed, without_data
from tests.report.sealed import paper, report_number
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.i18n import Language
from thuiswerkplek.report import reading_pages, reading_pdf
from thuiswerkplek.report.reading_process import Reader

LANGUAGES = tuple(Language)
A4 = (595, 842)

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftocairo") is None, reason="poppler-utils is not here"
)


@pytest.fixture(scope="module")
def reader():
    with Reader() as found:
        yield found


def became(reader, pdf):
    with pytest.raises(RefusedReportError) as refused:
        reader.carried(pdf)
    return refused.value.reason


def edited(pdf, change):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(target)
    return target.getvalue()


def printed(pdf, tmp_path, *, pages="1-9"):
    """Print with a real printer to a file, which makes everything anew."""
    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(pdf)
    first, last = pages.split("-")
    subprocess.run(
        ["pdftocairo", "-pdf", "-f", first, "-l", last, source, target], check=True
    )
    return target.read_bytes()


def photographed(pdf, tmp_path, *, words=""):
    """Scan the pages; a good scanner writes the words it read under the picture."""
    source = tmp_path / "in.pdf"
    source.write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", "30", "-jpeg", source, tmp_path / "scan"], check=True
    )
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for picture in sorted(tmp_path.glob("scan*.jpg")):
        canvas.drawImage(ImageReader(str(picture)), 0, 0, *A4)
        if words:
            text = canvas.beginText(50, 50)
            text.setTextRenderMode(3)
            text.textLine(words)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def without_attachments(document):
    del document.Root["/Names"]
    del document.Root["/AF"]


def without_seal_too(document):
    without_attachments(document)
    del document.Root["/TWPL_Seal"]
    document.docinfo["/Producer"] = "Gateway 7"


def without_metadata_too(document):
    without_seal_too(document)
    del document.trailer["/Info"]
    del document.Root["/Metadata"]


def untagged_too(document):
    without_metadata_too(document)
    del document.Root["/StructTreeRoot"]


def with_an_empty_attachment(document):
    without_seal_too(document)
    document.Root["/Names"] = pikepdf.Dictionary(
        EmbeddedFiles={"/Names": [pikepdf.String("thuiswerkplek.json"), None]}
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without_attachments, "cleaned"),
        (without_seal_too, "cleaned"),
        (without_metadata_too, "cleaned"),
        (untagged_too, "printed"),
    ],
)
def test_what_a_mail_filter_leaves(reader, language, change, reason):
    pdf = paper(report_number(1), language=language)

    assert became(reader, edited(pdf, change)) == reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_saved_anew_by_another_program(reader, language):
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(paper(report_number(1), language=language))).pages:
        writer.add_page(page)
    target = io.BytesIO()
    writer.write(target)

    assert became(reader, target.getvalue()) in {"printed", "cleaned"}


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_print_is_recognised_by_its_pages(reader, tmp_path, language):
    pdf = printed(paper(report_number(1), language=language), tmp_path)

    assert b"thuiswerkplek" not in pdf.lower()  # no title: the words are on the pages
    assert became(reader, pdf) == "printed"


@needs_poppler
def test_a_print_of_the_last_pages_is_recognised_by_its_footer(reader, tmp_path):
    pdf = printed(paper(report_number(1)), tmp_path, pages="3-4")

    assert became(reader, pdf) == "printed"


@needs_poppler
@pytest.mark.parametrize("words", ["", "thuiswerkplek pagina 1 van 5"])
def test_a_scan_is_recognised_with_and_without_its_words(reader, tmp_path, words):
    pdf = photographed(paper(report_number(1)), tmp_path, words=words)

    assert became(reader, pdf) == "scanned"


def test_a_title_is_enough_for_a_print(reader):
    entry = b"/Info<</Title(Home workplace report \\205 Noor)/Producer(Printer)>>"

    assert became(reader, without_data(trailer=entry)) == "printed"


def on_a_page(content):
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    return without_data(
        content=content, page=b"/Resources<</Font<</F 7 0 R>>>>", more=[font]
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (b"thuiswerkplek \xb7 pagina 2 van 7", "printed"),
        (b"thuiswerkplek \xb7 page 2 of 7", "printed"),
        (b"t h u i s w e r k p l e k page 2 of 7", "printed"),
        (b"Verslag thuiswerkplek", "printed"),
        (b"How to set up your thuiswerkplek, page 2", "no-report"),
        (b"Folder over het verslag thuiswerkplek", "no-report"),
        (b"Invoice", "no-report"),
    ],
)
def test_the_words_that_count(reader, words, reason):
    assert became(reader, on_a_page(b"BT /F 9 Tf (%b) Tj ET" % words)) == reason


def test_another_paper_of_ours_never_had_data(reader):
    entry = b"/Info<</Title(Wat bij jou past)/Producer(thuiswerkplek)>>"

    assert became(reader, without_data(trailer=entry)) == "no-report"


def test_our_own_report_without_its_data_is_cleaned_also_without_tags(reader):
    entry = b"/Info<</Title(Verslag thuiswerkplek)/Producer(thuiswerkplek)>>"

    assert became(reader, without_data(trailer=entry)) == "cleaned"


IMAGE = packed(
    b"\x80",
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
    b"/ColorSpace/DeviceGray",
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"q 9 0 0 9 0 0 cm /A Do Q", "scanned"),
        (b"1 g 0 0 9 9 re f /A Do", "scanned"),
        (b"/A Do /A Do", "scanned"),
        (b"/A Do 3 Tr BT (read off it) Tj ET", "scanned"),
        (b"/A Do BT (a caption) Tj ET", "no-report"),
        (b"/A Do" + b" 0 0 m 9 9 l S" * 5, "no-report"),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI", "scanned"),
        (b"0 0 9 9 re f", "no-report"),
        (b"", "no-report"),
    ],
)
def test_what_counts_as_a_picture_of_a_page(reader, content, reason):
    pdf = without_data(
        content=content, page=b"/Resources<</XObject<</A 7 0 R>>>>", more=[IMAGE]
    )

    assert became(reader, pdf) == reason


def test_a_report_with_its_data_is_never_looked_at(reader):
    assert reader.carried(carrier()).data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_those_our_paper_carries(language):
    """A new title, footer or language makes this fail: then add it to the module."""
    document = PdfReader(io.BytesIO(paper(report_number(1), language=language)))

    assert reading_pages._is_title(document.metadata.title)
    assert document.metadata.producer == reading_pages.PRODUCER
    for page in document.pages:
        assert reading_pages.FOOTER.search(reading_pages._squeezed(page.extract_text()))


@pytest.fixture
def limits():
    """Set the limits of the reading process here, and put them back."""
    qpdf = pikepdf.settings.set_qpdf_limits(**reading_pdf.LIMITS)
    configuration = pypdf.get_configuration()
    pypdf.overwrite_configuration(jbig2dec_binary="/usr/bin/jbig2dec")
    reading_pages.prepare()
    yield
    pypdf.overwrite_configuration(configuration)
    pikepdf.settings.set_qpdf_limits(**qpdf)


def test_the_process_says_what_it_would_say_with_all_its_rights(limits, tmp_path):
    """What a library loads from disk at its first file is loaded beforehand."""
    pdf = paper(report_number(1))
    made = [edited(pdf, change) for change in (without_metadata_too, untagged_too)]
    if shutil.which("pdftocairo"):
        made += [printed(pdf, tmp_path), photographed(pdf, tmp_path)]

    for file in made:
        with Reader() as fresh:
            assert became(fresh, file) == reading_pages._reason(file)


def test_no_program_is_started_for_a_picture(limits):
    assert pypdf.get_configuration().jbig2dec_binary is None
