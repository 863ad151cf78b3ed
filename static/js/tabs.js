// Contract: each .tabs a[aria-current] is scrolled into view on a narrow screen; nothing else is.
document.addEventListener("DOMContentLoaded", () => {
  for (const tab of document.querySelectorAll(".tabs a[aria-current]")) {
    const row = tab.closest(".tabs");
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }
});
