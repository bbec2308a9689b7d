import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { Block } from "./key-text.ts";
import { keyName, openSshEd25519, type ReadKey, written } from "./openssh-key.ts";

/** The older formats, and those of OpenSSL: `RSA PRIVATE KEY`, `EC PRIVATE KEY`, `PRIVATE KEY` and their like. */
export function pemKey({ label, body, text }: Block): ReadKey {
  if (label === "DSA PRIVATE KEY") return { problem: "dsa" };
  if (label === "ENCRYPTED PRIVATE KEY" || /Proc-Type:.*ENCRYPTED/.test(body)) return { problem: "passphrase" };
  if (label === "SSH2 ENCRYPTED PRIVATE KEY") return { problem: "ssh2" };
  const key = opened(text);
  if (key === null) return { problem: "damaged" };
  if (key.asymmetricKeyType === "dsa") return { problem: "dsa" };
  const half = publicHalf(key);
  if (half === null) return { problem: "curve" };
  const name = keyName(half.type, half.bytes);
  // Clients before OpenSSH 9.6 read this kind in their own format only.
  return key.asymmetricKeyType === "ed25519" ? { name, bytes: openSshBytes(key, half.bytes) } : { name };
}

function opened(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}

const curves: Readonly<Record<string, string>> = { "P-256": "nistp256", "P-384": "nistp384", "P-521": "nistp521" };

/** As OpenSSH writes a public key (RFC 4253, 5656, 8709). Null for a kind that it does not know. */
function publicHalf(key: KeyObject): { readonly type: string; readonly bytes: Buffer } | null {
  if (!["rsa", "ec", "ed25519"].includes(key.asymmetricKeyType ?? "")) return null;
  const { kty, crv = "", n, e, x, y } = exported(key);
  if (kty === "RSA") return encoded("ssh-rsa", positive(decoded(e)), positive(decoded(n)));
  if (kty === "OKP") return encoded("ssh-ed25519", decoded(x));
  const curve = curves[crv];
  if (curve === undefined) return null;
  const point = Buffer.concat([Buffer.from([4]), decoded(x), decoded(y)]);
  return encoded(`ecdsa-sha2-${curve}`, Buffer.from(curve), point);
}

function exported(key: KeyObject): JsonWebKey {
  try {
    return createPublicKey(key).export({ format: "jwk" });
  } catch {
    // A curve that has no name there.
    return { kty: "EC" };
  }
}

function encoded(type: string, ...parts: readonly Buffer[]): { type: string; bytes: Buffer } {
  return { type, bytes: written(Buffer.from(type), ...parts) };
}

function openSshBytes(key: KeyObject, half: Buffer): Buffer {
  const { d, x } = key.export({ format: "jwk" });
  return openSshEd25519(half, decoded(d), decoded(x));
}

/** A number whose first bit is set gets a zero before it: it would be negative. */
function positive(number: Buffer): Buffer {
  return (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), number]) : number;
}

function decoded(text: string | undefined): Buffer {
  return Buffer.from(text ?? "", "base64url");
}
