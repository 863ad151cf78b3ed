"""What a browser is called in the list of one's sessions, by what it says of itself."""

from offices.account.devices import device_of
from tests.cases import in_one_test

MOZILLA = "Mozilla/5.0"


@in_one_test(
    ("said", "called"),
    [
        (
            f"{MOZILLA} (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome di Android",
        ),
        (
            f"{MOZILLA} (Linux; Android 13) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
            "Samsung Internet di Android",
        ),
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge di Windows"),
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox di Windows"),
        (f"{MOZILLA} (X11; Linux x86_64) Chrome/126.0 Safari/537.36 OPR/111.0", "Opera di Linux"),
        (f"{MOZILLA} (X11; CrOS x86_64 14541.0.0) Chrome/126.0 Safari/537.36", "Chrome di Chromebook"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari di iPhone"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/126.0 Mobile Safari/604.1", "Chrome di iPhone"),
        (f"{MOZILLA} (iPad; CPU OS 17_5 like Mac OS X) FxiOS/127.0 Safari/605.1", "Firefox di iPad"),
        (f"{MOZILLA} (Macintosh; Intel Mac OS X 14_5) Version/17.5 Safari/605.1.15", "Safari di Mac"),
        (f"{MOZILLA} (Linux; U; Android 12) UCBrowser/13.4 Chrome/100.0 Mobile Safari/537.36", "UC Browser di Android"),
        ("curl/8.5.0", "Peramban lain"),
        ("Chrome/1.0", "Chrome"),
        ("Bukan peramban (Windows)", "Peramban lain di Windows"),
        ("", "Peramban lain"),
        ("<script>alert(1)</script>", "Peramban lain"),
    ],
)
def test_a_browser_is_called_as_its_owner_knows_it_and_nothing_of_its_text_is_kept(said, called):
    assert device_of(said) == called
