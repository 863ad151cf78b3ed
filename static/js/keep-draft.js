// Contract: main form[method=post] with text, or form[data-draft=<name>], is kept in this browser for #isi[data-user].
// What is typed stays until it is saved, so that an expired session, a lost connection or a closed tab costs nothing:
// on the form's page it is offered back. Saved is what the cookie "tersimpan" names by the key of its form, or what led
// to an address ending in #tersimpan. Cleared at log-out, when another person logs in, and after three days. Never kept:
// forms that ask for a password, a passphrase or a code, and files.
(() => {
  const PREFIX = "draf:";
  const DAYS = 3;
  const COOKIE = "tersimpan";
  const MARKS = ["kiriman", "revision", "asal", "seen"];
  const IGNORED = new Set(["csrfmiddlewaretoken", "kembali", ...MARKS]);
  const SECRET = "[type=password], [autocomplete=one-time-code], [type=file]";
  const TEXT = "textarea, input[type=text], input[type=email], input[type=url], input:not([type])";
  const user = document.getElementById("isi")?.dataset.user;
  if (!user) return;

  const read = (key) => JSON.parse(localStorage.getItem(key) || "null");
  const forget = (key) => localStorage.removeItem(key);
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const forgetAll = (isMeant) => keys().filter(isMeant).forEach(forget);

  // A form is known by where it goes; several that go to one address by their order.
  function keyOf(form) {
    const { draft } = form.dataset;
    if (draft) return `${PREFIX}${user}:${draft}`;
    const address = form.getAttribute("action") || window.location.pathname;
    const same = [...document.querySelectorAll("main form[method=post]")].filter(
      (other) => (other.getAttribute("action") || window.location.pathname) === address,
    );
    return `${PREFIX}${user}:${address}:${same.indexOf(form)}`;
  }

  const isKept = (form) =>
    form.matches("[data-draft], main form[method=post]:not(.choose, .kept-form form)") &&
    !form.querySelector(SECRET) &&
    form.querySelector(TEXT) !== null;

  function entries(form) {
    return [...new FormData(form)]
      .filter(([name, value]) => !IGNORED.has(name) && typeof value === "string")
      .map(([name, value]) => [name, value.replaceAll("\r\n", "\n").trim()]);
  }

  function keep(form, sent) {
    const marks = MARKS.map((name) => [name, form.elements[name]?.value]).filter(([, value]) => value !== undefined);
    const draft = { entries: entries(form), marks: Object.fromEntries(marks), at: Date.now(), sent };
    localStorage.setItem(keyOf(form), JSON.stringify(draft));
  }

  function restore(form, draft) {
    for (const field of form.elements) {
      if (!field.name || IGNORED.has(field.name)) continue;
      const values = draft.entries.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    for (const [name, value] of Object.entries(draft.marks)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
  }

  function button(label, kind, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn ${kind}`;
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function timeOf(draft) {
    const at = new Date(draft.at);
    const time = at.toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
    const isToday = at.toDateString() === new Date().toDateString();
    return isToday ? `pukul ${time}` : `${at.toLocaleDateString("id-ID", { day: "numeric", month: "long" })} pukul ${time}`;
  }

  function offer(form, draft) {
    const note = document.createElement("div");
    note.className = "note tone-info draft-offer";
    note.setAttribute("role", "status");
    note.tabIndex = -1;
    note.dataset.summary = "";
    const text = document.createElement("p");
    text.textContent = `Ada isian Anda ${timeOf(draft)} yang belum tersimpan.`;
    const actions = document.createElement("div");
    actions.className = "actions";
    actions.append(
      button("Kembalikan isian", "btn-primary", () => {
        restore(form, draft);
        note.remove();
        form.querySelector("textarea, input:not([type=hidden])")?.focus();
      }),
      button("Buang", "btn-outline", () => {
        forget(keyOf(form));
        note.remove();
      }),
    );
    note.append(text, actions);
    form.prepend(note);
    // What was refused is read first, and else what stands first.
    if (document.querySelector("[data-summary][role=alert]") || document.querySelector("[data-summary]") !== note) return;
    if (!document.title.startsWith("Belum tersimpan")) document.title = `Belum tersimpan: ${document.title}`;
    note.focus();
  }

  const isChanged = (form) => {
    const changed = (field) =>
      field.type === "checkbox" || field.type === "radio"
        ? field.checked !== field.defaultChecked
        : "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue;
    return [...form.elements].some(changed);
  };

  function look(root) {
    for (const form of root.querySelectorAll("form")) {
      if (!isKept(form)) continue;
      // A refused form is not saved, however much it looks like what is kept: one may leave it to mend the reason.
      const isRefused = form.querySelector("[role=alert], [aria-invalid=true]") !== null;
      if (isRefused) keep(form, false);
      const draft = read(keyOf(form));
      if (!draft || isRefused || form.querySelector(".draft-offer")) continue;
      // What the server kept of a form is offered by the server, unless that form was opened in the page meanwhile.
      if (root === document && document.querySelector(`[data-kept="${CSS.escape(draft.marks.kiriman ?? "-")}"]`)) continue;
      if (JSON.stringify(draft.entries) !== JSON.stringify(entries(form))) offer(form, draft);
      else if (!isChanged(form)) forget(keyOf(form));
    }
  }

  function forgetSaved() {
    const saved = document.cookie.split("; ").find((pair) => pair.startsWith(`${COOKIE}=`));
    if (!saved) return;
    const key = decodeURIComponent(saved.slice(COOKIE.length + 1)).replaceAll('"', "");
    document.cookie = `${COOKIE}=; path=/; max-age=0; samesite=lax`;
    forgetAll((name) => read(name).marks?.kiriman === key);
  }

  const formOf = (target) => (target instanceof Element ? target.closest("form") : null);

  // Photos that another app shared (shared-photos.js) wait for who was here last, not for the next.
  const last = localStorage.getItem("orang");
  if (last && last !== user) window.sharedForgotten = window.caches?.delete("foto-dibagikan");
  localStorage.setItem("orang", user);
  forgetAll((key) => !key.startsWith(`${PREFIX}${user}:`) || Date.now() - read(key).at > DAYS * 864e5);
  forgetSaved();
  document.addEventListener("input", (event) => {
    const form = formOf(event.target);
    if (form && isKept(form)) keep(form, false);
  });
  document.addEventListener("submit", ({ target }) => {
    if (target.matches("[data-log-out]")) {
      forgetAll(() => true);
      localStorage.removeItem("orang");
      window.caches?.delete("foto-dibagikan");
    }
    else if (read(keyOf(target)) || target.matches("[data-draft]")) keep(target, true);
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { requestConfig, xhr, successful, pathInfo } = detail;
    const name = requestConfig.elt.dataset.draft || requestConfig.elt.dataset.draftOf;
    const isAnswered = successful && new URL(xhr.responseURL).pathname === pathInfo.requestPath;
    if (name && isAnswered) forget(`${PREFIX}${user}:${name}`);
    forgetSaved();
  });
  document.addEventListener("htmx:load", (event) => look(event.detail.elt));

  if (window.location.hash === "#tersimpan") {
    forgetAll((key) => read(key).sent);
    history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  document.addEventListener("DOMContentLoaded", () => look(document));
})();
