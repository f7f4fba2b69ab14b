const longestSide = 1_600;
/** As good as it can be below what the server takes. */
const qualities = [0.8, 0.6, 0.4];
const largest = 900_000;

/** A photo small enough for a slow line, as a new JPEG: what the camera wrote beside the picture (EXIF: place, time, telephone) does not come along. */
export async function shrunk(file: File): Promise<Blob> {
  const image = await load(file);
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  let made: Blob | undefined;
  for (const quality of qualities) {
    made = await jpeg(canvas, quality);
    if (made.size <= largest) break;
  }
  return made!;
}

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> => new Promise((done, fail) => {
  canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error())), 'image/jpeg', quality);
});

const load = (file: File): Promise<HTMLImageElement> => new Promise((done, fail) => {
  const image = new Image();
  image.onload = () => done(image);
  image.onerror = () => fail(new Error(file.name));
  image.src = URL.createObjectURL(file);
});
