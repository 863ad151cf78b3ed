// Contract: in the form around [data-look], each select has the name and the values of a class: colour-blue, size-11-5.
// What is chosen shows at once on the small cover; without script it shows what is stored.
(() => {
  document.addEventListener("DOMContentLoaded", () => {
    for (const shown of document.querySelectorAll("[data-look]")) {
      const form = shown.closest("form");
      const choices = [...form.querySelectorAll("select")];
      const classOf = (choice, value) => `${choice.name}-${value.replace(".", "-")}`;
      form.addEventListener("change", (event) => {
        if (!choices.includes(event.target)) return;
        const others = [...event.target.options].map((option) => classOf(event.target, option.value));
        shown.classList.remove(...others);
        if (event.target.value) shown.classList.add(classOf(event.target, event.target.value));
      });
    }
  });
})();
