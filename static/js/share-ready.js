// Contract: makes the browser ready to take photos that other apps share: registers the worker of /bagikan/.
navigator.serviceWorker?.register("/bagikan/pekerja.js", { scope: "/bagikan/" }).catch(() => {});
