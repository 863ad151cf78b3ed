// Contract: .tabs a[aria-current] is scrolled into view on a narrow screen; nothing else is.
document.addEventListener("DOMContentLoaded", () => {
  const tab = document.querySelector(".tabs a[aria-current]");
  if (!tab) return;
  const row = tab.closest(".tabs");
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
});
