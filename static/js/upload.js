// Contract: [data-upload=<part id>] sends photos singly, three at a time, as they are chosen, and tells in [data-list].
// Each says how many were chosen before it on this page, so that they stand in that order whichever arrives first.
// Other scripts bring files by the event "foto-datang" and hear of each by "foto-selesai".
(() => {
  const AT_ONCE = 3;
  const HEAVIEST = 25 * 2 ** 20;
  const WORDS = {
    heavy: "Berkas ini melebihi batas 25 MB. Perkecil fotonya, lalu unggah lagi.",
    sending: "Sedang diunggah.",
    working: "Sedang diproses.",
    lost: "Sambungan terputus; foto ini belum tersimpan.",
    failed: "Server belum dapat menyimpan foto ini.",
    barred: "Server ini tidak menerima berkas sebesar itu. Perkecil fotonya, atau hubungi pengelola server.",
    ended: "Sesi Anda berakhir. Foto ini tetap terpilih: masuk kembali di tab baru, lalu tekan Coba lagi.",
  };
  const BATCH = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const busy = new Set();
  let chosen = 0;
  let waiting = [];
  let running = 0;

  const part = (box, name) => box.querySelector(`[data-${name}]`);

  function say(item, text, tone) {
    const line = document.createElement("p");
    line.className = `outcome-line tone-${tone}`;
    line.textContent = text;
    part(item.row, "state").replaceChildren(line);
  }

  function add(box, file) {
    const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
    const item = { box, file, row, sent: 0, state: "waiting", tries: 0, number: chosen++ };
    row.querySelector(".upload-name").textContent = file.name;
    row.querySelector("progress").setAttribute("aria-label", `Kemajuan ${file.name}`);
    part(row, "retry").setAttribute("aria-label", `Coba lagi ${file.name}`);
    part(row, "retry").addEventListener("click", () => again([item]));
    part(box, "list").append(row);
    box.items.push(item);
    waiting.push(item);
  }

  function take(box, files) {
    if (!files.length) return;
    for (const file of files) add(box, file);
    next();
    show(box);
  }

  function again(items) {
    for (const item of items) {
      item.state = "waiting";
      item.isEnded = false;
      item.sent = 0;
      part(item.row, "retry").hidden = true;
      waiting.push(item);
    }
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length) send(waiting.shift());
  }

  function send(item) {
    item.state = "sending";
    item.tries += 1;
    running += 1;
    busy.add(item);
    say(item, WORDS.sending, "info");
    show(item.box);
    item.smaller ??= window.shrunk(item.file);
    item.smaller.then((file) => post(item, file));
  }

  function post(item, file) {
    if (file.size > HEAVIEST) {
      say(item, WORDS.heavy, "bad");
      settle(item, "refused");
      return;
    }
    const form = item.box.querySelector("form");
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("photos", file);
    data.append("rombongan", BATCH);
    data.append("urut", item.number);
    if (item.tries > 1) data.append("ulang", "1");
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.setRequestHeader("HX-Target", "unggahan");
    request.upload.addEventListener("progress", (event) => progress(item, event.loaded / event.total));
    request.addEventListener("load", () => answered(item, request));
    request.addEventListener("error", () => broken(item, WORDS.lost));
    request.addEventListener("abort", () => broken(item, WORDS.lost));
    request.send(data);
  }

  function progress(item, share) {
    item.sent = share || 0;
    item.row.querySelector("progress").value = item.sent;
    if (item.sent === 1 && item.state === "sending") say(item, WORDS.working, "info");
    show(item.box);
  }

  function answered(item, request) {
    if (request.responseURL.includes("/akun/masuk/")) return ended(item, request.responseURL);
    if (request.status === 403) return renewed(item, request) || leave();
    if (request.status === 413) return broken(item, WORDS.barred);
    if (![200, 422].includes(request.status)) return broken(item, WORDS.failed);
    part(item.row, "state").innerHTML = request.responseText;
    const outcome = part(item.row, "outcome");
    item.advised = "advised" in outcome.dataset;
    for (const form of outcome.querySelectorAll("form")) wire(item, form);
    if (outcome.dataset.outcome !== "later") return settle(item, outcome.dataset.outcome);
    part(item.row, "retry").hidden = false;
    return settle(item, "lost");
  }

  // What is offered for a double changes the groups, which are then asked for anew.
  function wire(item, form) {
    form.setAttribute("data-hx-post", form.getAttribute("action"));
    form.setAttribute("data-hx-swap", "none");
    form.addEventListener("htmx:afterRequest", (event) => {
      if (!event.detail.successful) return say(item, WORDS.failed, "bad");
      drop(item);
      return refresh(item.box);
    });
    window.htmx.process(form);
  }

  function broken(item, text) {
    say(item, text, "bad");
    part(item.row, "retry").hidden = false;
    settle(item, "lost");
  }

  // After logging in in another tab the token of this page is stale: with the fresh one the photo goes up by itself.
  function renewed(item, request) {
    const token = request.getResponseHeader("X-Formulir-Token");
    if (!token || item.isRenewed) return false;
    item.isRenewed = true;
    window.renewTokens(token);
    running -= 1;
    busy.delete(item);
    again([item]);
    return true;
  }

  // The photo stays chosen; who logs in in another tab only has to ask for it once more.
  function ended(item, address) {
    item.isEnded = true;
    broken(item, WORDS.ended);
    const link = document.createElement("a");
    link.href = address;
    link.target = "_blank";
    link.textContent = "Masuk di tab baru";
    part(item.row, "state").append(link);
  }

  // Something fundamental changed, such as the cycle's lock: the page itself says what.
  function leave() {
    busy.clear();
    waiting = [];
    window.location.reload();
  }

  function settle(item, state) {
    if (item.state === "sending") running -= 1;
    item.state = state;
    item.sent = state === "lost" ? 0 : 1;
    item.row.querySelector("progress").value = item.sent;
    item.row.querySelector("progress").hidden = state !== "lost";
    busy.delete(item);
    item.box.dispatchEvent(new CustomEvent("foto-selesai", { detail: { file: item.file, state } }));
    next();
    show(item.box);
    collapse(item.box);
    const isInside = !item.box.items.some((other) => other.isEnded); // else a refresh would lead to the log-in
    if (!waiting.length && !running && isInside) document.querySelectorAll("[data-upload]").forEach(refresh);
  }

  function drop(item) {
    item.row.remove();
    item.box.items = item.box.items.filter((other) => other !== item);
    show(item.box);
  }

  function refresh(box) {
    document.getElementById(box.dataset.upload)?.dispatchEvent(new Event("bukti-berubah", { bubbles: true }));
  }

  // In the end the summary is enough for those with which all is well.
  function collapse(box) {
    if (box.items.some((item) => ["waiting", "sending"].includes(item.state))) return;
    for (const item of box.items) if (item.state === "saved" && !item.advised) item.row.remove();
  }

  function show(box) {
    const count = (...states) => box.items.filter((item) => states.includes(item.state)).length;
    const told = [`${count("saved")} dari ${box.items.length} foto tersimpan`];
    if (count("refused")) told.push(`${count("refused")} ditolak`);
    if (count("double")) told.push(`${count("double")} sudah ada`);
    if (count("lost")) told.push(`${count("lost")} terputus`);
    const whole = part(box, "progress");
    const summary = part(box, "summary");
    whole.hidden = !box.items.length;
    if (summary.textContent !== `${told.join(", ")}.`) summary.textContent = `${told.join(", ")}.`;
    whole.querySelector("progress").value =
      box.items.reduce((sum, item) => sum + item.sent, 0) / Math.max(1, box.items.length);
    part(box, "retry-all").hidden = count("lost") < 2;
    part(box, "clear").hidden = count("waiting", "sending") > 0;
  }

  function clear(box) {
    for (const item of [...box.items]) drop(item);
    box.querySelector("input[type=file]").focus();
  }

  function enhance(box) {
    box.items = [];
    box.classList.add("is-enhanced");
    for (const input of box.querySelectorAll("form input[type=file]")) {
      const send = () => {
        take(box, [...input.files]);
        input.value = "";
      };
      input.addEventListener("change", send);
      send(); // what was chosen before this script arrived
    }
    box.addEventListener("foto-datang", (event) => take(box, event.detail));
    part(box, "retry-all").addEventListener("click", () => again(box.items.filter((item) => item.state === "lost")));
    part(box, "clear").addEventListener("click", () => clear(box));
    box.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      box.classList.add("is-over");
    });
    box.addEventListener("dragleave", () => box.classList.remove("is-over"));
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      box.classList.remove("is-over");
      take(box, [...event.dataTransfer.files]);
    });
  }

  document.querySelectorAll("[data-upload]").forEach(enhance);
  window.addEventListener("beforeunload", (event) => {
    if (busy.size || waiting.length) event.preventDefault();
  });
})();
