// Contract: input[type=file][id], called [data-called], is shown as a button of ours and the name of what was picked.
// A file input speaks the browser's language: in its place stands a button of ours and the name of what was picked.
// The input itself stays where it was for keyboard, screen reader and form; without script it is shown as it is.
(() => {
  const BUTTONS = { foto: "Pilih foto", gambar: "Pilih gambar", berkas: "Pilih berkas" };
  const onlyImages = (input) => /^image/.test(input.accept) && !input.accept.includes("pdf");
  const words = (input) => input.dataset.called || (onlyImages(input) ? "foto" : "berkas");

  function tell(input, said) {
    const count = input.files.length;
    if (count > 1) said.textContent = `${count} ${words(input)} dipilih`;
    else said.textContent = count ? input.files[0].name : `Belum ada ${words(input)} dipilih`;
  }

  function enhance(input) {
    if (input.classList.contains("visually-hidden")) return;
    const box = document.createElement("span");
    const button = document.createElement("label");
    const said = document.createElement("span");
    box.className = "pick";
    button.className = "btn btn-outline";
    button.htmlFor = input.id;
    button.textContent = BUTTONS[words(input)];
    said.className = "pick-name";
    said.setAttribute("aria-live", "polite");
    input.classList.add("visually-hidden");
    input.before(box);
    box.append(input, button);
    // What is uploaded as soon as it is picked is told in the list of uploads.
    if (input.closest("[data-upload]")) return;
    box.append(said);
    input.addEventListener("change", () => tell(input, said));
    tell(input, said);
  }

  const look = (root) => root.querySelectorAll("input[type=file][id]").forEach(enhance);

  document.addEventListener("htmx:load", (event) => look(event.detail.elt));
  document.addEventListener("DOMContentLoaded", () => look(document));
})();
