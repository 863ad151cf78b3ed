// Contract: what htmx puts into #bantuan-isi is shown in dialog#bantuan; [data-close] in it, or Esc, closes it.
(() => {
  const dialog = document.getElementById("bantuan");
  const text = document.getElementById("bantuan-isi");
  if (!dialog || !text) return;

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== text) return;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
