// Contract: while main grows or shrinks, what is pointed at or focused in it stays where it is on the screen.
// A photo or a finding that arrives above a field must not push it away from the finger that is about to touch it. Browsers
// see to that only on a page that is scrolled, and not all of them do: so what is left of the push is taken back here.
(() => {
  const main = document.querySelector("main");
  let pointed = null;
  let place = 0; // in the page
  let scrolled = 0;

  const placeOf = (element) => element.getBoundingClientRect().top + window.scrollY;

  function remember(element) {
    pointed = element;
    place = placeOf(element);
    scrolled = window.scrollY;
  }

  // Who scrolled meanwhile, by hand, by focus or the browser by itself, has seen to it.
  const observer = new ResizeObserver(() => {
    if (!pointed?.isConnected) return;
    const pushed = placeOf(pointed) - place;
    if (pushed && window.scrollY === scrolled) window.scrollBy({ top: pushed, behavior: "instant" });
    remember(pointed);
  });

  for (const type of ["pointermove", "pointerdown", "focusin"]) {
    main.addEventListener(type, ({ target }) => remember(target), { passive: true });
  }
  document.addEventListener("scroll", () => pointed && remember(pointed), { passive: true });
  // A page that does not fill the screen keeps its height while a part of it grows.
  for (const part of [main, ...main.children]) observer.observe(part);
})();
