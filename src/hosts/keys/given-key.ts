import type { Problem } from "../../core/errors.ts";
import { certificatesIn, cleaned, type Block, blocksIn, cutBlockIn, decodedOnce, openSshText } from "./key-text.ts";
import { openSshKey } from "./openssh-key.ts";
import { pemKey } from "./pem-key.ts";
import { notAKey } from "./not-a-key.ts";
import { keyProblem } from "./key-problems.ts";

/** What a secret holds that should be a private SSH key. Nothing of the key itself is ever in a problem. */
export type GivenKey =
  /** Nothing at all: ssh then asks an agent, or takes the user's own keys. */
  { readonly kind: "none" } | UsableKey | { readonly kind: "unusable"; readonly problem: Problem };

export interface UsableKey {
  readonly kind: "key";
  /** As a key's file has to be. */
  readonly text: string;
  /** Its public half, as `ssh-keygen -l` names it: type and fingerprint. */
  readonly name: string;
  /** Signed by an authority, when one stands beside the key. */
  readonly certificate: string | null;
}

/** How often a key may be wrapped in base64: once by hand, once by a tool. */
const mostWrappings = 2;

/**
 * Reads a key as people put it into a secret. What can be mended without a guess is: line ends, blanks, quotes,
 * lines made one, the whole in base64. Everything else is told in words.
 */
export function givenKey(secret: string, wrappings = mostWrappings): GivenKey {
  const text = cleaned(secret);
  if (text === "") return { kind: "none" };
  const other = notAKey(text);
  if (other !== null) return unusable(other);
  const keys = blocksIn(text).filter(({ label }) => label.endsWith("PRIVATE KEY"));
  if (keys.length > 1) return unusable(keyProblem("several"));
  const [key] = keys;
  if (key !== undefined) return fromBlock(key, text);
  if (cutBlockIn(text)) return unusable(keyProblem("damaged"));
  const inner = wrappings > 0 ? decodedOnce(text) : null;
  return inner === null ? unusable(keyProblem("nothing")) : givenKey(inner, wrappings - 1);
}

function fromBlock(block: Block, text: string): GivenKey {
  const read = block.label === "OPENSSH PRIVATE KEY" ? openSshKey(block) : pemKey(block);
  if ("problem" in read) return unusable(keyProblem(read.problem));
  const [certificate = null] = certificatesIn(text);
  const keyText = read.bytes === undefined ? block.text : openSshText(read.bytes);
  return { kind: "key", text: keyText, name: read.name, certificate };
}

function unusable(problem: Problem): GivenKey {
  return { kind: "unusable", problem };
}
