import { z } from "zod";

const hostKey = /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/;

/** Keys as a .pub file has them, with a comment behind, or as ssh-keyscan prints them, with the host before and notes between. */
function keysIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const words = line.split(/\s+/);
      // What stands before the kind is a host's name; a mark such as @cert-authority makes it another thing than a key.
      const at = words.findIndex((word) => hostKey.test(`${word} A`));
      return at === -1 || at > 1 || line.startsWith("@") ? line : words.slice(at, at + 2).join(" ");
    });
}

/** One key or several, in the parsed plan each as `KIND BASE64`. `wrong`: what is told of anything else. */
export const hostKeys = (wrong: string, what: string) =>
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((keys) => (typeof keys === "string" ? [keys] : keys).flatMap(keysIn))
    .refine((keys) => keys.length > 0 && keys.every((key) => hostKey.test(key)), wrong)
    .describe(what);
