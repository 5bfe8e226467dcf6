// Taking a picture away as a file, drawn as SVG or painted from it as PNG; nothing leaves this machine.
const SCALE = 2;

export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveSvg = (svg: string, name: string): void => save(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);

export async function savePng(svg: string, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  const painted = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (painted) save(painted, `${name}.png`);
}

/** A name that every file system takes. */
export const fileName = (words: string): string => words.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "picture";
