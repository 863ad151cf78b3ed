// Contract: worker of /bagikan/ alone: photos that another app posts there go into the cache "foto-dibagikan".
// It then opens the page, which uploads them with the token of the person; nothing else is answered or kept.
const WAITING = "foto-dibagikan";
const HERE = new URL("./", self.location).pathname;
const MOST = 60;

async function keep(request) {
  try {
    const sent = (await request.formData()).getAll("photos").filter((one) => one instanceof File && one.size);
    if (sent.length > MOST) return Response.redirect(`${HERE}?penuh=1`, 303);
    const waiting = await caches.open(WAITING);
    const came = Date.now();
    await Promise.all(
      sent.map((file, number) => {
        const headers = { "Content-Type": file.type, "X-Nama": encodeURIComponent(file.name), "X-Sejak": came };
        return waiting.put(`${HERE}foto/${came}-${number}`, new Response(file, { headers }));
      }),
    );
    return Response.redirect(HERE, 303);
  } catch {
    return Response.redirect(`${HERE}?penuh=1`, 303);
  }
}

self.addEventListener("install", () => self.skipWaiting());
// What a page of another site sends is left to the server, which refuses it; an app that shares names no page.
const isElsewhere = ({ referrer }) => referrer.startsWith("http") && new URL(referrer).origin !== self.location.origin;

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const isShared = method === "POST" && new URL(url).pathname === HERE && !isElsewhere(event.request);
  if (isShared) event.respondWith(keep(event.request));
});
