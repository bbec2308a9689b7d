import assert from "node:assert/strict";
import { test } from "node:test";
import { code, plain } from "../../src/checklist/markdown.ts";

const hostile = [
  "@anna",
  "@clinic/admins",
  "see @anna, @boris",
  "a@b",
  "&#64;anna",
  "&commat;anna",
  "\\@anna",
  "**bold** _it_ ~~gone~~",
  "`code`",
  "``",
  "[link](https://evil.test)",
  "![image](//evil.test/x.png)",
  "<https://evil.test>",
  "https://evil.test/x?a=b",
  "HTTP://evil.test",
  "www.evil.test",
  "<img src=x onerror=y>",
  "<!-- golive:release=v0-1 -->",
  "</sub></details>",
  "<b",
  "&lt;b&gt;",
  "&amp;",
  "&copy;",
  "a | b",
  "| |",
  "\\|",
  "# head",
  "- [x] done",
  "+ item",
  "\\",
  "\\\\",
  "\\`",
  "#12",
  "x[^1]",
  "a\n- [x] forged line",
  "a\r\n### Forged\u2028head",
  "tab\tand  spaces ",
];

/** What a reader of CommonMark sees of text without live markup: escapes and entities taken back, once. */
function shown(markdown: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };
  return markdown
    .replaceAll(
      /\\([!-/:-@[-`{-~])|&(?:#(\d+)|(\w+));/g,
      (whole, escaped: string | undefined, number: string | undefined, name: string | undefined) =>
        escaped ?? (number ? String.fromCodePoint(Number(number)) : (named[name ?? ""] ?? whole)),
    )
    .replaceAll("\u200b", "");
}

/** The same with everything that is escaped gone: what is left may be read as markup. */
const live = (markdown: string) => markdown.replaceAll(/\\[!-/:-@[-`{-~]|&#?\w+;/g, "");

test("text from outside is shown as it is, on one line", () => {
  for (const text of hostile) assert.equal(shown(plain(text)), text.replaceAll(/\s+/g, " ").trim(), text);
});

test("no markup of it is left alive", () => {
  for (const text of hostile) {
    const left = live(plain(text));
    assert.doesNotMatch(left, /[\\`*_[\]<>|#~@&]/, text);
    assert.doesNotMatch(plain(text), /[\n\r\u2028\u2029]/, text);
  }
});

test("no @name and no address that becomes a link stands in it", () => {
  for (const text of hostile) {
    assert.doesNotMatch(plain(text), /@[a-z0-9]/i, text);
    assert.doesNotMatch(plain(text), /https?:\/\/|\bwww\./i, text);
  }
});

test("ordinary words stay readable in the source too", () => {
  for (const text of [
    "Dump the database",
    "2 of 2 passed, 1.5 s",
    "v1.0.0-rc.1: 12 MiB; done?",
    "Привет 😀",
    'it\'s 100 % "done"',
  ])
    assert.equal(plain(text), text);
});

test("long text is cut, and not in the middle of an escape", () => {
  assert.equal(plain("x".repeat(300)), "x".repeat(300));
  assert.equal(plain("x".repeat(301)), `${"x".repeat(299)}…`);
  assert.equal(plain("some words", 5), "some…");
  for (let most = 1; most < 12; most++) {
    const left = live(plain("<|&@*".repeat(5), most));
    assert.doesNotMatch(left, /[^…]/, left);
    assert.ok(shown(plain("<|&@*".repeat(5), most)).length <= most);
  }
});

test("inline code cannot be closed from inside, nor end a cell or a line", () => {
  for (const text of [...hostile, "`", "a`b``c", "x` @anna `y", "a|b", "a\nb"]) {
    const inside = code(text).slice(1, -1);
    assert.ok(code(text).startsWith("`") && code(text).endsWith("`"));
    assert.doesNotMatch(inside, /[`|\n\r]/, text);
  }
  assert.equal(code("v1.0.0 @x *y*"), "`v1.0.0 @x *y*`");
});
