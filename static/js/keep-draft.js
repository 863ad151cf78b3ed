// Contract: form[data-draft=<name>] is kept in this tab under that name till an address ends in #tersimpan.
// What is typed into a form with data-draft stays in this tab until it is saved, so that an expired session
// or a lost connection costs nothing: after log-in it is offered back. An address ending in #tersimpan says "saved".
(() => {
  const PREFIX = "draf:";
  const IGNORED = new Set(["csrfmiddlewaretoken", "revision"]);

  const read = (key) => JSON.parse(sessionStorage.getItem(PREFIX + key) || "null");
  const forget = (key) => sessionStorage.removeItem(PREFIX + key);

  function entries(form) {
    return [...new FormData(form)]
      .filter(([name, value]) => !IGNORED.has(name) && typeof value === "string")
      .map(([name, value]) => [name, value.replaceAll("\r\n", "\n").trim()]);
  }

  function keep(form, sent) {
    const draft = { entries: entries(form), revision: form.elements.revision?.value, at: Date.now(), sent };
    sessionStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(draft));
  }

  function restore(form, draft) {
    for (const field of form.elements) {
      if (!field.name || IGNORED.has(field.name)) continue;
      const values = draft.entries.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    if (draft.revision && form.elements.revision) form.elements.revision.value = draft.revision;
  }

  function button(label, kind, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn ${kind}`;
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function offer(form, draft) {
    const note = document.createElement("div");
    note.className = "note tone-info draft-offer";
    note.setAttribute("role", "status");
    const text = document.createElement("p");
    const time = new Date(draft.at).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
    text.textContent = `Ada isian Anda pukul ${time} yang belum tersimpan.`;
    const actions = document.createElement("div");
    actions.className = "actions";
    actions.append(
      button("Kembalikan isian", "btn-primary", () => {
        restore(form, draft);
        note.remove();
        form.querySelector("textarea")?.focus();
      }),
      button("Buang", "btn-outline", () => {
        forget(form.dataset.draft);
        note.remove();
      }),
    );
    note.append(text, actions);
    form.prepend(note);
  }

  function look(root) {
    for (const form of root.querySelectorAll("form[data-draft]")) {
      // A refused form is not saved, however much it looks like what is kept: one may leave it to mend the reason.
      if (form.querySelector("[role=alert]")) keep(form, false);
      const draft = read(form.dataset.draft);
      if (!draft || form.querySelector(".draft-offer, [role=alert]")) continue;
      if (JSON.stringify(draft.entries) === JSON.stringify(entries(form))) forget(form.dataset.draft);
      else offer(form, draft);
    }
  }

  function forgetSent() {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
    }
  }

  const withDraft = (target) => (target instanceof Element ? target.closest("form[data-draft]") : null);

  document.addEventListener("input", (event) => {
    const form = withDraft(event.target);
    if (form) keep(form, false);
  });
  document.addEventListener("submit", (event) => {
    const form = withDraft(event.target);
    if (form) keep(form, true);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { requestConfig, xhr, successful, pathInfo } = event.detail;
    const { draft, draftOf } = requestConfig.elt.dataset;
    const key = draft || draftOf;
    if (key && successful && new URL(xhr.responseURL).pathname === pathInfo.requestPath) forget(key);
  });
  document.addEventListener("htmx:load", (event) => look(event.detail.elt));

  if (window.location.hash === "#tersimpan") {
    forgetSent();
    history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  document.addEventListener("DOMContentLoaded", () => look(document));
})();
