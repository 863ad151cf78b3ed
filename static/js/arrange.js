// Contract: a list [data-arrange=<form id>] of .tile[data-photo] is ordered by dragging; without script by its buttons.
// Photos of a group are put in order by dragging; buttons do the same. Also: what a keyboard needs after a swap.
(() => {
  let dragged = null;

  const listOf = (target) => (target instanceof Element ? target.closest("[data-arrange]") : null);
  const tileOf = (target) => (target instanceof Element ? target.closest("[data-arrange] > .tile") : null);

  function unmark() {
    document.querySelectorAll(".is-before, .is-behind").forEach((tile) => tile.classList.remove("is-before", "is-behind"));
  }

  function isBefore(tile, event) {
    const box = tile.getBoundingClientRect();
    return event.clientX < box.left + box.width / 2;
  }

  function save(list) {
    const form = document.getElementById(list.dataset.arrange);
    form.elements.urutan.value = [...list.children].map((tile) => tile.dataset.photo).join(",");
    form.requestSubmit();
  }

  document.addEventListener("pointerdown", (event) => {
    const tile = tileOf(event.target);
    if (tile) tile.draggable = !event.target.closest("button, input, textarea, select, .tile-panel, .tile-text");
  });

  document.addEventListener("dragstart", (event) => {
    dragged = tileOf(event.target);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.photo);
    dragged.classList.add("is-dragged");
  });

  document.addEventListener("dragover", (event) => {
    const tile = tileOf(event.target);
    if (!dragged || !tile || listOf(tile) !== listOf(dragged)) return;
    event.preventDefault();
    unmark();
    if (tile !== dragged) tile.classList.add(isBefore(tile, event) ? "is-before" : "is-behind");
  });

  document.addEventListener("drop", (event) => {
    const tile = tileOf(event.target);
    if (!dragged || !tile || tile === dragged || listOf(tile) !== listOf(dragged)) return;
    event.preventDefault();
    if (isBefore(tile, event)) tile.before(dragged);
    else tile.after(dragged);
    save(listOf(tile));
  });

  document.addEventListener("dragend", () => {
    unmark();
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });

  // An opened photo is closed again, and the focus goes back to what opened it.
  document.addEventListener("click", (event) => {
    const panel = event.target.closest?.("[data-close]")?.closest(".tile-panel");
    if (!panel) return;
    panel.replaceChildren();
    panel.closest(".tile").querySelector(".tile-actions a").focus();
  });

  // Keep the focus with the photo that was moved, and bring a refusal into sight.
  let focused = "";
  document.addEventListener("htmx:beforeSwap", () => {
    focused = document.activeElement?.id ?? "";
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const refusal = document.querySelector(".evidence [role=alert]");
    if (refusal) refusal.scrollIntoView({ block: "center" });
    const button = document.getElementById(focused);
    if (button?.disabled) button.parentElement.querySelector("button:not(:disabled), a")?.focus();
    event.target.querySelector?.(".photo-panel textarea")?.focus();
  });
})();
