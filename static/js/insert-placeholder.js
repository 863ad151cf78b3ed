// Contract: code[data-insert] gets a button that puts it into #id_text; button[data-mend] replaces [data-words] there.
// Every placeholder of the list gets a button that puts it into the text where the cursor stands. A suggestion is put
// in place of the words that it is about; without this file the server does that and shows the page anew.
document.addEventListener("DOMContentLoaded", () => {
  const area = document.getElementById("id_text");
  if (!area) return;

  const put = (text, start, end) => {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };

  for (const code of document.querySelectorAll("code[data-insert]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "insert";
    button.title = "Sisipkan ke teks";
    button.setAttribute("aria-label", `Sisipkan ${code.dataset.insert}`);
    code.replaceWith(button);
    button.append(code);
    button.addEventListener("click", () => put(code.dataset.insert, area.selectionStart, area.selectionEnd));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-mend]");
    if (!button) return;
    const { mend, words } = button.dataset;
    const lead = area.value.length - area.value.trimStart().length;
    const told = Number(button.dataset.start) + lead;
    const start = area.value.startsWith(words, told) ? told : area.value.indexOf(words);
    if (start < 0) return; // marks stand within the words: the server knows where
    event.preventDefault();
    put(mend, start, start + words.length);
    document.querySelector("button[data-hx-target='#pratinjau']").click();
  });
});
