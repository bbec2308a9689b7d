import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { parse, type TaggedTemplateExpression, type TemplateLiteral } from "acorn";
import { fullAncestor } from "acorn-walk";
import { errorText, UserError } from "../../src/core/errors.ts";
import { figure, showDuration } from "../../src/core/text/figures.ts";
import { inWords, msg, setLocale, t } from "../../src/core/text/text.ts";
import { languageOf } from "../../src/locale/locale.ts";
import { ruTexts } from "../../src/locale/ru-texts.ts";
import { parsePlan, usePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const src = join(import.meta.dirname, "../../src");

interface Text {
  readonly text: string;
  readonly where: string;
  /** Told when its file is read, before any plan has chosen a language. */
  readonly early: boolean;
  /** The sources of what is put in. */
  readonly values: readonly string[];
}

/** Every text that a file has told or keeps to be told. */
function textsIn(file: string, source: string): Text[] {
  const found: Text[] = [];
  fullAncestor(
    parse(stripTypeScriptTypes(source), { ecmaVersion: "latest", sourceType: "module", locations: true }),
    (node, _, ancestors) => {
      if (node.type !== "TaggedTemplateExpression") return;
      const { tag, quasi, loc } = node as TaggedTemplateExpression;
      if (tag.type !== "Identifier" || (tag.name !== "t" && tag.name !== "msg")) return;
      found.push({
        text: textOf(quasi),
        where: `${file}:${loc?.start.line}`,
        early: tag.name === "t" && !ancestors.some(({ type }) => /Function/.test(type)),
        values: quasi.expressions.map(({ start, end }) => source.slice(start, end)),
      });
    },
  );
  return found;
}

const textOf = ({ quasis, expressions }: TemplateLiteral) =>
  quasis.map(({ value }, i) => `${value.cooked ?? ""}${i < expressions.length ? `{${i}}` : ""}`).join("");

const texts = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "core/text/text.ts")
  .flatMap((name) => textsIn(name, readFileSync(join(src, name), "utf8")));
const known = new Map(texts.map((one) => [one.text, one]));

afterEach(() => setLocale(languageOf("en")));

test("the reader of texts sees them", () => {
  assert.ok(texts.length > 1500, String(texts.length));
  assert.deepEqual(
    textsIn("x.ts", 'const a: string = t`one ${b.c} and ${t` inner ${d}`}`; other`no`; msg`kept`; "plain"; `plain`;')
      .map(({ text }) => text)
      .toSorted(),
    [" inner {0}", "kept", "one {0} and {1}"],
  );
});

test("no text is told before a language is chosen", () => {
  assert.deepEqual(
    texts
      .filter(({ early }) => early)
      .map(({ text, where }) => `${where}: ${text} (msg, and inWords where it is told)`),
    [],
  );
  assert.deepEqual(
    textsIn("x.ts", "const a = t`now`; const b = () => t`later`; const c = msg`kept`;").map(({ text, early }) => [
      text,
      early,
    ]),
    [
      ["now", true],
      ["later", false],
      ["kept", false],
    ],
  );
});

test("no text lacks its Russian, and none is left over", () => {
  assert.deepEqual(
    texts.filter(({ text }) => !Object.hasOwn(ruTexts, text)).map(({ text, where }) => `${where}: ${text}`),
    [],
  );
  assert.deepEqual(
    Object.keys(ruTexts).filter((text) => !known.has(text)),
    [],
  );
});

/** An ending or a verb that English needs and another language has a form of its own for. */
const grammar =
  /\? *"(?:|s|es|is|are|was|were|run|runs|day|days|it|them|try|tries|receivers?)" *: *"|\? t` ?(?:was|s were)`|^(?:has|are|verb|plural)$/;

test("what is put into a text in English is put into it in Russian, and nothing else", () => {
  const wrong: string[] = [];
  for (const { text, where, values } of known.values()) {
    const russian = ruTexts[text] ?? "";
    const [wanted, has] = [text, russian].map(
      (one) => new Set([...one.matchAll(/\{(\d)(?::[^{}]*)?\}/g)].map(([, index]) => Number(index))),
    );
    for (const index of has ?? [])
      if (!wanted?.has(index)) wrong.push(`${where}: {${index}} is not in the English: ${russian}`);
    for (const index of wanted ?? [])
      if (!has?.has(index) && !grammar.test(values[index] ?? ""))
        wrong.push(`${where}: {${index}} (${values[index]}) is lost: ${russian}`);
    for (const [form] of russian.matchAll(/\{\d:[^{}]*\}/g))
      if (form.split("|").length !== 3) wrong.push(`${where}: ${form} has not three forms`);
    if (/^[ ,;:]/.test(text) !== /^[ ,;:]/.test(russian) && russian !== "")
      wrong.push(`${where}: begins otherwise: "${text}" "${russian}"`);
    if (text.endsWith("\n") !== russian.endsWith("\n")) wrong.push(`${where}: ends otherwise`);
    // What is to be typed is typed in any language.
    for (const [code] of text.matchAll(/`(?:golive|\/)[^`]*`/g))
      if (!russian.includes(code)) wrong.push(`${where}: ${code} is lost`);
  }
  assert.deepEqual(wrong, []);
});

test("what is Russian is in Russian", () => {
  const names = /^(?:golive [{}\w]+|pg_dump \{0\}|runner|\{0\}.*|.*\{\d\}|TTL .*|CAA .*)$/;
  for (const [text, russian] of Object.entries(ruTexts))
    if (/[a-z]{3,} [a-z]{3,}/.test(text) && russian !== "")
      assert.ok(/[а-яё]/i.test(russian) || names.test(russian), `${text}: ${russian}`);
});

test("the words that go with a number", () => {
  setLocale(languageOf("ru"));
  const files = [0, 1, 2, 5, 11, 21, 22, 25, 101].map((n) => t`${n} {0:file|files|files}`);
  assert.deepEqual(files, [
    "0 файлов",
    "1 файл",
    "2 файла",
    "5 файлов",
    "11 файлов",
    "21 файл",
    "22 файла",
    "25 файлов",
    "101 файл",
  ]);
  // As text, grouped and with a comma, as they are written.
  assert.deepEqual(
    [t`${figure(12_301)} {0:file|files|files}`, t`${figure(1.5)} {0:day|days|days}`],
    ["12\u00a0301 файл", "1,5 дня"],
  );
  setLocale(languageOf("en"));
  const english = [0, 1, 2, 21].map((n) => t`${n} {0:file|files|files}`);
  assert.deepEqual(english, ["0 files", "1 file", "2 files", "21 files"]);
});

test("figures and durations are those of the language", () => {
  setLocale(languageOf("ru"));
  assert.deepEqual([0.42, 12, 65, 3720].map(showDuration), ["0,4 с", "12 с", "1 мин 5 с", "1 ч 2 мин"]);
  assert.deepEqual([figure(1234), figure(99.95), figure(2, 1)], ["1234", "99,95", "2,0"]);
});

test("what is put in is not read as a text of its own", () => {
  setLocale(languageOf("ru"));
  assert.equal(t`no answer: ${"{0} {1:a|b|c}"}`, "нет ответа: {0} {1:a|b|c}");
});

test("an error that is told in the plan's language, and the plan's own mistakes", () => {
  const russian = `locale: ru\n${samplePlanText}`;
  usePlan(russian, "golive.yml");
  assert.equal(
    errorText(
      new UserError({
        code: "of-a-test",
        what: t`there is no tag "${"v2"}" in ${"o"}/${"r"}`,
        mend: t`check its rights`,
      }),
    ),
    'тега "v2" нет в o/r [of-a-test]\n  → проверьте права на него',
  );
  const result = parsePlan(
    russian.replace(/^timezone:.*$/m, "timezone: Moscow").replace(/^window:/m, "windows: 1\nwindow:"),
    "golive.yml",
  );
  assert.ok(!result.ok);
  const all = result.problems.map(({ what, mend }) => `${what} → ${mend}`).join("\n");
  assert.match(all, /неизвестный ключ "windows" → может быть, "window"\?/);
  // A plan in a language that there is not is refused in English.
  const unknown = parsePlan(russian.replace("locale: ru", "locale: de"), "golive.yml");
  assert.match(unknown.ok ? "" : (unknown.problems[0]?.what ?? ""), /^locale is "de"/);
});

test("a rule of a schema, written before any language is spoken, is told in the one that is", () => {
  const rule = msg`must be a GitHub login with @`;
  assert.equal(inWords(rule), rule);
  setLocale(languageOf("ru"));
  assert.equal(inWords(rule), "должно быть логином GitHub с @");
});

test("an unknown language, and a text that nobody translated, are English", () => {
  for (const name of ["xx", undefined, null, 7, "constructor"]) assert.equal(languageOf(name).tag, "en");
  setLocale({ tag: "ru", texts: {} });
  assert.equal(t`${3} files`, "3 files");
});
