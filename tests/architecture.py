"""The rules of the house (docs/architecture.md), each a function from a file's path and text to its faults.

Only the standard ``ast`` is used, so a rule can be tried on a sentence of source that stands in no file.
"""

import ast
import re
import sys
from fnmatch import fnmatch
from functools import cache
from pathlib import PurePath

ROOMS = ("offices", "surveys", "followups", "reports", "publishing", "oversight", "duties", "skm_portal")
DOORS = {
    "weasyprint": "reports/printing/pdf.py reports/printing/sparing.py reports/printing/tagging.py",
    "pydyf": "reports/printing/structure.py reports/printing/writing.py",
    "pyhanko": "reports/signing/*.py",
    "pyhanko_certvalidator": "reports/signing/*.py",
    "pypdfium2": "reports/signing/*.py followups/papers/pages.py",
    "segno": "followups/qr.py",
    "holidays": "surveys/fieldwork/workdays.py",
    "icalendar": "duties/outward/feed.py",
    "PIL": "followups/evidence/photo*.py",
    "pillow_heif": "followups/evidence/photo*.py",
    "openpyxl": "offices/spreadsheets/writing.py",
    "docx": "reports/word/*.py",
    "prometheus_client": "skm_portal/watching/*.py",
}
PURE_FOLDERS = ("reports/words/", "surveys/results/", "reports/document/", "reports/rules/", "reports/versions/")
BUT = {"reports/document/gather.py": "the one way from rows to the document"}
PURE_MODULES = (
    "followups/evidence/photo_parts/lines.py",
    "followups/evidence/photo_sheets/corners.py",
    "followups/web_addresses.py",
    "offices/account/devices.py",
    "offices/appearance/values.py",
    "offices/recording/appearance_words.py",
    "offices/declining.py",
    "offices/invisible.py",
    "offices/lists/narrowing.py",
    "offices/fields.py",
    "offices/nip.py",
    "offices/profile/contact.py",
    "offices/recording/changed_words.py",
    "offices/spreadsheets/pages.py",
    "offices/typed_days.py",
    "offices/numbering.py",
    "followups/pasting/cells.py",
    "followups/pasting/table.py",
    "skm_portal/watching/masking.py",
    "surveys/answers/precision.py",
    "surveys/element_names.py",
    "surveys/fields.py",
    "surveys/ikm.py",
    "surveys/pasting.py",
    "surveys/sampling.py",
    "surveys/typed_numbers.py",
    "surveys/periods.py",
    "surveys/profiles.py",
    "surveys/offering/hiding.py",
    "surveys/respondents/bars.py",
    "surveys/respondents/disclosure.py",
    "surveys/suggestions/personal.py",
    "followups/others.py",
    "followups/fields.py",
    "followups/months.py",
    "followups/progress.py",
    "followups/points.py",
    "followups/due.py",
    "followups/evidence/figures.py",
    "followups/papers/numbers.py",
    "followups/evidence/formats/heif.py",
    "followups/evidence/formats/jpeg.py",
    "followups/evidence/formats/png.py",
    "oversight/levels/schemes.py",
    "oversight/levels/records.py",
    "oversight/levels/reaching.py",
    "oversight/levels/reading.py",
    "oversight/levels/conduct.py",
    "oversight/levels/media.py",
    "oversight/levels/carried_out.py",
    "oversight/levels/speed.py",
    "oversight/levels/standing.py",
    "oversight/pack/lists.py",
    "oversight/pack/names.py",
    "oversight/pack/pieces.py",
    "oversight/pack/contents.py",
    "oversight/pack/answers.py",
    "oversight/pack/streaming.py",
    "duties/duty.py",
    "duties/guide.py",
    "duties/stages.py",
    "duties/grid.py",
    "duties/strip.py",
    "reports/addendum/model.py",
    "reports/addendum/build.py",
    "reports/addendum/frozen.py",
    "reports/survey_report/source.py",
    "reports/survey_report/parts.py",
    "reports/survey_report/model.py",
    "reports/survey_report/build.py",
    "reports/survey_report/frozen.py",
    "reports/survey_report/texts.py",
    "reports/survey_report/chapters/*.py",
    "reports/cycle/model.py",
    "reports/cycle/faults.py",
    "reports/cycle/shape.py",
    "reports/cycle/parse*.py",
    "reports/issuing/refusal.py",
    "reports/issuing/handing/delivery.py",
    "reports/letters/standard.py",
    "reports/letters/values.py",
    "reports/letters/wording.py",
    "reports/word/columns.py",
    "reports/workbook/cells.py",
    "reports/workbook/evaluation.py",
    "reports/workbook/heads.py",
    "reports/workbook/tables.py",
    "reports/verification/fingerprints.py",
    "reports/verification/verdict.py",
    "reports/verification/verdict_copies.py",
    "reports/verification/verdict_table.py",
    "reports/verification/words.py",
    "reports/signing/keys/names.py",
    "reports/signing/keys/passphrase.py",
)
PURE_LIBRARIES = {"markdown_it", "rapidfuzz"}  # text to tokens, texts to their likeness, nothing else
MOST_LINES = {".py": 400, ".html": 150, ".svg": 150, ".txt": 150, ".css": 300}
FUNCTION_LINES = 60
DOCSTRING_LINES = 4
VAGUE = re.compile(r"(utils?|helpers?|services?|common|signals?)")
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


@cache
def tree(source):
    """Every rule reads every file: what was parsed for one of them serves the next."""
    return ast.parse(source)


@cache
def nodes(source):
    return tuple(ast.walk(tree(source)))


def imports(path, source):
    """Every imported module as ``(line, dotted name)``: ``from a import b`` is a.b."""
    package = PurePath(path).parts[:-1]
    for node in nodes(source):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join((*base, *filter(None, [node.module])))
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _name(node.func) in {"import_module", "get_model"} | RELATIONS:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.lineno, first.value


def _name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _room(path):
    return path.split("/", 1)[0]


def upward_imports(path, source):
    """A room knows itself and the rooms below it; skm_portal, on top, is known to nobody."""
    rank = ROOMS.index(_room(path)) if _room(path) in ROOMS else -1
    for line, name in imports(path, source):
        target = name.split(".")[0]
        if rank >= 0 and (target == "tests" or (target in ROOMS and ROOMS.index(target) > rank)):
            yield f"{path}:{line} imports {name}"


def wrong_doors(path, source):
    """An outside library that does a job is imported in one place."""
    for line, name in imports(path, source):
        door = DOORS.get(name.split(".")[0])
        if door and not any(fnmatch(path, each) for each in door.split()):
            yield f"{path}:{line} imports {name}, whose door is {door}"


def impure_imports(path, source):
    """Pure modules import the standard library and each other."""
    if not _is_pure(path):
        return
    for line, name in imports(path, source):
        parts = name.split(".")
        files = ("/".join(parts) + ".py", "/".join(parts[:-1]) + ".py")
        outside = parts[0] not in sys.stdlib_module_names and parts[0] not in PURE_LIBRARIES
        if outside and not any(map(_is_pure, files)):
            yield f"{path}:{line} is pure, but imports {name}"


def _is_pure(path):
    in_pure_folder = path.startswith(PURE_FOLDERS) and path not in BUT
    return in_pure_folder or any(fnmatch(path, pattern) for pattern in PURE_MODULES)


def signals(path, source):
    """What happens is said where it happens: no signals."""
    for line, name in imports(path, source):
        if re.search(r"(^|\.)signals(\.|$)|^django\.dispatch", name):
            yield f"{path}:{line} imports {name}"


def long_files(path, text):
    lines = len(text.splitlines())
    most = MOST_LINES.get(PurePath(path).suffix)
    if most and lines > most:
        yield f"{path} has {lines} lines, more than {most}"


def long_functions(path, source):
    for node in nodes(source):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{path}:{node.lineno} {node.name} has {lines} lines, more than {FUNCTION_LINES}"


def vague_names(path, _source=""):
    """The reader's first question decides a file's name."""
    for part in PurePath(path).with_suffix("").parts:
        if VAGUE.fullmatch(part):
            yield f"{path}: {part} says nothing"


def missing_docstrings(path, source):
    """Each module that says something says first, in one to four lines, what lives in it."""
    text = ast.get_docstring(tree(source))
    if source.strip() and not text:
        yield f"{path} has no docstring"
    elif text and len([line for line in text.splitlines() if line.strip()]) > DOCSTRING_LINES:
        yield f"{path} has a docstring of more than {DOCSTRING_LINES} lines"


def reverse_relations(path, source):
    """A foreign key to another room leaves no way back: ``related_name="+"``."""
    foreign = _foreign_names(path, source)
    for node in nodes(source):
        if isinstance(node, ast.Call) and _name(node.func) in RELATIONS and _target(node) in foreign:
            names = [keyword.value for keyword in node.keywords if keyword.arg == "related_name"]
            if not any(isinstance(name, ast.Constant) and name.value == "+" for name in names):
                yield f'{path}:{node.lineno} lacks related_name="+"'


def _foreign_names(path, source):
    """The names under which a module knows models of other rooms."""
    names = set() if _room(path) == "offices" else {"AUTH_USER_MODEL", "User"}
    for node in nodes(source):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {*ROOMS} - {_room(path)}:
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def _target(call):
    first = call.args[0] if call.args else next((k.value for k in call.keywords if k.arg == "to"), None)
    return first.value.split(".")[-1] if isinstance(first, ast.Constant) else _name(first)


def nameless_urls(path, source):
    """Every address is reached by its name."""
    if PurePath(path).name != "urls.py":
        return
    for node in nodes(source):
        if isinstance(node, ast.Call) and _name(node.func) in {"path", "re_path"}:
            view = node.args[1] if len(node.args) > 1 else None
            mounts = (isinstance(view, ast.Call) and _name(view.func) == "include") or _name(view) == "urls"
            if not mounts and not any(keyword.arg == "name" for keyword in node.keywords):
                yield f"{path}:{node.lineno} has no name"


def migration_leaves(app, sources):
    """The migrations of an app on which none of its others builds; ``sources``: name to text."""
    built_on = set()
    for source in sources.values():
        for node in nodes(source):
            if isinstance(node, ast.Assign) and _name(node.targets[0]) == "dependencies":
                pairs = [pair.elts for pair in node.value.elts if isinstance(pair, ast.Tuple)]
                built_on |= {name.value for owner, name in pairs if owner.value == app}
    return sorted(set(sources) - built_on)
