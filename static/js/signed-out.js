// Contract: an answer to htmx that is a whole page of another address, such as the log-in, is opened as that page.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const page = /^\s*<!doctype/i.test(xhr.responseText);
  if (page && xhr.responseURL && new URL(xhr.responseURL).pathname !== event.detail.pathInfo.requestPath) {
    event.detail.shouldSwap = false;
    window.location.assign(xhr.responseURL);
  }
});
