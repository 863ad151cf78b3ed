// Contract: [data-shared-photos] shows the photos of the cache "foto-dibagikan"; a press on one of .shared-places there
// hands them to the [data-upload] of the page that it leads to, and nothing else does: a link of another site does not.
// They wait for a day at most, or until they are uploaded, thrown away, or their person logs out (keep-draft.js).
(() => {
  const WAITING = "foto-dibagikan";
  const MEANT = "foto-untuk";
  const DAY = 24 * 60 * 60 * 1000;
  const NONE = "Tidak ada foto yang menunggu. Bagikan foto dari aplikasi lain ke SKM Portal.";

  async function waiting() {
    const cache = await caches.open(WAITING);
    const photos = await Promise.all(
      (await cache.keys()).map(async (key) => {
        const kept = await cache.match(key);
        if (Date.now() - Number(kept.headers.get("X-Sejak")) > DAY) await cache.delete(key);
        const type = kept.headers.get("Content-Type");
        const file = new File([await kept.blob()], decodeURIComponent(kept.headers.get("X-Nama")), { type });
        return { key, file, since: Number(kept.headers.get("X-Sejak")), forget: () => cache.delete(key) };
      }),
    );
    return photos.filter((photo) => Date.now() - photo.since <= DAY);
  }

  async function draw(canvas, file) {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return;
    const side = Math.min(picture.width, picture.height);
    const left = (picture.width - side) / 2;
    const top = (picture.height - side) / 2;
    canvas.getContext("2d").drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
    picture.close();
  }

  async function show(box) {
    const photos = await waiting();
    const list = box.querySelector("[data-shared-list]");
    list.replaceChildren();
    for (const { file } of photos) {
      const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
      row.querySelector("[data-shared-name]").textContent = file.name;
      list.append(row);
      await draw(row.querySelector("canvas"), file);
    }
    const told = photos.length ? `${photos.length} foto menunggu. Pilih RTL yang dibuktikannya.` : NONE;
    box.querySelector("[data-shared-told]").textContent = told;
    const drop = box.querySelector("[data-shared-drop]");
    drop.hidden = !photos.length;
    drop.onclick = () => caches.delete(WAITING).then(() => show(box));
  }

  // A photo is forgotten here when the server has answered for it; what was lost on the way waits on.
  async function handOver(box) {
    const photos = await waiting();
    box.addEventListener("foto-selesai", ({ detail }) => {
      const photo = photos.find((one) => one.file === detail.file);
      if (photo && detail.state !== "lost") photo.forget();
    });
    box.dispatchEvent(new CustomEvent("foto-datang", { detail: photos.map((photo) => photo.file) }));
  }

  if (!("caches" in window)) return;
  document.querySelectorAll(".shared-places a").forEach((link) => {
    link.addEventListener("click", () => sessionStorage.setItem(MEANT, link.pathname));
  });
  const isMeant = sessionStorage.getItem(MEANT) === window.location.pathname;
  sessionStorage.removeItem(MEANT);
  Promise.resolve(window.sharedForgotten).then(() => {
    document.querySelectorAll("[data-shared-photos]").forEach(show);
    if (isMeant) document.querySelectorAll("[data-upload]").forEach(handOver);
  });
})();
