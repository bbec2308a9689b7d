import { z } from "zod";

export const text = z.string();
export const words = z.array(text);
/** One that was none when it was written down is null in JSON. */
export const number = z.number().nullable();
export const expected = z.looseObject({ seconds: number, spread: number });
export const migration = z.looseObject({
  name: text,
  drops: words,
  rewrites: words,
});
const does = z.enum(["drops", "rewrites", "binds", "builds", "adds"]);
/** One that ran on the scratch database, and what it did there; null when that could not be seen. */
export const rehearsed = z.looseObject({
  name: text,
  effects: z.array(z.looseObject({ does, words: text, on: text, rows: z.number().optional() })).nullish(),
});
/** Of all so many, so many bad. */
export const measure = z.looseObject({ bad: number, all: number });
/** How a page answered visitors, at an address of the balancers or where its name leads. */
export const answered = z.looseObject({ url: text, address: text.nullish(), status: number });
