import { createHash } from "node:crypto";
import type { KeyProblemKind } from "./key-problems.ts";
import type { Block } from "./key-text.ts";

/** A key that can be used, in OpenSSH's own format when it came in another that not every client reads; or what it is instead. */
export type ReadKey = { readonly name: string; readonly bytes?: Buffer } | { readonly problem: KeyProblemKind };

const magic = "openssh-key-v1\0";

/** OpenSSH's own format (PROTOCOL.key): read as far as says whether it is whole, of which kind, and locked. */
export function openSshKey({ packed }: Block): ReadKey {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return { problem: "damaged" };
  try {
    return read(Buffer.from(packed, "base64"));
  } catch (error) {
    if (error instanceof RangeError) return { problem: "damaged" };
    throw error;
  }
}

function read(bytes: Buffer): ReadKey {
  if (bytes.toString("latin1", 0, magic.length) !== magic) return { problem: "damaged" };
  const outer = reader(bytes.subarray(magic.length));
  const cipher = outer.string().toString();
  outer.string();
  outer.string();
  if (outer.number() !== 1) return { problem: "several" };
  const half = outer.string();
  const type = reader(half).string().toString();
  const secret = outer.string();
  if (type.startsWith("sk-")) return { problem: "fido" };
  if (type === "ssh-dss") return { problem: "dsa" };
  if (cipher !== "none") return { problem: "passphrase" };
  return whole(secret, type) ? { name: keyName(type, half) } : { problem: "damaged" };
}

/** Two equal numbers before it, and the numbers 1, 2, 3 … behind it, say that it was read to its end. */
function whole(secret: Buffer, type: string): boolean {
  const inner = reader(secret);
  const [first, second] = [inner.number(), inner.number()];
  if (first !== second) return false;
  if (inner.string().toString() !== type) return false;
  const padding = inner.rest(fields(type));
  return padding.every((byte, i) => byte === i + 1);
}

/** How many strings a private key of this type has after its type, the comment among them. */
function fields(type: string): number {
  if (type === "ssh-rsa") return 7;
  return type.startsWith("ecdsa-") ? 4 : 3;
}

/** As `ssh-keygen -l` names a public key. It is no secret. */
export function keyName(type: string, half: Buffer): string {
  return `${type} SHA256:${createHash("sha256").update(half).digest("base64").replace(/=+$/, "")}`;
}

/** Numbers and strings with their length before them (RFC 4251). Throws a RangeError at the end. */
function reader(bytes: Buffer) {
  let at = 0;
  const number = (): number => {
    const value = bytes.readUInt32BE(at);
    at += 4;
    return value;
  };
  const string = (): Buffer => {
    const length = number();
    if (at + length > bytes.length) throw new RangeError("cut off");
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    string,
    rest(skipped: number): Buffer {
      for (let i = 0; i < skipped; i += 1) string();
      return bytes.subarray(at);
    },
  };
}

/** An unlocked key in this format, from its numbers. */
export function openSshEd25519(half: Buffer, secret: Buffer, point: Buffer): Buffer {
  const none = Buffer.from("none");
  // The two equal numbers only show whether a passphrase fits.
  const check = Buffer.alloc(8);
  const fields = written(Buffer.from("ssh-ed25519"), point, Buffer.concat([secret, point]), Buffer.alloc(0));
  const inner = Buffer.concat([check, fields]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (inner.length % 8)) % 8));
  const count = Buffer.from([0, 0, 0, 1]);
  const before = written(none, none, Buffer.alloc(0));
  return Buffer.concat([Buffer.from(magic), before, count, written(half, Buffer.concat([inner, padding]))]);
}

/** Each with its length before it (RFC 4251). */
export function written(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}
