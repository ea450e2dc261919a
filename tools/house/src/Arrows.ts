/** Files, each with those it uses; paths below the checkout. */
export type Arrows = ReadonlyMap<string, readonly string[]>;
