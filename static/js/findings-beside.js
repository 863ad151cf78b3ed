// Contract: .beside-note[data-selector][data-how] in #catatan-halaman goes beside the field or row that it names.
// What the rules found on this page comes after the page itself; here each finding goes beside its field or row.
// One whose field is not on the page stays in the list above. A row that was changed asks for the findings anew.
(() => {
  const slot = () => document.getElementById("catatan-halaman");

  const place = (note) => {
    const target = document.querySelector(note.dataset.selector);
    if (!target) return;
    const withButton = target.closest(".day"); // the box of calendar.js, within which the note would be squeezed
    (withButton ?? target).insertAdjacentElement(note.dataset.how, note);
    note.hidden = false;
    if (note.dataset.how === "afterend" && target.matches("input, select, textarea")) {
      const known = target.getAttribute("aria-describedby");
      target.setAttribute("aria-describedby", known ? `${known} ${note.id}` : note.id);
    }
  };

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== slot()) return;
    for (const note of document.querySelectorAll(".beside-note:not(#catatan-halaman *)")) note.remove();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (!slot()) return;
    if (event.detail.target === slot()) {
      for (const note of slot().querySelectorAll(".beside-note")) place(note);
    } else {
      window.htmx.trigger(slot(), "catatan");
    }
  });
})();
