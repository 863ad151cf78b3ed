// Contract: [data-summary] that a part of a page brings is where one begins to read; its page is marked as refused.
// Of a whole page the server marks the title, and the browser follows autofocus.
document.addEventListener("htmx:afterSettle", (event) => {
  const summary = event.target.querySelector?.("[data-summary][role=alert]");
  if (!summary) return;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "center" });
  if (!document.title.startsWith("Galat: ")) document.title = `Galat: ${document.title}`;
});

// A form that is on its way is not sent a second time by a second press; the server would answer it alike.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "ya";
  window.setTimeout(() => delete form.dataset.sent, 4000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
