// Every placeholder of the list gets a button that puts it into the text where the cursor stands.
document.addEventListener("DOMContentLoaded", () => {
  const area = document.getElementById("id_text");
  if (!area) return;
  for (const code of document.querySelectorAll("code[data-insert]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "insert";
    button.title = "Sisipkan ke teks";
    button.setAttribute("aria-label", `Sisipkan ${code.dataset.insert}`);
    code.replaceWith(button);
    button.append(code);
    button.addEventListener("click", () => {
      area.setRangeText(code.dataset.insert, area.selectionStart, area.selectionEnd, "end");
      area.focus();
    });
  }
});
