/** Where a code leads: `/r/{district}/{unit}`. Without a unit the resident chooses one. */
export interface Place { readonly district: string; readonly unit?: string }

export function placeOf(path: string): Place {
  const [, , district = '', unit = ''] = path.split('/').map(decodeURIComponent);
  return { district, ...(unit !== '' && { unit }) };
}

export const pathOf = ({ district, unit }: Place): string => `/r/${[district, ...(unit === undefined ? [] : [unit])].map(encodeURIComponent).join('/')}`;
