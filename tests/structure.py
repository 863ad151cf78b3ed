"""The rules of the whole house: wings and rooms import one way, nothing turns in a circle, no folder is a corridor.

Each rule takes every file as ``{path: text}``, so that it can be tried on a house that does not exist.
"""

import ast
import re
from collections import Counter, defaultdict
from pathlib import PurePath

from tests.architecture import imports, tree

MAY_IMPORT = {
    "skm_portal": ("duties", "oversight", "publishing", "reports", "followups", "surveys", "offices"),
    "duties": ("oversight", "publishing", "reports", "followups", "surveys", "offices"),
    "oversight": ("publishing", "reports", "followups", "surveys", "offices"),
    "publishing": ("reports", "followups", "surveys", "offices"),
    "reports": ("followups", "surveys", "offices"),
    "followups": ("surveys", "offices"),
    "surveys": ("offices",),
    "offices": (),
}
"""Room to rooms; those that are not built yet keep their place."""
REST = "the rest"
WINGS = {
    "reports": (
        "apps",
        "urls",
        "views",
        "management",
        "verification",
        "issuing",
        "paraf",
        "reading",
        "retouching",
        "carrying",
        "editing",
        "workbook",
        "findings",
        "work",
        "versions",
        "letters",
        "templatetags",
        "word",
        "printing",
        "kinds",
        "survey_report",
        "addendum",
        "rules",
        "document",
        "cycle",
        "models",
        "signing",
        "words",
        REST,
    ),
    "oversight": (
        "apps",
        "urls",
        "management",
        "pack",
        "levels",
        REST,
    ),
    "publishing": (
        "apps",
        "urls",
        "views_setting",
        "copies",
        "sheets",
        "data",
        "open",
        "released",
        REST,
    ),
    "followups": (
        "urls",
        "views_survey",
        "carrying",
        "results",
        "upkeep",
        "timeline",
        "planning",
        "pasting",
        "realising",
        "publications",
        "papers",
        "inviting",
        "arriving",
        "evidence",
        "earlier",
        REST,
    ),
    "surveys": (
        "apps",
        "urls",
        "management",
        "templatetags",
        "results",
        "workbooks",
        "answers",
        "suggestions",
        "fieldwork",
        "offering",
        "respondents",
        "instrument",
        REST,
    ),
    "offices": (
        "apps",
        "urls",
        "management",
        "creating",
        "trail",
        "people",
        "appearance",
        "profile",
        "templatetags",
        "account",
        "sending",
        "spreadsheets",
        "lists",
        REST,
    ),
}
"""A wing may import those behind it; ``REST`` are the modules that lie in the room itself and are not named."""
MOST_MODULES = 20
SAME_NAME = {"Command": "the name that Django asks for"}
"""Class names that may stand for several things in a room, each with its reason."""


def modules(house):
    """Dotted name to ``(path, text)``; a package is known by its own name."""
    return {
        ".".join(PurePath(path).with_suffix("").parts).removesuffix(".__init__"): (path, text)
        for path, text in house.items()
        if path.endswith(".py") and "/migrations/" not in path
    }


def arrows(house):
    """``(module, module that it imports)`` within the house, imports inside functions too."""
    known = modules(house)
    for name, (path, text) in known.items():
        for _line, dotted in imports(path, text):
            target = _module(dotted, known)
            if target and target != name:
                yield name, target


def _module(dotted, known):
    """What is imported may be a name in a module: the module, or nothing where it is not ours."""
    parts = dotted.split(".")
    return next((start for at in range(len(parts), 0, -1) if (start := ".".join(parts[:at])) in known), "")


def wrong_rooms(house):
    for name, target in arrows(house):
        room, other = name.split(".")[0], target.split(".")[0]
        if room in MAY_IMPORT and other in MAY_IMPORT and room != other and other not in MAY_IMPORT[room]:
            yield f"{name} imports {target}"


def wrong_wings(house):
    for name, target in arrows(house):
        room = name.split(".")[0]
        if room in WINGS and target.startswith(f"{room}."):
            here, there = _wing(room, name), _wing(room, target)
            if WINGS[room].index(here) > WINGS[room].index(there):
                yield f"{name} ({here}) imports {target} ({there})"


def _wing(room, name):
    wing = name.split(".")[1] if "." in name else REST
    return wing if wing in WINGS[room] else REST


def circles(house):
    """Modules that import each other, however far around; a package and its own modules do not count."""
    graph = defaultdict(set)
    for name, target in arrows(house):
        if not target.startswith(f"{name}.") and not name.startswith(f"{target}."):
            graph[name].add(target)
    for name in sorted(graph):
        way = _way_back(graph, name)
        if way:
            yield " → ".join(way)


def _way_back(graph, start):
    """The shortest way from a module back to itself, or nothing."""
    ways, seen = [[start]], {start}
    for way in ways:
        for target in sorted(graph[way[-1]]):
            if target == start:
                return [*way, start]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


REFERENCE = re.compile(r'{%-?\s*(?:extends|include)\s+"([^"]+)"')


def upward_templates(house):
    """A page may stand on frames and parts of its own room and of the rooms that this may import."""
    for path, text in house.items():
        if path.startswith("templates/"):
            room = path.split("/")[1]
            for target in REFERENCE.findall(text):
                other = target.split("/")[0]
                if room in MAY_IMPORT and other in MAY_IMPORT and other != room and other not in MAY_IMPORT[room]:
                    yield f"{path} takes {target}"


def missing_templates(house):
    """A page that is named exists, whoever names it."""
    have = {path.removeprefix("templates/") for path in house if path.startswith("templates/")}
    rooms = "|".join(MAY_IMPORT)
    for path, text in house.items():
        if not path.startswith("tests/"):
            for target in re.findall(rf'"((?:{rooms})/[\w/]+\.html)"', text):
                if target not in have:
                    yield f"{path} names {target}"


NAMED = re.compile(r"(?<![\w./-])((?:[\w-]+/)*[\w-]+\.py)\b")


def stale_names(house):
    """A module that a docstring or a comment leads to exists, under its name and in its folder."""
    for path, text in house.items():
        if path.endswith(".py") and "/migrations/" not in path:
            for number, line in enumerate(text.splitlines(), start=1):
                for name in set(NAMED.findall(line)) - {"manage.py"}:
                    if not any(other == name or other.endswith(f"/{name}") for other in house):
                        yield f"{path}:{number} leads to {name}"


def crowded_folders(house):
    """A folder that holds too much is a corridor; migrations and tests count by themselves."""
    modules_in = Counter(
        PurePath(path).parent.as_posix()
        for path in house
        if path.endswith(".py") and not path.endswith("__init__.py") and not path.startswith("tests/")
        if "/migrations/" not in path
    )
    yield from (f"{folder} holds {count} modules" for folder, count in modules_in.items() if count > MOST_MODULES)


def doubled_classes(house):
    """Within a room a class name means one thing."""
    places = defaultdict(list)
    for name, (path, text) in modules(house).items():
        for node in tree(text).body:
            if isinstance(node, ast.ClassDef):
                places[name.split(".")[0], node.name].append(path)
    for (room, name), paths in sorted(places.items()):
        if len(paths) > 1 and not name.startswith("_") and name not in SAME_NAME:
            yield f"{room}: {name} in {', '.join(paths)}"
