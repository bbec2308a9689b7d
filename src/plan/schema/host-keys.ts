import { z } from "zod";

const hostKey = /^(@cert-authority )?(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/;
const authority = "@cert-authority";

/** Keys as a .pub file has them, with a comment behind, or as ssh-keyscan prints them, with the host before and notes between. */
function keysIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(keyIn);
}

/** What stands before the kind is a host's name. The mark of an authority stays; another one makes it another thing than a key. */
function keyIn(line: string): string {
  const all = line.split(/\s+/);
  const marked = all[0] === authority;
  const words = marked ? all.slice(1) : all;
  const at = words.findIndex((word) => hostKey.test(`${word} A`));
  if (at === -1 || at > 1 || words[0]?.startsWith("@")) return line;
  return [...(marked ? [authority] : []), ...words.slice(at, at + 2)].join(" ");
}

/** One key or several, in the parsed plan each as `KIND BASE64`. `wrong`: what is told of anything else. */
export const hostKeys = (wrong: string, what: string) =>
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((keys) => (typeof keys === "string" ? [keys] : keys).flatMap(keysIn))
    .refine((keys) => keys.length > 0 && keys.every((key) => hostKey.test(key)), wrong)
    .describe(what);
