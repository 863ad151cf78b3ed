// Contract: form[data-at-once] is sent in place; parts of the answer replace those of their id; then event "parts".
// What is changed in place is sent one after the other, so that no change is lost while the page still shows the last.
// Without script the forms are sent as usual. window.atOnce(action, values, takeBack) sends what other scripts gather.
(() => {
  let queue = Promise.resolve();
  const waiting = new Map();

  const field = () => document.querySelector("input[name=csrfmiddlewaretoken]");

  function focusAgain(id) {
    const there = id && document.getElementById(id);
    if (!there) return;
    (there.disabled ? there.parentElement.querySelector("button:not(:disabled)") : there)?.focus();
  }

  function take(text) {
    const focused = document.activeElement?.id;
    const answer = new DOMParser().parseFromString(text, "text/html");
    for (const { content } of answer.querySelectorAll("template")) {
      const part = content.firstElementChild;
      document.getElementById(part.id)?.replaceWith(document.adoptNode(part));
    }
    if (document.activeElement === document.body) focusAgain(focused);
    document.dispatchEvent(new CustomEvent("parts"));
    const beside = document.getElementById("catatan-halaman");
    if (beside) window.htmx.trigger(beside, "catatan");
  }

  async function send(action, values, isAgain) {
    const body = new URLSearchParams([...values, [field().name, field().value]]);
    const answer = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } });
    const fresh = answer.headers.get("X-Formulir-Token");
    if (!answer.ok && fresh && !isAgain) {
      window.renewTokens(fresh);
      return send(action, values, true);
    }
    if (!answer.ok || answer.redirected) {
      window.location.reload();
      return new Promise(() => {});
    }
    return answer.text();
  }

  window.atOnce = (action, values, takeBack) => {
    waiting.set(action, (waiting.get(action) ?? 0) + 1);
    document.documentElement.toggleAttribute("data-sending", true);
    queue = queue.then(async () => {
      let text = "";
      try {
        text = await send(action, values, false);
      } catch {
        takeBack?.();
        document.dispatchEvent(new CustomEvent("htmx:sendError"));
      }
      const left = waiting.get(action) - 1;
      waiting.set(action, left);
      if (text && !left) take(text);
      const isBusy = [...waiting.values()].some(Boolean);
      document.documentElement.toggleAttribute("data-sending", isBusy);
    });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-at-once]")) return;
    event.preventDefault();
    const values = [...new FormData(form, event.submitter)].filter(([name]) => name !== field().name);
    window.atOnce(form.getAttribute("action"), values);
  });
})();
