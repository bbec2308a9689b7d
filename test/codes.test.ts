import assert from "node:assert/strict";
import { test } from "node:test";
import { codesBelow, codesIn, oneMeaning, sharedCodes, withoutLiterals, wrongCodes } from "../script/lib/codes.ts";
import { codesPage } from "../script/lib/codes-page.ts";

const codes = await codesBelow(new URL("../src/", import.meta.url));

test("the reader of codes sees them", () => {
  assert.ok(codes.found.length > 250, String(codes.found.length));
  const source = `
    const a: Problem = { code: "one-two", what: t\`there is \${n} of \${m}\`, mend: t\`x\` };
    function b(what: string) { return { code: "given-text", what }; }
    function c() { const what = bad ? t\`bad\` : t\`worse\`; return { code: "either-text", what }; }
    const d = { code: "plain-text", what: "plain" };
    const e = { code: "no problem at all" };
    const f = { what: t\`without a code\` };`;
  assert.deepEqual(
    codesIn("x.ts", source).found.map(({ code, texts }) => [code, texts]),
    [
      ["one-two", ["there is {0} of {1}"]],
      ["given-text", null],
      ["either-text", ["bad", "worse"]],
      ["plain-text", ["plain"]],
    ],
  );
  assert.deepEqual(codesIn("x.ts", source).unseen, []);
});

test("a code that is made of something is refused, at its line", () => {
  for (const code of ["code", "code: name", "code: `${a}-b`", 'code: bad ? "a-b" : "c-d"', "code: kinds[a]"])
    assert.deepEqual(codesIn("x.ts", `const a = 1;\nconst b = { ${code}, what: t\`x\` };`).unseen, ["x.ts:2"], code);
});

test("a code that says one thing here and another there is refused, and so is one that is no words", () => {
  const of = (source: string) => wrongCodes(codesIn("x.ts", source));
  const said = (code: string, text: string) => `f({ code: "${code}", what: t\`${text}\` });\n`;
  assert.deepEqual(of(said("same-text", "a {0}") + said("same-text", "a {0}") + said("other-text", "b")), []);
  assert.deepEqual(of(said("same-text", "a") + said("same-text", "b")), [
    "same-text stands with different texts: src/x.ts:1, src/x.ts:2",
  ]);
  assert.equal(of(`${said("same-text", "a")}f({ code: "same-text", what: told(a) });`).length, 1);
  for (const code of ["word", "Two-words", "two_words", "ends-"]) assert.equal(of(said(code, "a")).length, 1, code);
});

test("no code of the sources is wrong", () => assert.deepEqual(wrongCodes(codes), []));

test("the exceptions are those that there are", () => {
  const shared = sharedCodes(codes.found).map(({ code }) => code);
  assert.deepEqual(
    oneMeaning.filter((code) => !shared.includes(code)),
    [],
  );
  assert.deepEqual(
    withoutLiterals.filter((file) => !codes.unseen.some((where) => where.startsWith(`${file}:`))),
    [],
  );
});

test("the page has a line for each code, in order", () => {
  const page = codesPage(codes.found);
  const lines = [...page.matchAll(/^\| `([a-z0-9-]+)` \| .+ \| [a-z/-]+(?:, [a-z/-]+)* \|$/gm)].map(([, code]) => code);
  assert.deepEqual(lines, [...new Set(codes.found.map(({ code }) => code))].toSorted());
  const one = { texts: ["{0} a|b {1:file|files|files} <x> `c_d|e`"], where: "stages/launch/x.ts:1" };
  assert.match(
    codesPage([{ code: "a-b", ...one }]),
    /\n\| `a-b` \| \{0\} a\\\|b files \\<x\\> `c_d\\\|e` \| stages\/launch \|\n$/,
  );
});
