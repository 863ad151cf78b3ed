"""An update written by hand, as a forger writes it: any object, any cross-reference, any trailer."""

import io

import pikepdf


class Draft:
    """Objects by number as bytes; ``written`` puts them behind the file."""

    def __init__(self, original, pdf=None):
        self.original, self.pdf = original, pdf or original.pdf
        self.objects, self.next = {}, original.size
        self.table, self.start = original.table, original.start

    def put(self, number, body):
        self.objects[number] = body
        return number

    def add(self, body):
        self.next += 1
        return self.put(self.next - 1, body)

    def stream(self, data, head=b""):
        return self.add(stream(data, head))

    def edit(self, number, **entries):
        """An object of the file with other entries (bytes), or without them (None)."""
        return self.put(number, self.edited(number, **entries))

    def edited(self, number, **entries):
        with pikepdf.open(io.BytesIO(self.original.pdf)) as file:
            found = {key[1:]: raw(value) for key, value in file.get_object(number, 0).items()}
        return dictionary(found | entries)

    def entry(self, number, key):
        """The bytes of an entry."""
        with pikepdf.open(io.BytesIO(self.original.pdf)) as file:
            return raw(file.get_object(number, 0)["/" + key])

    def copied(self, number):
        """The very bytes of an object that stands plainly in the file."""
        at = self.original.pdf.rindex(b"\n%d 0 obj" % number)
        begin = self.original.pdf.index(b"obj", at) + 3
        return self.original.pdf[begin : self.original.pdf.index(b"endobj", begin)]

    def written(
        self,
        *,
        trailer=b"",
        root=None,
        prev=None,
        size=None,
        before=b"",
        between=b"",
        end=b"",
        rows=(),
        start=None,
        widths=(1, 4, 2),
        closing=b"startxref\n%d\n%%%%EOF\n",
    ):
        """``rows``: further lines of the cross-reference, as (number, kind, second, third)."""
        body, places = self.pdf + before, {}
        for number, content in self.objects.items():
            places[number] = (number, 1, len(body), 0)
            body += b"%d 0 obj\n%s\nendobj\n" % (number, content) + between
        places |= {row[0]: row for row in rows}
        head = b"/Root %d 0 R /Info %d 0 R /Prev %d " % (
            root or self.original.root,
            self.original.info,
            self.start if prev is None else prev,
        )
        size = size or max(self.next, *places) + (not self.table)
        section = len(body)
        if self.table:
            body += table(places) + b"trailer\n<< /Size %d %s%s >>\n" % (size, head, trailer)
        else:
            places[self.next] = (self.next, 1, section, 0)
            body += b"%d 0 obj\n" % self.next + section_stream(places, size, head + trailer, widths) + b"\nendobj\n"
        return body + end + closing % (section if start is None else start)


def raw(value):
    if getattr(value, "is_indirect", False):
        return b"%d %d R" % value.objgen
    return value.unparse() if isinstance(value, pikepdf.Object) else str(value).lower().encode()


def dictionary(entries):
    return b"<< %s >>" % b" ".join(
        b"/%s %s" % (key.encode(), value) for key, value in entries.items() if value is not None
    )


def stream(data, head=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), head, data)


def table(places):
    rows = b"xref\n0 1\n0000000000 65535 f \n"
    for number, kind, second, third in sorted(places.values()):
        rows += b"%d 1\n%010d %05d %s \n" % (number, second, third, b"n" if kind else b"f")
    return rows


def section_stream(places, size, head, widths=(1, 4, 2)):
    ordered = sorted(places.values())
    index = b" ".join(b"%d 1" % row[0] for row in ordered)
    data = b"".join(
        value.to_bytes(width, "big") for row in ordered for value, width in zip(row[1:], widths, strict=True)
    )
    return stream(data, b"/Type /XRef /W [%d %d %d] /Size %d /Index [%s] %s" % (*widths, size, index, head))
