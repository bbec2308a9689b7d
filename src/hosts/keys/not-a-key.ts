import type { Problem } from "../../core/errors.ts";
import { type KeyProblemKind, keyProblem } from "./key-problems.ts";

/** Other things that stand where a private SSH key should, by what they begin with. The first that fits counts. */
const others: readonly { readonly looks: RegExp; readonly kind: KeyProblemKind }[] = [
  { looks: /^\s*PuTTY-User-Key-File-/m, kind: "putty" },
  { looks: /^[{[][\s\S]*"kty"/, kind: "jwk" },
  { looks: /^(\{\s*"|\[)[\s\S]*[}\]]$/, kind: "json" },
  { looks: /BEGIN PGP /, kind: "pgp" },
  { looks: /BEGIN SSH2 PUBLIC KEY/, kind: "public" },
  { looks: /^AGE-SECRET-KEY-1/m, kind: "age" },
  { looks: /^\$\{\{.*\}\}$/, kind: "expression" },
  { looks: /^\*+$/, kind: "masked" },
  { looks: /^(github_pat_|gh[pousr]_)\w+$/, kind: "token" },
  { looks: /^(\d+ )?(SHA256|MD5):\S+/, kind: "fingerprint" },
  { looks: /^(file:\/\/)?(~|\.{0,2}|[A-Za-z]:)[/\\][^\n]*$/, kind: "path" },
];

/** The same, but a private key beside them is what counts: a public half, a certificate of a web server. */
const besides: typeof others = [
  { looks: /^(ssh|ecdsa)-\S+-cert-v01@openssh\.com AAAA/m, kind: "certificate" },
  { looks: /(^|\s)((sk-)?(ssh|ecdsa)-[a-z0-9@.-]+) AAAA/m, kind: "public" },
  { looks: /BEGIN ([A-Z]+ )?PUBLIC KEY/, kind: "public" },
  { looks: /BEGIN (TRUSTED )?CERTIFICATE/, kind: "tls" },
];

/** What a text is instead of a private SSH key; null when it may hold one. */
export function notAKey(text: string): Problem | null {
  const found = others.find(({ looks }) => looks.test(text)) ?? (hasPrivate(text) ? undefined : beside(text));
  return found === undefined ? null : keyProblem(found.kind);
}

function beside(text: string): (typeof besides)[number] | undefined {
  return besides.find(({ looks }) => looks.test(text));
}

function hasPrivate(text: string): boolean {
  return /PRIVATE ?KEY/.test(text);
}
