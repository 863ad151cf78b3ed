// Contract: svg[data-retouch=<form id>] in picture pixels; its rectangles go as left,top,width,height;… in "kotak".
// By pointer: draw on the picture, drag a rectangle. By keyboard: arrows move, Shift and arrows resize, Delete removes.
(() => {
  const svg = document.querySelector("[data-retouch]");
  if (!svg) return;
  const form = document.getElementById(svg.dataset.retouch);
  const { width, height } = svg.viewBox.baseVal;
  const STEP = Math.max(1, Math.round(width / 60));
  const SMALLEST = 4;
  const told = form.querySelector("[data-told]");
  let areas = [];
  let chosen = null;
  let drag = null;

  const isCrop = () => form.elements.cara.value === "potong";
  const between = (value, least, most) => Math.round(Math.min(Math.max(value, least), most));

  function place(area, left, top, across, down) {
    area.across = between(across, SMALLEST, width);
    area.down = between(down, SMALLEST, height);
    area.left = between(left, 0, width - area.across);
    area.top = between(top, 0, height - area.down);
    area.shape.setAttribute("x", area.left);
    area.shape.setAttribute("y", area.top);
    area.shape.setAttribute("width", area.across);
    area.shape.setAttribute("height", area.down);
    note();
  }

  function note() {
    form.elements.kotak.value = areas.map((each) => [each.left, each.top, each.across, each.down].join(",")).join(";");
    form.querySelector("[data-save]").disabled = !areas.length;
    form.querySelector("[data-drop]").disabled = !areas.length;
    areas.forEach((each, index) => each.shape.setAttribute("aria-label", `Kotak ${index + 1} dari ${areas.length}`));
    svg.classList.toggle("is-crop", isCrop());
  }

  function choose(area) {
    chosen = area;
    areas.forEach((each) => each.shape.classList.toggle("is-chosen", each === area));
  }

  function add(left, top, across, down) {
    if (isCrop()) [...areas].forEach(drop);
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    shape.setAttribute("class", "retouch-area");
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    const area = { shape };
    shape.addEventListener("focus", () => choose(area));
    shape.addEventListener("keydown", (event) => keyed(event, area));
    areas.push(area);
    svg.append(shape);
    place(area, left, top, across, down);
    choose(area);
    told.textContent = `Kotak ${areas.length} ditambahkan.`;
    return area;
  }

  function drop(area) {
    area.shape.remove();
    areas = areas.filter((each) => each !== area);
    if (chosen === area) choose(areas.at(-1) ?? null);
    told.textContent = `Kotak dihapus. Tersisa ${areas.length}.`;
    note();
  }

  function keyed(event, area) {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (["Delete", "Backspace"].includes(event.key)) drop(area);
    else if (!x && !y) return;
    else if (event.shiftKey) place(area, area.left, area.top, area.across + x * STEP, area.down + y * STEP);
    else place(area, area.left + x * STEP, area.top + y * STEP, area.across, area.down);
    event.preventDefault();
  }

  function pointOf(event) {
    const box = svg.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
  }

  svg.addEventListener("pointerdown", (event) => {
    const [x, y] = pointOf(event);
    const area = areas.find((each) => each.shape === event.target);
    drag = area ? { area, x: x - area.left, y: y - area.top } : { from: [x, y] };
    if (area) choose(area);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });

  svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = pointOf(event);
    if (drag.area && !drag.from) return place(drag.area, x - drag.x, y - drag.y, drag.area.across, drag.area.down);
    const [left, top] = drag.from;
    if (!drag.area && Math.max(Math.abs(x - left), Math.abs(y - top)) < STEP) return;
    drag.area ??= add(left, top, SMALLEST, SMALLEST);
    place(drag.area, Math.min(x, left), Math.min(y, top), Math.abs(x - left), Math.abs(y - top));
  });

  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => (drag = null));
  form.querySelector("[data-add]").addEventListener("click", () => {
    add(width / 3, height / 3, width / 3, height / 3).shape.focus();
  });
  form.querySelector("[data-drop]").addEventListener("click", () => chosen && drop(chosen));
  form.addEventListener("change", () => {
    if (isCrop()) areas.slice(0, -1).forEach(drop);
    note();
  });
  note();
})();
