import { givenKey } from "./given-key.ts";

/** Shorter ones stand in any text: with them masked, logs lose words and jobs lose outputs. */
const shortest = 4;
const shortestLine = 8;

/** What of a secret is never to be read in a log: all of it, each line, and each once more in base64. */
export function masksOf(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  const parts = [secret, secret.trim(), ...lines.filter((line) => line.length >= shortestLine && !isFrame(line))];
  const told = parts.filter((part) => part.trim().length >= shortest);
  return [...new Set(told.flatMap((part) => [part, Buffer.from(part).toString("base64")]))];
}

/** The same for a key, which is written as people put it into the secret, and as the client reads it. */
export function keyMasks(secret: string): readonly string[] {
  const key = givenKey(secret);
  return [...new Set([...masksOf(secret), ...(key.kind === "key" ? masksOf(key.text) : [])])];
}

/** Of every key, and of none. */
function isFrame(line: string): boolean {
  return /^-+ ?(BEGIN|END) [A-Z0-9 ]+-+$/.test(line);
}
