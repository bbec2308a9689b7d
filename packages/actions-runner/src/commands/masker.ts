// Secrets never reach a log: neither as they are, nor line by line, nor in the encodings they usually travel in.

export interface Masker {
  add(value: string): void;
  mask(text: string): string;
  hides(text: string): boolean;
}

export function createMasker(values: Iterable<string>): Masker {
  const masks = new Set<string>();
  let sorted: readonly string[] = [];
  const masker: Masker = {
    add(value) {
      for (const part of [value, ...value.split(/\r?\n/)]) {
        if (part.trim() === "") continue;
        for (const form of formsOf(part)) masks.add(form);
      }
      // Longest first, so that a secret inside another does not leave the rest of it readable.
      sorted = [...masks].sort((a, b) => b.length - a.length);
    },
    mask: (text) => sorted.reduce((masked, mask) => masked.replaceAll(mask, "***"), text),
    hides: (text) => sorted.some((mask) => text.includes(mask)),
  };
  for (const value of values) masker.add(value);
  return masker;
}

function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  // The same bytes look different in base64 at each of the three offsets they can start at.
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const from = offset === 0 ? 0 : offset + 1;
    const rest = (offset + bytes.length) % 3;
    return text.slice(from, rest === 0 ? text.length : text.length - (rest === 1 ? 3 : 2));
  });
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    ...base64.filter((form) => form.length >= 6),
  ];
}
