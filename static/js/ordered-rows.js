// Contract: a [data-row] of [data-ordered] is dragged by its [data-grip]; its form[data-at-once] is sent with `place`.
// The buttons of a row move it as well, by keyboard, by touch and without script.
(() => {
  let dragged = null;

  const rowAt = (target) => (target instanceof Element ? target.closest("[data-ordered] > [data-row]") : null);
  const rowsOf = (list) => [...list.querySelectorAll(":scope > [data-row]")];

  function unmark() {
    for (const row of document.querySelectorAll(".is-before, .is-behind")) row.classList.remove("is-before", "is-behind");
  }

  function target(event) {
    const row = rowAt(event.target);
    return dragged && row?.parentElement === dragged.parentElement ? row : null;
  }

  function isBefore(row, event) {
    const box = row.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  }

  document.documentElement.dataset.drag = "";

  document.addEventListener("pointerdown", (event) => {
    const row = rowAt(event.target);
    if (row) row.draggable = Boolean(event.target.closest("[data-grip]"));
  });

  document.addEventListener("dragstart", (event) => {
    dragged = rowAt(event.target);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.id);
    dragged.classList.add("is-dragged");
  });

  document.addEventListener("dragover", (event) => {
    const row = target(event);
    if (!row) return;
    event.preventDefault();
    unmark();
    if (row !== dragged) row.classList.add(isBefore(row, event) ? "is-before" : "is-behind");
  });

  document.addEventListener("drop", (event) => {
    const row = target(event);
    if (!row || row === dragged) return;
    event.preventDefault();
    const before = dragged.nextElementSibling;
    const moved = dragged;
    if (isBefore(row, event)) row.before(moved);
    else row.after(moved);
    const place = rowsOf(moved.parentElement).indexOf(moved) + 1;
    const { action } = moved.querySelector("form[data-at-once]");
    window.atOnce(action, [["place", String(place)]], () => moved.parentElement.insertBefore(moved, before));
  });

  document.addEventListener("dragend", () => {
    unmark();
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });
})();
