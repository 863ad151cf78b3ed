"""What must not pass for the prepared report when it comes back: changed and signed, or not signed as it should be."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.stamp import StaticStampStyle

from reports.printing.pdf import pdf_of
from reports.signing.field import add_field
from tests.conftest import jpeg
from tests.reports.issuing.elsewhere.elsewhere import (
    block,
    in_block,
    parts_of,
    prepared,
    qr_at,
    resaved,
    signed,
    stamp_page,
    strangers_key,
    visible,
)
from tests.reports.issuing.issuing import authority
from tests.reports.signing.foreign import signed_by, with_other_words


def replace_in_font(file):
    """Another font of the file draws the glyphs of this one."""
    fonts = file.pages[0].obj.Resources.Font
    names = list(fonts.keys())
    mapped = fonts[names[0]].ToUnicode.read_bytes()
    fonts[names[0]].ToUnicode = Stream(file, mapped.replace(b"<0", b"<1", 3))


def other_words(file):
    contents = parts_of(file.pages[2])[0]
    content = bytearray(contents.read_bytes())
    at = content.rindex(b"TJ")
    start = content.rindex(b"<", 0, at)
    content[start + 4 : start + 5] = b"2" if content[start + 4 : start + 5] != b"2" else b"3"
    contents.write(bytes(content))


def other_picture(file):
    for value in _pictures(file.pages[1].obj):
        value.write(jpeg("crimson"), filter=Name.DCTDecode)


def _pictures(holder_):
    objects = holder_.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    for value in objects.values():
        if value.get("/Subtype") == "/Image" and value.get("/Filter") == "/DCTDecode":
            yield value
        elif value.get("/Subtype") == "/Form":
            yield from _pictures(value)


def remark(file, **entries):
    made = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([100, 500, 300, 600]), **entries)
    made["/DA"] = "/Helv 12 Tf"
    made["/Contents"] = "Dibatalkan"
    file.pages[0].obj.Annots.append(file.make_indirect(made))


def button(file):
    """A link over the page that leads elsewhere."""
    action = Dictionary(S=Name.URI, URI="https://jahat.example/")
    made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 800]), A=action)
    file.pages[0].obj.Annots.append(file.make_indirect(made))


def page_key(at, key_, value):
    def change(file):
        file.pages[at].obj[key_] = value

    return change


def root_key(key_, make):
    def change(file):
        file.Root[key_] = make(file)

    return change


def script(_file=None):
    return Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def layers(file):
    group = file.make_indirect(Dictionary(Type=Name.OCG, Name="Lapisan"))
    return Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def attached(file):
    file.attachments["nota.txt"] = pikepdf.AttachedFileSpec(file, b"lampiran", filename="nota.txt")


def white_words(file):
    """Words that nobody sees, and that who copies or listens has."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    words = b"q BT 1 1 1 rg /X 9 Tf 100 400 Td (Nilai indeks 99) Tj ET Q"
    stamp_page(file, 0, words, resources={"/Font": {"/X": font}})


def hidden_layer_stamp(file):
    drawn = b"/OC /L BDC q 1 0 0 rg 100 5 50 30 re f Q EMC"
    stamp_page(file, 0, drawn, resources={"/Properties": {"/L": Dictionary(Type=Name.OCG, Name="L")}})


def default_colours(file):
    """Every grey of the page means something else."""
    spaces = file.pages[0].obj.Resources
    spaces.ColorSpace = Dictionary(DefaultRGB=Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))]))


def lingering_state(file):
    file.pages[0].contents_add(Stream(file, b"1 0 0 1 2 2 cm"), prepend=True)


def faint_path(file):
    """A path begun before the page, which the page's first paint fills."""
    file.pages[0].contents_add(Stream(file, b"q 0 0 600 800 re Q"), prepend=True)


def moved_field(file):
    file.Root.AcroForm.Fields[0].Rect = Array([0, 0, 600, 840, 0])


def other_form_field(file):
    field = file.make_indirect(Dictionary(FT=Name.Tx, T="Nama", Rect=Array([10, 10, 90, 40]), Subtype=Name.Widget))
    file.Root.AcroForm.Fields.append(field)


def other_title(file):
    file.docinfo["/Title"] = "Laporan yang lain"


def other_reading(file):
    """What is read aloud of the photo is something else."""
    for each in file.objects:
        if isinstance(each, Dictionary) and "/Alt" in each:
            each["/Alt"] = "Loket ditutup"


def swapped_pages(file):
    pages = list(file.pages)
    file.pages[0], file.pages[1] = pages[1], pages[0]


def fewer_pages(file):
    del file.pages[1]


def more_pages(file):
    file.pages.append(file.pages[0])


def form_over_all(file):
    """A form on the page with a picture outside of every place."""
    qr_at(200, 400)(file)


DISHONEST = {
    "other words": (other_words, "halaman 3"),
    "another picture": (other_picture, "halaman 2"),
    "other meanings of glyphs": (replace_in_font, "halaman 1"),
    "a page more": (more_pages, "3 halaman, berkas ini 4"),
    "a page less": (fewer_pages, "3 halaman, berkas ini 2"),
    "pages in another order": (swapped_pages, "halaman 1"),
    "a remark": (remark, "halaman 1"),
    "a link that leads elsewhere": (button, "halaman 1"),
    "a script when opened": (root_key("/OpenAction", script), "skrip"),
    "a script on a page": (page_key(0, "/AA", Dictionary(O=script())), "halaman 1"),
    "a script by name": (
        root_key("/Names", lambda _file: Dictionary(JavaScript=Dictionary(Names=Array(["a", script()])))),
        "skrip",
    ),
    "layers": (root_key("/OCProperties", layers), "lapisan"),
    "a stamp on a layer": (hidden_layer_stamp, "halaman 1"),
    "a file attached": (attached, "lampiran"),
    "a page turned": (page_key(0, "/Rotate", 180), "arah halaman 1"),
    "a page cut": (page_key(1, "/CropBox", Array([0, 0, 595, 400])), "Ukuran atau arah halaman 2"),
    "a page of another size": (page_key(1, "/MediaBox", Array([0, 0, 595, 900])), "Ukuran atau arah halaman 2"),
    "another scale": (page_key(0, "/UserUnit", 2), "Ukuran atau arah halaman 1"),
    "a code over the text": (qr_at(150, 700), "halaman 1"),
    "a code outside the strip": (form_over_all, "halaman 1"),
    "a code over the page number": (qr_at(515, 20, 30), "menutupi"),
    "white words": (white_words, "halaman 1"),
    "other colours by default": (default_colours, "halaman 1"),
    "a state that lingers": (lingering_state, "halaman 1"),
    "a path that lingers": (faint_path, "halaman 1"),
    "a field with five numbers": (moved_field, "bukan tanda tangan biasa"),
    "a field of another kind": (other_form_field, "bukan tanda tangan biasa"),
    "another title": (other_title, "Judul"),
    "other words for who listens": (other_reading, "Susunan"),
}


def by_another_hand(pdf):
    return signed_by(pdf, *strangers_key(), "Lain")


def picture_stamp():
    return StaticStampStyle(background=PdfImage(Image.open(io.BytesIO(jpeg()))), background_opacity=1)


def painted_over():
    return visible((100, 300, 400, 700), page=0, style=picture_stamp())


def over_the_name():
    left, top = block()
    return visible((int(left), int(top) - 165, int(left) + 200, int(top)), style=picture_stamp())


def locked():
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed())) as file:
        file.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


BROKEN = {
    "not signed": (prepared, "belum ditandatangani"),
    "saved anew and not signed": (resaved, "tidak memuat tanda tangan"),
    "two signatures": (lambda: by_another_hand(signed()), "lebih dari satu"),
    "a page drawn over afterwards": (lambda: with_other_words(signed()), "diubah sesudah"),
    "a byte turned": (lambda: turned(signed()), "tidak sah"),
    "cut": (lambda: signed()[:-400], "."),
    "a face over the page": (painted_over, "di luar tempat"),
    "a face over the name": (over_the_name, "menutupi"),
    "a face on the wrong page": (lambda: visible(in_block(), page=1), "di luar tempat"),
    "locked": (locked, "kata sandi"),
    "no PDF": (lambda: b"MZ", "bukan PDF"),
    "nothing": (lambda: b"", "kosong"),
    "another document": (lambda: signed(add_field(pdf_of(OTHER, {}))), "1 halaman"),
    "of another person": (lambda: signed_by(prepared(), *authority().issue("Budi Santoso")), "atas nama Budi"),
}
OTHER = '<html lang="id"><title>x</title><body><p>Lain</p><div id="tanda-tangan"><p>Ttd</p></div></body></html>'


def turned(pdf):
    at = pdf.index(b"/Filter", len(pdf) // 3)
    return pdf[:at] + b"/FiltEr" + pdf[at + 7 :]
