import { type Document, isCollection, isMap, isNode, isPair, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import type { Place } from "../judge/plan-problem.ts";

/** Where a place begins in the text; the nearest enclosing key when the value itself is missing. */
export function offsetOf(document: Document.Parsed, place: Place): number {
  let node: unknown = document.contents;
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
  for (const key of [...place.path, ...(place.key === undefined ? [] : [place.key])]) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? pairsOf(node).get(String(key)) : undefined;
    const next: unknown = isMap(node) ? pair?.value : node.items[Number(key)];
    if (next === undefined && pair === undefined) break;
    offset = startOf(next, pair, place.key === undefined) ?? offset;
    node = next;
  }
  return offset;
}

/** Where a value is pointed to: a scalar at itself, a mapping or list at its key, and in a list at itself. */
function startOf(value: unknown, pair: Pair | undefined, wantsValue: boolean): number | undefined {
  const ofKey = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  const atValue = (isScalar(value) && wantsValue) || (isNode(value) && !pair);
  return (atValue ? (value as Node).range?.[0] : undefined) ?? ofKey;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** A map's pairs by key, made once: a plan may have many problems in one map. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known !== undefined) return known;
  const made = new Map<string, Pair>();
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const key = String(item.key.value);
    if (!made.has(key)) made.set(key, item);
  }
  pairs.set(map, made);
  return made;
}
