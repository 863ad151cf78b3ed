"""Which style sheets and typefaces a printed report needs for the look that its office chose."""

from offices.appearance.values import Appearance

FACES = ("regular", "bold", "italic", "bolditalic")
TYPEFACES = {"bookman": "bonum", "times": "termes", "arial": "heros"}
"""What an office calls its typeface, and the packaged one of the same widths that is printed."""


def sheets_of(look: Appearance, *, for_pencil: bool = False) -> dict[str, str]:
    """The style sheets below the static files, in their order, each with its medium; ``for_pencil``: a wide margin."""
    printed = ["page", "cover", f"page-{look.paper.lower()}"]
    if look.margins == "even":
        printed.append("page-even")
    if for_pencil:
        printed.append(f"page-margin-{look.paper.lower()}")
    if for_pencil and look.margins == "even":
        printed.append("page-margin-even")
    media = {
        "all": [f"font-{look.font}", "document", "look"],
        "screen": ["look-on-screen", "alone"],
        "print": printed,
    }
    return {f"css/{name}.css": medium for medium, names in media.items() for name in names}


def faces_of(look: Appearance) -> list[str]:
    """The files of all typefaces that these sheets name, below the static files; a screen falls back on ``bonum``."""
    families = dict.fromkeys((TYPEFACES[look.font], "bonum", "heros"))
    return [f"fonts/{family}/texgyre{family}-{face}.otf" for family in families for face in FACES]
