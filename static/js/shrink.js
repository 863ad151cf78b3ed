// Contract: window.shrunk(file) promises a large JPEG with fewer pixels and the EXIF that it had, or the file as it is.
// Large: over 4000 pixels on an edge or 8 MB. One picture at a time is decoded; what cannot be is left to the server.
(() => {
  const LOOKED_AT = 2 * 2 ** 20; // a smaller file is sent sooner than it is shrunk
  const HEAVY = 8 * 2 ** 20;
  const LONGEST = 4000;
  const EDGE = 3000;
  const QUALITY = 0.9;
  const HEAD = 2 ** 18;
  const [APP1, SCAN, EXIF, ORIENTATION, LITTLE] = [0xffe1, 0xffda, 0x45786966, 0x0112, 0x4949];
  let turn = Promise.resolve();

  // The pixels are drawn upright, so the EXIF has to say that they are: else they would be turned once more.
  function standUpright(segment) {
    const view = new DataView(segment);
    const tiff = 10;
    const isLittle = view.getUint16(tiff) === LITTLE;
    const table = tiff + view.getUint32(tiff + 4, isLittle);
    for (let row = 0; row < view.getUint16(table, isLittle); row += 1) {
      const entry = table + 2 + 12 * row;
      if (view.getUint16(entry, isLittle) === ORIENTATION) view.setUint16(entry + 8, 1, isLittle);
    }
    return segment;
  }

  function exifOf(head) {
    const view = new DataView(head);
    for (let at = 2; view.getUint16(at) !== SCAN; at += 2 + view.getUint16(at + 2)) {
      if (view.getUint16(at) === APP1 && view.getUint32(at + 4) === EXIF) {
        return standUpright(head.slice(at, at + 2 + view.getUint16(at + 2)));
      }
    }
    return new ArrayBuffer(0);
  }

  function drawn(picture, scale) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  }

  async function smaller(file) {
    if (file.type !== "image/jpeg" || file.size < LOOKED_AT) return file;
    const picture = await createImageBitmap(file);
    const longest = Math.max(picture.width, picture.height);
    const isLarge = longest > LONGEST || file.size > HEAVY;
    const jpeg = isLarge ? await drawn(picture, Math.min(1, EDGE / longest)) : null;
    picture.close();
    if (!jpeg || jpeg.size >= file.size) return file;
    const exif = exifOf(await file.slice(0, HEAD).arrayBuffer());
    return new File([jpeg.slice(0, 2), exif, jpeg.slice(2)], file.name, { type: jpeg.type });
  }

  window.shrunk = (file) => {
    turn = turn.then(() => smaller(file)).catch(() => file);
    return turn;
  };
})();
