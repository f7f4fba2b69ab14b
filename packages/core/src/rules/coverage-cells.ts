/** Every combination of one region of each axis, as places. */
export const everyCell = (axes: readonly { readonly regions: readonly unknown[] }[]): readonly (readonly number[])[] =>
  axes.reduce<readonly (readonly number[])[]>((cells, { regions }) => cells.flatMap((cell) => regions.map((_, i) => [...cell, i])), [[]]);

/** Cells to be told as few combinations. */
export interface Merging {
  /** The cells that a combination may cover. */
  readonly open: readonly Place[];
  /** Those that have to be told. */
  readonly tell: readonly Place[];
  /** The places that each axis may take. */
  readonly choices: readonly (readonly number[])[];
  /** Axes that have to make no difference: a cell where one does is not told. */
  readonly must: readonly number[];
  readonly most: number;
}

type Place = readonly number[];

/** A combination of places; an axis that makes no difference is left open. */
export type Merged = readonly (number | undefined)[];

/** Tells cells as few combinations: from each that is not told yet, every axis is left open that can be. */
export const mergeCells = ({ open, tell, choices, must, most }: Merging): readonly Merged[] => {
  const known = new Set(open.map((cell) => cell.join()));
  const told = new Set<string>();
  const merged: Merged[] = [];
  const order = [...must, ...choices.map((_, axis) => axis).filter((axis) => !must.includes(axis))];
  for (const cell of tell) {
    if (merged.length >= most) break;
    if (told.has(cell.join())) continue;
    let wide: Merged = cell;
    for (const axis of order) {
      const wider = wide.map((place, i) => (i === axis ? undefined : place));
      if (cellsOf(wider, choices).every((each) => known.has(each.join()))) wide = wider;
    }
    for (const each of cellsOf(wide, choices)) told.add(each.join());
    if (must.every((axis) => wide[axis] === undefined)) merged.push(wide);
  }
  return merged;
};

const cellsOf = (merged: Merged, choices: readonly (readonly number[])[]): readonly Place[] =>
  merged.reduce<readonly Place[]>((cells, place, i) => cells.flatMap((cell) => (place === undefined ? choices[i]! : [place]).map((each) => [...cell, each])), [[]]);
