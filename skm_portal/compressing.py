"""Pages go out compressed. Files are compressed by nature (photos, PDF, workbooks) or by whitenoise (static files)."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

WORTH_IT = ("text/html", "application/json", "image/svg+xml")

Answer = Callable[[HttpRequest], HttpResponseBase]


def compress_pages(get_response: Answer) -> Answer:
    """Compress what is text, with the padding that hides the length of a page's secrets (BREACH)."""
    compressing = GZipMiddleware(get_response)

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_text = response.headers.get("Content-Type", "").startswith(WORTH_IT)
        return compressing.process_response(request, response) if is_text and not response.streaming else response

    return answer
