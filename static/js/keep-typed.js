// Signed-in pages are not kept by the browser, so that going back would bring empty forms. What was typed into a form
// stays in this tab until the page is left behind for good, and is put back after a step back or a reload. Forms with
// data-draft look after themselves (keep-draft.js); passwords and files are never kept.
(() => {
  const KEY = `ketikan:${window.location.pathname}${window.location.search}`;
  const TYPED = "textarea, select, input:not([type=password], [type=file], [type=hidden], [type=submit])";

  const fields = () =>
    [...document.querySelectorAll("main form[method=post]:not([data-draft])")]
      .filter((form) => !form.querySelector("[type=password]"))
      .flatMap((form, number) =>
        [...form.querySelectorAll(TYPED)].map((field, place) => [`${number}.${place}.${field.name}`, field]),
      );
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";

  document.addEventListener("input", () => {
    const typed = fields().map(([name, field]) => [name, isChoice(field) ? field.checked : field.value]);
    sessionStorage.setItem(KEY, JSON.stringify(typed));
  });

  document.addEventListener("DOMContentLoaded", () => {
    const [way] = performance.getEntriesByType("navigation");
    if (!["back_forward", "reload"].includes(way?.type)) return sessionStorage.removeItem(KEY);
    const typed = new Map(JSON.parse(sessionStorage.getItem(KEY) || "[]"));
    for (const [name, field] of fields()) {
      if (!typed.has(name)) continue;
      if (isChoice(field)) field.checked = typed.get(name);
      else field.value = typed.get(name);
    }
  });
})();
