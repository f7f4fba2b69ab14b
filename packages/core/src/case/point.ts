/** A place on the map, in degrees. */
export interface Point { readonly latitude: number; readonly longitude: number }

/** Reads `latitude,longitude` in degrees; nothing where it is none. */
export const parsePoint = (text: string): Point | undefined => {
  const parts = /^(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim());
  if (!parts) return undefined;
  const [latitude, longitude] = [Number(parts[1]), Number(parts[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
};

/** The mean radius of the earth in metres (IUGG). */
const EARTH = 6_371_008.8;

/** How far two places lie apart, in metres along the ground (haversine; the earth as a sphere, less than 0.6 % off). */
export const metresBetween = (a: Point, b: Point): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h = Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
};
