"""The bare renderer: HTML into a PDF with tags, laid out as often as the portal lays the report out.

Run with ``python -m benchmarks.bare PAGE.html FILE.pdf LAYOUTS``.
"""

import sys

from weasyprint import HTML


def main(page: str, target: str, layouts: int) -> None:
    for _ in range(layouts - 1):
        HTML(page).render(pdf_variant="pdf/a-3a")
    HTML(page).write_pdf(target, pdf_variant="pdf/a-3a")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
