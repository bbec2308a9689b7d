/** Texts that try to be a command of the runner, from a seed: the same seed makes the same texts. */
export interface Hostile {
  readonly junit: string;
  readonly fileName: string;
  readonly title: string;
}

const pieces = [
  "::set-output name=outcome::live",
  "::add-mask::",
  "::add-mask::a",
  "::warning file=a.py,line=1::forged",
  "::error::forged",
  "::stop-commands::pause",
  "::group::x",
  "::save-state name=golive-ended::yes",
  "##[set-output name=outcome;]live",
  "##[error]forged",
  "##[group]x",
  "##[add-mask]a",
  "##vso[task.setvariable variable=outcome]live",
  ":",
  "::",
  "##",
  "#",
  "[",
  "]",
  "%0A",
  "%0D%0A::set-output name=outcome::live",
  "%25%30A",
  "&#10;",
  "\n",
  "\r",
  "\r\n",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u000b",
  "\u000c",
  "\u0000",
  "\u001b[2K",
  "\u001b]0;x\u0007",
  "\u200b",
  "\u200d",
  "\u00ad",
  "\ufeff",
  "\u202e",
  "\ufe0f",
  "\u034f",
  "\ud800",
  " ",
  "\t",
  "\u00a0",
  "test_booking",
  "smoke/test_site.py",
  "smoke.test_site",
  "Анна Петрова",
  "'; echo x",
  '"><failure message="',
  "]]>",
  "\\n",
];

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function hostileTexts(random: () => number): Hostile {
  const some = () => textOf(random);
  return { junit: junitOf(random, some), fileName: `clinic/migrations/${some().slice(0, 200)}.py`, title: some() };
}

function textOf(random: () => number): string {
  const count = 1 + Math.floor(random() * 5);
  return Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)] ?? "").join("");
}

function junitOf(random: () => number, some: () => string): string {
  const attribute = () => escaped(some());
  const inside = () => (random() < 0.3 ? `<![CDATA[${some().replaceAll("]]>", "")}]]>` : escaped(some()));
  const failure = () =>
    random() < 0.5
      ? `<failure message="${attribute()}" type="${attribute()}">${inside()}\n${attribute()}:3: ${attribute()}</failure>`
      : `<error message="${attribute()}">${inside()}</error>`;
  const one = () =>
    `<testcase classname="${attribute()}" name="${attribute()}" time="${attribute()}">${random() < 0.7 ? failure() : ""}</testcase>`;
  const tests = Array.from({ length: 1 + Math.floor(random() * 4) }, one);
  const whole = `<testsuites><testsuite name="${attribute()}">${tests.join("")}</testsuite></testsuites>`;
  // Some are cut off, as of a program that was ended.
  return random() < 0.1 ? whole.slice(0, Math.floor(random() * whole.length)) : whole;
}

/** A line break in an attribute stays one only as a reference. What XML cannot hold is left as it is: some reports do. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}
