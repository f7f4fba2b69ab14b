import type { Text } from './names.ts';
import type { FactBy } from './condition-shape.ts';
import type { Names } from './own-names.ts';

/** Read-only all the way down, as `const` inference makes it. */
export type Fixed<T> = T extends string | number | boolean | undefined | null ? T : { readonly [K in keyof T]: Fixed<T[K]> };
/** Keyed by names there are; by any where none are known. */
export type Keyed<K extends string, V> = string extends K ? Readonly<Record<string, V>> : { readonly [P in K]?: V };
/** Named things. */
export type Named<V> = Readonly<Record<string, V>>;
/** A shape with some of its parts said more exactly. */
export type With<Base, Part> = Omit<Fixed<Base>, keyof Part> & Part;

/** A column that shows a fact there is. */
export type ColumnShape<N extends Names> = { readonly label: Fixed<Text>; readonly show: FactBy<N>; readonly source?: Fixed<Text> | undefined };

/** A text with facts in it that there are. */
export type TemplateBy<N extends Names> = Fixed<Text> | readonly (Fixed<Text> | FactBy<N>)[];
