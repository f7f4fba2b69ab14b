const longestSide = 1_600;
const quality = 0.8;

/** A photo small enough for a slow line, as a new JPEG: what the camera wrote beside the picture (EXIF: place, time, telephone) does not come along. */
export async function shrunk(file: File): Promise<Blob> {
  const image = await load(file);
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, fail) => { canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error(file.name))), 'image/jpeg', quality); });
}

const load = (file: File): Promise<HTMLImageElement> => new Promise((done, fail) => {
  const image = new Image();
  image.onload = () => done(image);
  image.onerror = () => fail(new Error(file.name));
  image.src = URL.createObjectURL(file);
});
