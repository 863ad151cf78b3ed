// Contract: a column pasted into a field of .scores goes to all of them, or into the field pasted of its form.
// A column of scores pasted into the field of one element goes to all of them. A field of one line would run the values
// together, so they are put where a column fits; the server then gives each element its own, as it does without script.
(() => {
  document.addEventListener("paste", (event) => {
    const form = event.target instanceof HTMLInputElement && event.target.closest(".scores") && event.target.form;
    const place = form && form.elements.pasted;
    const text = event.clipboardData.getData("text/plain").trim();
    if (!place || !/[\n\t;]/.test(text)) return;
    event.preventDefault();
    const values = text.split(/[\r\n\t;]+/).map((value) => value.trim());
    const fields = [...form.querySelectorAll('.scores input[name^="score_"]')];
    if (values.length === fields.length && values.every((value) => /^\d+([.,]\d+)?$/.test(value))) {
      fields.forEach((field, number) => {
        field.value = values[number];
      });
      fields.at(-1).focus();
    } else {
      place.value = text;
      place.closest("details").open = true;
      place.focus();
    }
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
