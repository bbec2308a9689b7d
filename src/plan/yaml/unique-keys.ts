import { type Document, isAlias, isScalar, type Node, visit } from "yaml";

/**
 * Where a key stands that its mapping has already, as data has it: 1 and "1" are one key, and so is an alias of either.
 * The parser's own look compares each key with every other, which takes minutes for a file of 250 KiB.
 */
export function repeatedKeys(document: Document.Parsed): number[] {
  const anchors = anchoredScalars(document);
  const nameOf = (key: unknown): string | undefined => {
    if (isScalar(key)) return String(key.value);
    return isAlias(key) ? anchors.get(key.source) : undefined;
  };
  const found: number[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        if (name === undefined) continue;
        if (seen.has(name)) found.push((key as Node).range?.[0] ?? 0);
        seen.add(name);
      }
    },
  });
  return found;
}

function anchoredScalars(document: Document.Parsed): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  visit(document, {
    Scalar(_, { anchor, value }) {
      if (anchor !== undefined) anchors.set(anchor, String(value));
    },
  });
  return anchors;
}
