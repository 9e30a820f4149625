import type { EncodedValue } from "../src/launch/encoded-value.js";

/** Values as JSON, for a console that is on the other side of a connection. */
export declare function encodeValues(values: readonly unknown[]): EncodedValue[];
