import assert from "node:assert/strict";
import { test } from "node:test";
import { localeNames, locales } from "../../src/locale/locale.ts";
import { planSchema } from "../../src/plan/schema/schema.ts";

/** Every text of a catalogue, by where it stands; functions are called with arguments that name themselves. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [[path, String((value as (...args: unknown[]) => unknown)(...argumentsOf(path)))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path === "" ? key : `${path}.${key}`));
}

const argumentsOf = (path: string): unknown[] =>
  path === "noReturn"
    ? [{ name: "ARG1", drops: ["ARG2"], rewrites: [] }]
    : path === "scenarios.head"
      ? ["ARG1", "ARG2", true]
      : /^watch\.(sev1|opened|closed)$/.test(path)
        ? ["ARG1", ["ARG2"]]
        : path === "people.planned"
          ? ["ARG1", "ARG2", "ARG3", "ARG4"]
          : path === "doubt.ask"
            ? ["ARG1", ["ARG2"], "ARG3"]
            : ["ARG1", "ARG2", "ARG3"];

test("a plan may choose every language that there is, and no other", () => {
  assert.deepEqual([...localeNames].toSorted(), Object.keys(locales).toSorted());
  assert.deepEqual(planSchema.shape.locale.unwrap().options, [...localeNames]);
});

test("every catalogue has every text, and none is empty", () => {
  const of = Object.entries(locales).map(([name, catalogue]) => [name, new Map(texts(catalogue, ""))] as const);
  const [, english] = of.find(([name]) => name === "en") ?? [];
  assert.ok(english !== undefined && english.size > 100);
  for (const [name, found] of of) {
    assert.deepEqual([...found.keys()].toSorted(), [...english.keys()].toSorted(), name);
    for (const [path, text] of found) {
      assert.notEqual(text.trim(), "", `${name} ${path}`);
      assert.ok(!text.includes("undefined"), `${name} ${path}: ${text}`);
      // What is put into a text in one language is in it in every other.
      for (const argument of ["ARG1", "ARG2", "ARG3"])
        assert.equal(text.includes(argument), english.get(path)?.includes(argument), `${name} ${path}: ${argument}`);
      for (const command of english.get(path)?.match(/`(golive|\/)[^`$]*`/g) ?? [])
        assert.ok(text.includes(command.replace(/ (what you saw|why).*$/, "")), `${name} ${path}: ${command}`);
    }
  }
});

test("what is in Russian is in Russian", () => {
  for (const [path, text] of texts(locales.ru, "")) assert.match(text, /[а-яё]/i, `${path}: ${text}`);
  for (const [path, text] of texts(locales.en, "")) assert.doesNotMatch(text, /[а-яё]/i, `${path}: ${text}`);
});
