import { distance } from "fastest-levenshtein";

/** The known word most like the given one, or null when none is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known
    // One that is much longer or shorter cannot be near.
    .filter((candidate) => Math.abs(candidate.length - word.length) <= reach(candidate))
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= reach(best.candidate) ? best.candidate : null;
}

function reach(candidate: string): number {
  return Math.max(2, Math.floor(candidate.length / 3));
}
