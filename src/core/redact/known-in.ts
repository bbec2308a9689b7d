import type { PublicFacts } from "./known.ts";

/** Longer texts are sentences: they are told where their own words are told, and nowhere else. */
const longestName = 200;

/**
 * The names that a part of the plan holds: hosts, units, databases, roles, paths, ids, words of commands. They stand
 * in the repository, so a program's message may repeat them. Addresses of mail are people's.
 */
export function knownIn(part: unknown): PublicFacts {
  const names = [...wordsIn(part)].flatMap(namesIn);
  return { names, paths: names.filter((name) => name.startsWith("/") && name.length > 1) };
}

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === "string" || typeof value === "number") yield String(value);
  else if (Array.isArray(value)) for (const one of value) yield* wordsIn(one);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) {
      yield key;
      yield* wordsIn(one);
    }
}

function namesIn(word: string): string[] {
  if (word.length > longestName || /\s|@/.test(word)) return [];
  if (!URL.canParse(word)) return [word];
  const { hostname, port } = new URL(word);
  return [word, hostname, port].filter((part) => part !== "");
}
