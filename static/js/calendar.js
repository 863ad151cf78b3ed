// Contract: input[data-day=<days ahead>] gets a button for the browser's calendar, which writes what is picked there.
// Beside a typed day stands a button that opens the browser's own calendar; what is picked is written as one types it.
// The calendar cannot be typed into: it is there for who points, and the text field stays the one that is sent.
(() => {
  const pad = (number) => String(number).padStart(2, "0");
  const iso = (day) => `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
  const typed = (picked) => picked.split("-").reverse().join("-");
  const ICON =
    '<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ' +
    'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M8 2v4M16 2v4M3 10h18"/>' +
    '<rect x="3" y="4" width="18" height="18" rx="2"/></svg>';

  function latest(ahead) {
    const day = new Date();
    day.setDate(day.getDate() + Number(ahead));
    return iso(day);
  }

  function calendarFor(field) {
    const calendar = document.createElement("input");
    calendar.type = "date";
    calendar.className = "day-calendar";
    calendar.tabIndex = -1;
    calendar.setAttribute("aria-hidden", "true");
    calendar.min = "2000-01-01";
    calendar.max = latest(field.dataset.day);
    calendar.addEventListener("change", () => {
      if (!calendar.value) return;
      field.value = typed(calendar.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
    });
    return calendar;
  }

  function open(field, calendar) {
    const parts = field.value.match(/^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/);
    calendar.value = parts ? `${parts[3]}-${pad(parts[2])}-${pad(parts[1])}` : "";
    calendar.showPicker();
  }

  // Several buttons of one page have one name; the label of the field says which day each is for.
  function describe(button, field) {
    const [label] = field.labels;
    if (!label) return;
    label.id ||= `${field.id}_label`;
    button.setAttribute("aria-describedby", label.id);
  }

  function enhance(field) {
    if (field.parentElement.classList.contains("day") || !HTMLInputElement.prototype.showPicker) return;
    const box = document.createElement("span");
    const button = document.createElement("button");
    const calendar = calendarFor(field);
    box.className = "day";
    button.type = "button";
    button.className = "btn btn-outline day-open";
    button.innerHTML = `${ICON}<span class="visually-hidden">Buka kalender</span>`;
    button.disabled = field.matches(":disabled");
    describe(button, field);
    button.addEventListener("click", () => open(field, calendar));
    field.before(box);
    box.append(field, button, calendar);
  }

  const look = (root) => root.querySelectorAll("input[data-day]").forEach(enhance);

  document.addEventListener("htmx:load", (event) => look(event.detail.elt));
  document.addEventListener("DOMContentLoaded", () => look(document));
})();
