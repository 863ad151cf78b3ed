// Contract: in wide tables of .laporan with a head each cell knows its heading (data-label), for phones, where rows
// stack.
// A .tabel-gulir that is wider than its place is marked data-scrolls.
(() => {
  // Heads may span rows and columns: of two above each other the lower one names the column.
  function headings(table) {
    const names = [];
    [...table.tHead.rows].forEach((row, at) => {
      let column = 0;
      for (const cell of row.cells) {
        while (at && names[column]?.until > at) column += 1;
        for (let wide = 0; wide < cell.colSpan; wide += 1) {
          names[column] = { text: cell.textContent.trim().replace(/\s+/g, " "), until: at + cell.rowSpan };
          column += 1;
        }
      }
    });
    return names.map((name) => name.text);
  }

  function label(table) {
    const names = headings(table);
    for (const body of table.tBodies) {
      for (const row of body.rows) {
        if ([...row.cells].some((cell) => cell.colSpan > 1)) continue;
        [...row.cells].forEach((cell, at) => (cell.dataset.label = names[at]));
      }
    }
    table.classList.add("stacks");
  }

  const measured = new ResizeObserver((entries) => {
    for (const { target } of entries) target.toggleAttribute("data-scrolls", target.scrollWidth > target.clientWidth + 1);
  });

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".laporan .tabel-gulir table:has(> thead):not(.tabel-21, .tabel-profil)").forEach(label);
    document.querySelectorAll(".tabel-gulir").forEach((region) => measured.observe(region));
  });
})();
