"""A visitor of web pages with the standard library alone: keeps cookies, reads forms and sends them as they stand."""

import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

PATIENCE = 120  # seconds for one answer


@dataclass
class Form:
    """``values``: what the page itself would send; ``choices``: what may be ticked, by name."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Page:
    address: str
    status: int
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    def form(self, ending: str) -> Form | None:
        """The form that is sent to an address with this ending."""
        reader = _Forms(self.address)
        reader.feed(self.text)
        return next((form for form in reader.forms if form.action.endswith(ending)), None)

    def words(self) -> str:
        """What can be read on the page, for a message about what went wrong."""
        reader = _Words()
        reader.feed(self.text)
        return " ".join(" ".join(reader.words).split())


class Visitor:
    def __init__(self, start: str) -> None:
        self.start = start
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, sent: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> Page:
        address = urljoin(self.start, path)
        headers = {"Referer": address, "Accept": "text/html,*/*"} | ({"Content-Type": kind} if sent is not None else {})
        request = urllib.request.Request(address, data=sent, headers=headers)
        try:
            answer: HTTPResponse | HTTPError = self._opener.open(request, timeout=PATIENCE)
        except HTTPError as refused:
            answer = refused
        with answer:
            return Page(answer.url or address, answer.status or 0, answer.read())

    def send(self, form: Form, **values: str | list[str]) -> Page:
        """Fill in ``values`` over what stands in the form, and send it."""
        filled = form.values | {name: [value] if isinstance(value, str) else value for name, value in values.items()}
        return self.open(form.action, urlencode(filled, doseq=True).encode())


class _Forms(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self._open = True
            self.forms.append(Form(urljoin(self.address, told.get("action") or "").partition("?")[0]))
        elif self._open and told.get("name") and tag in ("input", "textarea", "select"):
            self._take(str(told["name"]), told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False

    def _take(self, name: str, told: dict[str, str | None]) -> None:
        form, value = self.forms[-1], told.get("value") or ""
        if told.get("type") in ("checkbox", "radio"):
            form.choices.setdefault(name, []).append(value or "on")
            if "checked" not in told:
                return
        form.values.setdefault(name, []).append(value)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)
