import { isUtf8 } from "node:buffer";

/**
 * Text of bytes, a character each: by the encoding that is known of them, else as UTF-8, else with `\xNN` for each
 * that is beyond ASCII, so that other bytes are another text.
 */
export function textOf(bytes: string, encoding = "SQL_ASCII"): string {
  const all = Buffer.from(bytes, "latin1");
  const decoder = decoderOf(encoding);
  if (decoder !== null) return decoder.decode(all);
  if (isUtf8(all)) return all.toString("utf8");
  return bytes.replaceAll(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}

/** PostgreSQL's names of encodings, and what others call them; of those that are met, and that tell all bytes apart. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^WIN(125[0-8]|874)$/, "windows-$1"],
  [/^WIN866$/, "ibm866"],
  [/^KOI8([RU])$/, "koi8-$1"],
];

function decoderOf(encoding: string): { decode(bytes: Buffer): string } | null {
  const known = labels.find(([name]) => name.test(encoding));
  return known === undefined ? null : new TextDecoder(encoding.replace(...known).toLowerCase());
}
