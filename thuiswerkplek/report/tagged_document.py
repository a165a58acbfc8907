"""The file itself: catalogue, metadata, colour profile, attachments and bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from thuiswerkplek.report.tagged_fonts import readable
from thuiswerkplek.report.tagged_reportlab import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFStream,
    PDFZCompress,
    write_object,
)
from thuiswerkplek.report.tagged_structure import Element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from thuiswerkplek.report.tagged_reportlab import Canvas
    from thuiswerkplek.report.tagged_structure import StructureTree

PRODUCER = "thuiswerkplek"
_STREAM_END = b"endstream\n"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file, such as the report as JSON."""

    name: str
    data: bytes
    mime: str
    description: str
    modified: date


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the file says about itself; nothing else about its maker is written."""

    title: str
    language: str
    day: date


class Raw(PDFObject):
    """A finished object."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """Return the object as it is."""
        return self.content


def text_string(text: str) -> bytes:
    """Return a text string, such as a title or an alternative text."""
    text = readable(text).replace("\n", " ")
    if not text.isascii():
        return b"<%b>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()
    for character in "\\()":
        text = text.replace(character, "\\" + character)
    return b"(%b)" % text.encode()


def _moment(day: date) -> bytes:
    return b"(D:%b000000Z)" % day.strftime("%Y%m%d").encode()


class TaggedDocument(PDFDocument):
    """The objects of one file that is PDF/A-3a and PDF/UA-1.

    It writes the objects itself: reportlab leaves out the line end before
    `endstream` that PDF/A asks for, and takes the file's identity from the clock.
    """

    tree_root_number = 0

    def __init__(
        self,
        info: DocumentInfo,
        attachments: Sequence[Attachment],
        entries: Mapping[str, bytes],
    ) -> None:
        super().__init__(
            compression=1, invariant=1, pdfVersion=(1, 7), lang=info.language
        )
        self._about = info
        self._attachments = attachments
        self.info = Raw(
            b"<</Title %b/Producer (%b)/CreationDate %b/ModDate %b>>"
            % (
                text_string(info.title),
                PRODUCER.encode(),
                _moment(info.day),
                _moment(info.day),
            )
        )
        known = (*self.Catalog.__NoDefault__, *_CATALOG_KEYS)
        self.Catalog.__NoDefault__ = [*known, *entries]
        for name, value in entries.items():
            setattr(self.Catalog, name, Raw(value))

    def number(self, obj: PDFObject) -> int:
        """Return the object's number in the file, given at the first call."""
        return self.idToObjectNumberAndVersion[self.Reference(obj).name][0]

    def page_number(self, page: int) -> int:
        """Return the object number of a page, counted from one."""
        return self.idToObjectNumberAndVersion[f"Page{page}"][0]

    def complete(self, tree: StructureTree | None) -> None:
        """Add everything the catalogue holds beside the pages."""
        catalog = self.Catalog
        catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
        catalog.Metadata = PDFStream(
            PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}),
            _xmp(self._about, tagged=tree is not None),
            [],
        )
        catalog.OutputIntents = self._output_intents()
        if tree:
            self._add_tree(tree)
        if self._attachments:
            self._add_attachments(self._attachments)

    def _add_tree(self, tree: StructureTree) -> None:
        parents = Raw(tree.parent_tree())
        root = Raw(tree.dictionary(self.number(parents)))
        self.tree_root_number = self.number(root)
        self.Catalog.StructTreeRoot = root
        self.Catalog.MarkInfo = Raw(b"<</Marked true>>")

    def _output_intents(self) -> Raw:
        profile = PDFStream(PDFDictionary({"N": 3}), _srgb_profile(), [PDFZCompress])
        return Raw(
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]"
            % self.number(profile)
        )

    def _add_attachments(self, attachments: Sequence[Attachment]) -> None:
        ordered = sorted(attachments, key=lambda one: text_string(one.name))
        numbers = [self._file(attachment) for attachment in ordered]
        names = b" ".join(
            b"%b %d 0 R" % (text_string(one.name), number)
            for one, number in zip(ordered, numbers, strict=True)
        )
        self.Catalog.Names = Raw(b"<</EmbeddedFiles<</Names[%b]>>>>" % names)
        self.Catalog.AF = Raw(b"[%b]" % b" ".join(b"%d 0 R" % n for n in numbers))

    def _file(self, attachment: Attachment) -> int:
        digest = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
        stream = PDFStream(
            PDFDictionary(
                {
                    "Type": "/EmbeddedFile",
                    "Subtype": "/" + attachment.mime.replace("/", "#2F"),
                    "Params": b"<</Size %d/ModDate %b/CheckSum <%b>>>"
                    % (
                        len(attachment.data),
                        _moment(attachment.modified),
                        digest.encode(),
                    ),
                }
            ),
            attachment.data,
            [PDFZCompress],
        )
        return self.number(
            Raw(
                b"<</Type/Filespec/F %b/UF %b/Desc %b/AFRelationship/Data"
                b"/EF<</F %d 0 R/UF %d 0 R>>>>"
                % (
                    text_string(attachment.name),
                    text_string(attachment.name),
                    text_string(attachment.description),
                    self.number(stream),
                    self.number(stream),
                )
            )
        )

    def GetPDFData(self, canvas: Canvas) -> bytes:  # noqa: N802 - overrides
        """Return the bytes of the file."""
        for font in self.delayedFonts:
            font.addObjects(self)
        self.Reference(self.Catalog)
        self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        return self._bytes()

    def _written(self, obj: PDFObject) -> bytes:
        if isinstance(obj, (Raw, Element)):  # most are; nothing in them to look into
            return obj.format(self)
        content = write_object(obj, self, toplevel=1)
        if content.endswith(_STREAM_END):
            content = content.removesuffix(_STREAM_END) + b"\nendstream"
        return content

    def _bytes(self) -> bytes:
        out = BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets: list[int] = []
        while (number := len(offsets) + 1) in self.numberToId:  # grows while writing
            offsets.append(out.tell())
            content = self._written(self.idToObject[self.numberToId[number]])
            out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        start = out.tell()
        digest = hashlib.md5(out.getbuffer(), usedforsecurity=False).hexdigest()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        out.write(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (
                len(offsets) + 1,
                self.number(self.Catalog),
                self.number(self.info),
                digest.encode(),
                digest.encode(),
                start,
            )
        )
        return out.getvalue()


_CATALOG_KEYS = ("OutputIntents", "AF")


@cache
def _srgb_profile() -> bytes:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Bytes 24-36 are the moment of making, which would differ on every day.
    created = b"\x07\xd0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00"
    return profile[:24] + created + profile[36:]


def _xmp(info: DocumentInfo, *, tagged: bool) -> bytes:
    universal = "<pdfuaid:part>1</pdfuaid:part>" if tagged else ""
    return _XMP.format(
        title=escape(readable(info.title)),
        language=escape(info.language),
        moment=f"{info.day.isoformat()}T00:00:00Z",
        producer=PRODUCER,
        conformance="A" if tagged else "U",
        universal=universal,
    ).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
{universal}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
