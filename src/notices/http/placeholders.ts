import type { Message } from "../kind.ts";

/** What a message is put together of, by the name that stands in braces. */
export const placeholders = [
  "service",
  "tag",
  "event",
  "headline",
  "lines",
  "link",
  "at",
  "launch",
  "id",
  "key",
] as const;
type Placeholder = (typeof placeholders)[number];
export type Values = Readonly<Record<Placeholder, string>>;

/** Longer texts are refused by some. */
const mostLetters = 1500;

export function valuesOf(message: Message, key: string): Values {
  const { service, tag, event, headline, lines, link, at, launch, key: id } = message;
  const text = lines.join("\n");
  const cut = text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
  return { service, tag, event, headline: headline.slice(0, 500), lines: cut, link, at, launch, id, key };
}

const named = /\{([a-z][a-z-]*)\}/g;

/** The names in braces of all texts of a body. */
export function namesIn(value: unknown): string[] {
  return textsIn(value).flatMap((text) => [...text.matchAll(named)].map(([, name = ""]) => name));
}

export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

export function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((one) => one === name);
}

/** Put into texts alone, as texts: whatever a value holds, it cannot become another key or end the body. */
export function filled(value: unknown, values: Values): unknown {
  if (typeof value === "string") return fill(value, values);
  if (Array.isArray(value)) return value.map((one: unknown) => filled(one, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
}

/** In one go: a value that has braces of its own stays as it is. */
export function fill(text: string, values: Values): string {
  return text.replaceAll(named, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}
