// Contract: form[method=post] without data-draft is kept in this tab for #isi[data-user], put back after a reload.
// Signed-in pages are not kept by the browser, so that going back would bring empty forms. What was typed into a form
// stays in this tab, for this person, until it is saved or the page is opened anew, and is put back after a step back
// or a reload. Forms with data-draft look after themselves (keep-draft.js). Never kept: forms that ask for a password,
// a passphrase or a code, and files.
(() => {
  const user = document.getElementById("isi")?.dataset.user;
  if (!user) return;
  const PREFIX = "ketikan:";
  const SENT = "ketikan-dikirim";
  const keyOf = ({ pathname, search }) => `${PREFIX}${user}:${pathname}${search}`;
  const KEY = keyOf(window.location);
  const SECRET = "[type=password], [autocomplete=one-time-code]";
  const FIELDS = "textarea, select, input[name]:not([type=file], [type=submit], [type=button], [name=csrfmiddlewaretoken])";

  const forms = () =>
    [...document.querySelectorAll("main form[method=post]:not([data-draft])")].filter(
      (form) => !form.querySelector(SECRET),
    );
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
  const valueOf = (field) => (isChoice(field) ? field.checked : field.value);
  const chosen = (field) => [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  const initialOf = (field) => {
    if (isChoice(field)) return field.defaultChecked;
    return field.matches("select") ? chosen(field)?.value : field.defaultValue;
  };
  const forget = (key) => sessionStorage.removeItem(key);
  const forgetAll = (isMeant) =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX) && isMeant(key))
      .forEach(forget);

  // A form is kept whole, with its hidden revision, as soon as one field of it is not what the server sent: what
  // somebody else saved meanwhile is then noticed at saving.
  function typedInto(form) {
    const fields = [...form.querySelectorAll(FIELDS)];
    if (fields.every((field) => valueOf(field) === initialOf(field))) return null;
    return fields.map((field) => [field.name, valueOf(field)]);
  }

  function keep() {
    const typed = forms().map(typedInto);
    if (typed.some(Boolean)) sessionStorage.setItem(KEY, JSON.stringify(typed));
    else forget(KEY);
  }

  function putBack() {
    const typed = JSON.parse(sessionStorage.getItem(KEY) || "[]");
    for (const [number, form] of forms().entries()) {
      const fields = [...form.querySelectorAll(FIELDS)];
      const values = typed[number] || [];
      if (fields.some((field, place) => field.name !== values[place]?.[0])) continue;
      for (const [place, field] of fields.entries()) {
        if (isChoice(field)) field.checked = values[place][1];
        else field.value = values[place][1];
      }
    }
  }

  // The page after a form was sent: saved is what led on to another page, or made something; a refusal and a question
  // before it (the password once more) do neither.
  function forgetSaved({ redirectCount, responseStatus }) {
    const sent = JSON.parse(sessionStorage.getItem(SENT) || "[]");
    const isNext = document.referrer && sent.includes(keyOf(new URL(document.referrer)));
    const isSaved = redirectCount > 0 || responseStatus === 201;
    if (isNext && isSaved) sent.forEach(forget);
    if (!isNext || isSaved) forget(SENT);
  }

  forgetAll((key) => !key.startsWith(`${PREFIX}${user}:`));
  const [visit] = performance.getEntriesByType("navigation");
  if (["back_forward", "reload"].includes(visit?.type)) {
    putBack();
  } else {
    if (visit) forgetSaved(visit);
    forget(KEY);
  }

  document.addEventListener("input", keep);
  document.addEventListener("submit", ({ target }) => {
    if (target.matches("[data-log-out]")) {
      forgetAll(() => true);
    } else if (target.matches("main form[method=post]:not([data-hx-post])")) {
      const sent = JSON.parse(sessionStorage.getItem(SENT) || "[]");
      sessionStorage.setItem(SENT, JSON.stringify([...new Set([...sent, KEY])]));
    }
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && detail.requestConfig.verb !== "get") keep();
  });
})();
