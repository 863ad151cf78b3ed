// Contract: what htmx wrote and was refused loads the page anew; what got no answer is said at the head of #isi. A form
// whose token is stale is given the fresh one of the answer and sent once more by itself.
// What was only asked for while one types changes nothing, so the page stays with what was typed.
(() => {
  const renewed = new WeakSet();

  window.renewTokens = (token) => {
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  };

  function isSentAgain({ elt, xhr, requestConfig }) {
    const token = xhr.getResponseHeader("X-Formulir-Token");
    if (!token || renewed.has(elt)) return false;
    renewed.add(elt);
    window.renewTokens(token);
    if (elt instanceof HTMLFormElement) elt.requestSubmit(requestConfig.triggeringEvent?.submitter ?? undefined);
    else elt.click();
    return true;
  }

  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.requestConfig.verb !== "get" && !isSentAgain(event.detail)) window.location.reload();
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
})();
