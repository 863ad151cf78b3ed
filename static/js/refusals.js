// What htmx asked for was refused or never answered: the whole page says why, instead of nothing happening.
// What was only asked for while one types changes nothing, so the page stays with what was typed.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.requestConfig.verb !== "get") window.location.reload();
});

document.addEventListener("htmx:sendError", () => {
  if (document.getElementById("tanpa-koneksi")) return;
  const note = document.createElement("p");
  note.id = "tanpa-koneksi";
  note.className = "note tone-bad mb-3";
  note.setAttribute("role", "alert");
  note.textContent = "Server tidak dapat dihubungi. Perubahan terakhir belum tersimpan; coba sekali lagi.";
  document.getElementById("isi").prepend(note);
});
