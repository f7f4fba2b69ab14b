import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

const office = 'application/vnd.openxmlformats-officedocument';
const old = ['application/x-cfb'];

/** What is taken, by the type that is declared, with what its first bytes may show. A text shows nothing. */
export const allowedTypes: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['image/jpeg'], 'image/png': ['image/png', 'image/apng'], 'image/gif': ['image/gif'], 'image/webp': ['image/webp'], 'image/bmp': ['image/bmp'],
  'image/heic': ['image/heic', 'image/heif'], 'image/heif': ['image/heic', 'image/heif'],
  'application/pdf': ['application/pdf'],
  [`${office}.wordprocessingml.document`]: [`${office}.wordprocessingml.document`], [`${office}.spreadsheetml.sheet`]: [`${office}.spreadsheetml.sheet`],
  [`${office}.presentationml.presentation`]: [`${office}.presentationml.presentation`],
  'application/msword': old, 'application/vnd.ms-excel': old, 'application/vnd.ms-powerpoint': old,
  'audio/mpeg': ['audio/mpeg'], 'audio/wav': ['audio/wav'], 'audio/x-wav': ['audio/wav'], 'audio/mp4': ['audio/mp4', 'audio/x-m4a', 'video/mp4'], 'audio/x-m4a': ['audio/x-m4a', 'audio/mp4'], 'audio/amr': ['audio/amr'],
  'video/mp4': ['video/mp4'], 'video/quicktime': ['video/quicktime'],
  'text/plain': [], 'text/csv': [],
};

/** What a browser may show in its own window: pictures and PDF, of which none runs a program. */
export const isShown = (type: string): boolean => type === 'application/pdf' || (type.startsWith('image/') && Object.hasOwn(allowedTypes, type));

/** What a file shows of itself: a type by its first bytes, `text`, `markup` (HTML, SVG, XML), or nothing that is known. */
export async function shownType(path: string): Promise<string | undefined> {
  const found = await fileTypeFromFile(path);
  const start = await beginning(path);
  if (found !== undefined && found.mime !== 'application/xml') return found.mime;
  if (start.includes(0)) return undefined;
  return /^(\uFEFF)?\s*<(\?xml|!doctype|!--|html|head|body|svg|script|iframe)/i.test(new TextDecoder().decode(start)) ? 'markup' : 'text';
}

async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether what a file shows is what it is declared to be. */
export const agrees = (declared: string, shown: string | undefined): boolean => {
  const fitting = allowedTypes[declared]!;
  return fitting.length === 0 ? shown === 'text' : shown !== undefined && fitting.includes(shown);
};
