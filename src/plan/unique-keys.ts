import { type Document, isScalar, visit } from "yaml";

/**
 * Where a key stands that its mapping has already. The parser's own look compares each key with every other, which takes
 * minutes for a file of 250 KiB.
 */
export function repeatedKeys(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return found;
}
