// Contract: [data-straighten=<form id>] shows a picture; four buttons over it are the corners of the sheet,
// from top left clockwise. They go as x,y;x,y;x,y;x,y in thousandths of the picture in "corners". Arrow keys move the one in focus.
(() => {
  const box = document.querySelector("[data-straighten]");
  if (!box) return;
  const form = document.getElementById(box.dataset.straighten);
  const sheet = box.querySelector("polygon");
  const NAMES = ["kiri atas", "kanan atas", "kanan bawah", "kiri bawah"];
  const WHOLE = [[20, 20], [980, 20], [980, 980], [20, 980]];
  const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const given = form.elements.corners.value.split(";").map((pair) => pair.split(",").map(Number));
  const points = given.length === NAMES.length ? given : WHOLE.map((point) => [...point]);
  const between = (value) => Math.round(Math.min(Math.max(value, 0), 1000));

  function show() {
    const written = points.map((point) => point.join(","));
    form.elements.corners.value = written.join(";");
    sheet.setAttribute("points", written.join(" "));
    handles.forEach((handle, number) => {
      handle.style.left = `${points[number][0] / 10}%`;
      handle.style.top = `${points[number][1] / 10}%`;
    });
  }

  function move(number, x, y) {
    points[number] = [between(x), between(y)];
    show();
  }

  function follow(event, number) {
    const { left, top, width, height } = box.getBoundingClientRect();
    move(number, (1000 * (event.clientX - left)) / width, (1000 * (event.clientY - top)) / height);
  }

  const handles = NAMES.map((name, number) => {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "straighten-corner";
    handle.setAttribute("aria-label", `Sudut ${name}`);
    handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) follow(event, number);
    });
    handle.addEventListener("keydown", (event) => {
      const step = KEYS[event.key];
      if (!step) return;
      event.preventDefault();
      const far = event.shiftKey ? 20 : 4;
      move(number, points[number][0] + far * step[0], points[number][1] + far * step[1]);
    });
    box.append(handle);
    return handle;
  });
  show();
})();
