// Contract: .month button is pressed in place; several by dragging or Shift+arrow; arrows lead from month to month.
// Each is a button that sends its form, as it does without script. What is pressed shows at once and is sent in turn.
(() => {
  let first = null;
  let chosen = [];

  const buttonAt = (target) => (target instanceof Element ? target.closest(".month button") : null);
  const rowOf = (button) => button.closest("tr");
  const monthsOf = (row) => [...row.querySelectorAll(".month button")];

  function paint(button, isPlanned) {
    button.name = isPlanned ? "remove" : "add";
    button.setAttribute("aria-pressed", String(isPlanned));
    button.closest(".month").classList.toggle("is-planned", isPlanned);
  }

  // All of them become what the first of them is not.
  function press(buttons) {
    const name = buttons[0].name;
    const pressed = buttons.filter((button) => button.name === name);
    const isPlanned = name === "add";
    const paintAll = (state) => pressed.forEach((button) => paint(button, state));
    paintAll(isPlanned);
    const values = pressed.map((button) => [name, button.value]);
    window.atOnce(buttons[0].form.getAttribute("action"), values, () => paintAll(!isPlanned));
  }

  function choose(buttons) {
    chosen.forEach((button) => button.classList.remove("is-chosen"));
    chosen = buttons;
    if (chosen.length > 1) chosen.forEach((button) => button.classList.add("is-chosen"));
  }

  document.addEventListener("click", (event) => {
    const button = buttonAt(event.target);
    if (!button) return;
    event.preventDefault();
    press([button]);
  });

  document.addEventListener("pointerdown", (event) => {
    const isMouse = event.pointerType !== "touch" && event.button === 0;
    first = isMouse ? buttonAt(event.target) : null;
  });

  document.addEventListener("pointerover", (event) => {
    const button = first && buttonAt(event.target);
    if (!button || rowOf(button) !== rowOf(first)) return;
    const months = monthsOf(rowOf(first));
    const from = months.indexOf(first);
    const to = months.indexOf(button);
    const run = months.slice(Math.min(from, to), Math.max(from, to) + 1);
    choose(from <= to ? run : run.reverse());
  });

  document.addEventListener("pointerup", () => {
    const run = chosen;
    choose([]);
    first = null;
    if (run.length > 1) press(run);
  });

  document.addEventListener("pointercancel", () => {
    choose([]);
    first = null;
  });

  // By keyboard a row is one stop: arrows lead on within the table.
  function neighbour(button, key) {
    const months = monthsOf(rowOf(button));
    const here = months.indexOf(button);
    const steps = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: months.length - 1 };
    if (key in steps) return months[steps[key]];
    const rows = [...button.closest("table").querySelectorAll("tr:has(.month button)")];
    const row = rows[rows.indexOf(rowOf(button)) + (key === "ArrowDown" ? 1 : -1)];
    return row?.querySelector(`.month button[value="${button.value}"]`);
  }

  document.addEventListener("keydown", (event) => {
    const button = buttonAt(event.target);
    if (!button || !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const next = neighbour(button, event.key);
    if (!next) return;
    if (event.shiftKey && next.name !== button.name && rowOf(next) === rowOf(button)) press([next]);
    next.focus();
  });

  function stopAt(button) {
    for (const each of monthsOf(rowOf(button))) each.tabIndex = each === button ? 0 : -1;
  }

  function stops() {
    for (const row of document.querySelectorAll("tr:has(.month button)")) {
      const months = monthsOf(row);
      stopAt(months.find((button) => button === document.activeElement) ?? months[0]);
    }
  }

  document.addEventListener("focusin", ({ target }) => {
    const button = buttonAt(target);
    if (button) stopAt(button);
  });
  document.addEventListener("parts", stops);
  stops();
})();
