/** What a settings file is put together from: each sign that means something in one, and texts that mean nothing. */
const names = [
  "K",
  "L",
  "M_1",
  "_n",
  "K",
  "L",
  " K",
  "K ",
  "\tL\t",
  "export K",
  "my-key",
  "1K",
  "",
  "K\\",
  "'K'",
  "\ufeffK",
];
const blanks = ["", "", "", "", " ", "\t", "  ", " \t"];
const pieces = [
  ...[
    "a",
    "b c",
    "x=y",
    "$K",
    "${L}",
    "$(id)",
    "`id`",
    "#no",
    ";no",
    "%n",
    "~",
    "*",
    "[a-z]",
    "!",
    "&&",
    "|",
    "<",
    ">",
  ],
  ...[
    "'",
    "'",
    "'a b'",
    "'a\nb'",
    "''",
    '"',
    '"',
    '"a b"',
    '"a\nb"',
    '""',
    '"a\\"b"',
    '"a\\\\b"',
    '"a\\\nb"',
    '"\\$\\`\\n"',
  ],
  ...["\\", "\\", "\\\\", "\\ ", "\\n", "\\'", '\\"', "\\\n", "\\\r\n", "\\\t", "\\=", "\\#"],
  ...[" ", " ", "\t", "  ", "\r", "\v", "\f", "\x01", "\x1b", "\x7f", "\u0085", "ж", "🔑", "\u2028", "\ufeff"],
];
const lineEnds = ["\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", "\\\n"];
const others = ["# note", "; note", " # note \\", "#", "no sign", "\\", "=", "  ", "# it's \"", "'", '"', "K", "#\\x"];
const rare = [Buffer.from([0xff]), Buffer.from([0]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80])];

/** Files of settings, the same for the same seed. */
export function settingsShapes(count: number, seed: number): Map<string, Buffer> {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = (of: readonly string[], most: number): string =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => one(of)).join("");
  const line = (): string => {
    if (random() < 0.2) return one(others) + one(lineEnds);
    return `${one(names)}${one(blanks)}=${one(blanks)}${some(pieces, 5)}${one(blanks)}${one(lineEnds)}`;
  };
  const file = (): Buffer => {
    const text = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 5) }, line).join(""));
    const cut = Math.floor(random() * (text.length + 1));
    if (random() < 0.06) return Buffer.concat([text.subarray(0, cut), one(rare), text.subarray(cut)]);
    return random() < 0.15 ? text.subarray(0, cut) : text;
  };
  return new Map(Array.from({ length: count }, (_, index) => [`shape-${seed}-${index}`, file()]));
}

/** Numbers from 0 to 1 that look like chance (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
