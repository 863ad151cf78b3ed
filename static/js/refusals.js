// Contract: what htmx wrote and was refused loads the page anew; what got no answer is said at the head of #isi.
// What was only asked for while one types changes nothing, so the page stays with what was typed.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.requestConfig.verb !== "get") window.location.reload();
});

document.addEventListener("htmx:sendError", () => {
  if (document.getElementById("tanpa-koneksi")) return;
  const note = document.createElement("div");
  const told = document.createElement("p");
  note.id = "tanpa-koneksi";
  note.className = "note tone-bad";
  note.setAttribute("role", "alert");
  note.append(told);
  told.textContent = "Server tidak dapat dihubungi. Perubahan terakhir belum tersimpan; coba sekali lagi.";
  document.getElementById("isi").prepend(note);
});
