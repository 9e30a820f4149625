/** The own properties that a console shows. */
export type EncodedProperties = readonly (readonly [
  key: string | readonly ["symbol", string | null],
  value: EncodedValue | readonly ["accessor", get: boolean, set: boolean],
])[];

/** A value as the page's `encode-values.js` writes it; objects have a number, by which they are meant when they come again. */
export type EncodedValue =
  | string
  | number
  | boolean
  | null
  | readonly ["undefined"]
  | readonly ["number" | "bigint", text: string]
  | readonly ["symbol", description: string | null]
  | readonly ["again", number: number]
  | EncodedObject;

export type EncodedObject =
  | readonly ["function", number: number, name: string, isClass: boolean, EncodedProperties]
  | readonly [
      "error",
      number: number,
      type: string,
      name: string,
      message: string,
      stack: string,
      cause: readonly EncodedValue[],
      EncodedProperties,
    ]
  | readonly ["date", number: number, time: number | null]
  | readonly ["regexp", number: number, source: string, flags: string]
  | readonly ["unknown", number: number, type: string, contents: string]
  | readonly [
      "array",
      number: number,
      type: string,
      length: number,
      items: readonly (EncodedValue | readonly ["hole"])[],
      EncodedProperties,
    ]
  | readonly ["map", number: number, type: string, entries: readonly (readonly [EncodedValue, EncodedValue])[], EncodedProperties]
  | readonly ["set", number: number, type: string, members: readonly EncodedValue[], EncodedProperties]
  | readonly ["numbers", number: number, type: string, numbers: readonly string[]]
  | readonly ["object", number: number, type: string | null, tag: string | null, EncodedProperties];
