/** One armoured part, from BEGIN to END. */
export interface Block {
  /** As the standard spells it, whatever became of its blanks: `OPENSSH PRIVATE KEY`. */
  readonly label: string;
  /** What stands between the two lines, headers and all. */
  readonly body: string;
  /** The same without blanks and what quoting leaves between the lines. */
  readonly packed: string;
  /** The whole of it, with its lines as they have to be. */
  readonly text: string;
}

const labels = [
  ...["OPENSSH PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"],
  ...["PRIVATE KEY", "ENCRYPTED PRIVATE KEY"],
];
/** Word processors and messengers make long dashes of several short ones. */
const dashes = "[-\u2010-\u2015\u2212]+";
const begin = `${dashes}[ \\t]*BEGIN[ \\t]*([A-Z0-9 ]*?)[ \\t]*${dashes}`;
const end = `${dashes}[ \\t]*END[ \\t]*[A-Z0-9 ]*?[ \\t]*${dashes}`;

/** Without what no key has: marks of the encoding, line ends of other systems, blanks around lines, escapes. */
export function cleaned(secret: string): string {
  return secret
    .replaceAll(/[\0\u200B-\u200D\u2060\uFEFF\uFFFD]/g, "")
    .replaceAll(/\\+r\\+n|\\+n|\\+r|\r\n|\r/g, "\n")
    .replaceAll("\\/", "/")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

/** The armoured parts, each once: a key that was pasted twice is still one. */
export function blocksIn(text: string): readonly Block[] {
  const found = [...text.matchAll(new RegExp(`${begin}([^]*?)${end}`, "g"))].map(([, label = "", body = ""]) =>
    block(spelled(label), body),
  );
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

/** A private key of which the beginning or the end is missing. */
export function cutBlockIn(text: string): boolean {
  return new RegExp(`${dashes}\\s*(BEGIN|END)\\b|PRIVATE KEY${dashes}`).test(text);
}

/** Lines of a certificate, as `ssh-keygen -s` writes them. */
export function certificatesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?:ssh|ecdsa)-\S+-cert-v01@openssh\.com [A-Za-z0-9+/]+=*/gm)].map(([line]) => line);
}

/** What a text holds that is nothing but base64: a key's own lines without BEGIN and END, or a whole key once more encoded. */
export function decodedOnce(text: string): string | null {
  const packed = text.replaceAll(/[\s"'`]/g, "");
  if (packed.length < 64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  if (packed.startsWith(openSshBeginning)) return block("OPENSSH PRIVATE KEY", packed).text;
  const inner = Buffer.from(packed, "base64").toString("utf8");
  // Of anything binary not much is left as text.
  return /BEGIN|PuTTY|^[\x20-\x7e\s]+$/.test(inner) ? inner : null;
}

export function openSshText(bytes: Buffer): string {
  return block("OPENSSH PRIVATE KEY", bytes.toString("base64")).text;
}

/** "openssh-key-v1" in base64. */
const openSshBeginning = "b3BlbnNzaC1rZXktdjE";

function spelled(label: string): string {
  const squeezed = label.replaceAll(/\s/g, "");
  return labels.find((one) => one.replaceAll(" ", "") === squeezed) ?? label.trim();
}

function block(label: string, body: string): Block {
  const packed = body.replaceAll(/[\s"'`>|]/g, "");
  // As ssh-keygen and OpenSSL break them.
  const lines = packed.match(label === "OPENSSH PRIVATE KEY" ? /.{1,70}/g : /.{1,64}/g) ?? [];
  return { label, body, packed, text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n") };
}
