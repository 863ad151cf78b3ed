// Contract: rows pasted into [data-pasted-rows] are sent by form#tempelan to the page that shows what is understood.
// Several cells would run together in one field. Nothing is stored by this; text of one cell is pasted as usual.
document.addEventListener("paste", (event) => {
  const field = event.target instanceof Element && event.target.closest("[data-pasted-rows]");
  const form = field && document.getElementById("tempelan");
  const text = form ? event.clipboardData.getData("text/plain") : "";
  if (!text.trim().includes("\t")) return;
  event.preventDefault();
  form.elements.pasted.value = text;
  form.elements.priority.value = field.form.elements.priority?.value ?? "";
  form.submit();
});
