"""The ids that a page has, to which an address can lead."""

from html.parser import HTMLParser


class _Ids(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found |= {value for name, value in attrs if name == "id"}


def ids_of(response):
    return _Ids(response.content.decode()).found
