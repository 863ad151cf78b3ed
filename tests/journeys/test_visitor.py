"""The visitor who walks the demonstration without a browser reads forms as a browser does."""

from tests.runtime.visitor import Form, Page, Visitor

PAGE = """<form action="/masuk/?x=1"><input name="csrf" value="t"><input type="checkbox" name="a" value="1">
<input type="radio" name="way" value="here" checked><input type="radio" name="way" value="far"></form>
<form method="post"><textarea name="reason"></textarea><input name="subject" type="checkbox"></form>
<input name="out">"""


def page(text=PAGE, status=200):
    return Page("http://127.0.0.1:1/notes/", status, text.encode())


def test_a_form_is_known_by_where_it_is_sent():
    assert page().form("/masuk/") == Form(
        "http://127.0.0.1:1/masuk/", {"csrf": ["t"], "way": ["here"]}, {"a": ["1"], "way": ["here", "far"]}
    )
    assert page().form("/notes/") == Form("http://127.0.0.1:1/notes/", {"reason": [""]}, {"subject": ["on"]})
    assert page().form("/other/") is None


def test_a_message_says_what_can_be_read():
    assert page("<h1>Tidak  ada</h1>\n<p>Coba lagi</p>").words() == "Tidak ada Coba lagi"


def test_it_logs_in_and_is_told_of_refusals(live_server, people):
    from tests.conftest import PASSWORD

    visitor = Visitor(live_server.url)
    form = visitor.open("/akun/masuk/").form("/akun/masuk/")
    assert visitor.send(form, login="operator", password=PASSWORD).address == f"{live_server.url}/"
    assert visitor.open("/laporan/9999/2025-S1/").status == 404
