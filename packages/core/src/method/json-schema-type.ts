/** A JSON Schema, as editors read it. */
export type JsonSchema = { readonly [key: string]: unknown };
