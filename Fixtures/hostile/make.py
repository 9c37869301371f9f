#!/usr/bin/env python3
"""Makes the damaged documents of this folder. Every run writes the same bytes."""
import io, os, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPE = "application/vnd.openxmlformats-officedocument."
O = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "manifest"))


def archive(*parts, stored=("mimetype",)):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            z.writestr(info, text)
    return out.getvalue()


def types(kind):
    return ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}{kind}.main+xml"/></Types>')


def docx(body, head=""):
    return archive(types("wordprocessingml.document"),
                   ("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"))


def odt(content, *more):
    return archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), *more)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{(f'&a{i - 1};') * 10}'>" for i in range(1, 10)) + "]>"
whole = docx(paragraph("微山县念好精准服务“三字诀”。") * 40)


def central(data):
    """Where the central directory begins, and where it ends."""
    end = data.rindex(b"PK\5\6")
    return int.from_bytes(data[end + 16:end + 20], "little"), end


def locked(data):
    """The same archive, every entry said to be encrypted."""
    data = bytearray(data)
    start, end = central(data)
    for index in range(end - 3):
        if data[index:index + 4] == b"PK\3\4":
            data[index + 6] |= 1
        if index >= start and data[index:index + 4] == b"PK\1\2":
            data[index + 8] |= 1
    return bytes(data)


def overlapping(data, copies):
    """The same archive, its last entry named again and again in the directory."""
    start, end = central(data)
    directory = data[start:end]
    last = directory[directory.rindex(b"PK\1\2"):]
    count = (len(data[start:end].split(b"PK\1\2")) - 1 + copies).to_bytes(2, "little")
    size = (len(directory) + copies * len(last)).to_bytes(4, "little")
    return data[:start] + directory + last * copies + data[end:end + 8] + count + count + size + data[end + 16:]


flipped = bytearray(whole)
flipped[whole.index(b"word/document.xml") + 60] ^= 0x10
files = {
    "document-image.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "document-encrypted.odt": odt("<x/>", ("META-INF/manifest.xml",
        f"<manifest:manifest {O}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")),
    "document-spreadsheet.xlsx": archive(types("spreadsheetml.sheet")),
    "document-ofd.ofd": archive(("OFD.xml", "<OFD/>")),
    "document-archive.zip": archive(("a.txt", "微山县")),
    "damaged-without-document.docx": archive(types("wordprocessingml.document")),
    "damaged-cut-off.docx": whole[: len(whole) * 2 // 3],
    "damaged-bit-flipped.docx": bytes(flipped),
    "damaged-external-entity.docx": docx(paragraph("&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
    "damaged-billion-laughs.odt": odt(
        f"{LAUGHS}<office:document-content {O}><office:body><text:p>&a9;</text:p></office:body></office:document-content>"),
    "damaged-not-closed.odt": odt(f"<office:document-content {O}><office:body><text:p>微山"),
    "document-encrypted.docx": locked(whole),
    "damaged-overlapping.docx": overlapping(whole, 50),
    "names-outside.docx": archive(
        types("wordprocessingml.document"), ("../../x", "climbed"), ("/tmp/jianbao-x", "absolute"),
        ("word/document.xml", f"<w:document {W}><w:body>{paragraph('微山县念好三字诀。')}</w:body></w:document>")),
    "noText.docx": docx("<w:p/>"),
    "noText.html": b"<!DOCTYPE html><html><body><img src=a.png alt=x><script>a()</script></body></html>",
    "tooLarge-nested.docx": docx("<x>" * 100000 + "</x>" * 100000),
}
for name, data in files.items():
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(data)
