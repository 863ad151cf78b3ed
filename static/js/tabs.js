// On a narrow screen the tabs scroll sideways: bring the present one into view, and nothing else.
document.addEventListener("DOMContentLoaded", () => {
  const tab = document.querySelector(".tabs a[aria-current]");
  if (!tab) return;
  const row = tab.closest(".tabs");
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
});
