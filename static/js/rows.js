// Contract: [data-rows] adds a row of its template by [data-row-add] and clears one by [data-row-clear].
// Rows of a form that can be added and taken away in place; without script there is one empty row per saving.
for (const rows of document.querySelectorAll("[data-rows]")) {
  const list = rows.querySelector("ol");
  const template = rows.querySelector("template");
  const total = rows.querySelector("[name$='-TOTAL_FORMS']");
  const most = Number(rows.querySelector("[name$='-MAX_NUM_FORMS']").value);
  const add = rows.querySelector("[data-row-add]");

  function clearable(row) {
    const button = row.querySelector("[data-row-clear]");
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const field of row.querySelectorAll("input")) field.value = "";
      row.hidden = true;
      add.focus();
    });
  }

  for (const row of list.querySelectorAll("[data-row]")) clearable(row);
  add.hidden = false;
  add.addEventListener("click", () => {
    const number = Number(total.value);
    if (number >= most) return;
    const holder = document.createElement("ol");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", String(number));
    const row = holder.firstElementChild;
    list.append(row);
    total.value = String(number + 1);
    clearable(row);
    row.querySelector("input").focus();
    add.disabled = number + 1 >= most;
  });
}
