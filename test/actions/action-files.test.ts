import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import type { Action } from "../../src/actions/runner/action.ts";
import { actions } from "../../src/actions/runner/actions.ts";

const root = join(import.meta.dirname, "../..");

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<
    Record<string, { readonly description?: string; readonly required?: boolean; readonly default?: string }>
  >;
  readonly outputs?: Readonly<Record<string, { readonly description?: string; readonly value?: string }>>;
  readonly runs: {
    readonly using: string;
    readonly main?: string;
    readonly post?: string;
    readonly "post-if"?: string;
    readonly steps?: readonly Step[];
  };
}

const read = (folder: string) => parse(readFileSync(join(root, folder, "action.yml"), "utf8")) as ActionFile;
const names = readdirSync(join(root, "actions")).toSorted();
const nodeNames = names.filter((name) => read(`actions/${name}`).runs.using === "node24");
const composite = ["", ...names.filter((name) => !nodeNames.includes(name)).map((name) => `actions/${name}`)];

test("there are actions of both kinds", () => {
  assert.ok(nodeNames.length >= 7 && nodeNames.includes("plan"), nodeNames.join());
  assert.ok(composite.includes("") && composite.includes("actions/launch"), composite.join());
});

for (const folder of ["", ...names.map((name) => `actions/${name}`)]) {
  test(`${folder || "the root"}: every input and output is described, and the file is complete`, () => {
    const file = read(folder);
    assert.ok(file.name && file.description && file.runs.using);
    for (const [name, about] of [...Object.entries(file.inputs ?? {}), ...Object.entries(file.outputs ?? {})])
      assert.ok(about.description, name);
    for (const [name, { required, default: fallback }] of Object.entries(file.inputs ?? {}))
      assert.ok(required === true || fallback !== undefined, `${name} is neither required nor has it a default`);
    for (const [name, { required, default: fallback }] of Object.entries(file.inputs ?? {}))
      assert.ok(!(required === true && fallback !== undefined), `${name} is required and has a default`);
  });
}

for (const name of nodeNames) {
  test(`actions/${name} is what the code says`, async () => {
    const file = read(`actions/${name}`);
    const { action } = (await import(`../../src/actions/${name}.ts`)) as { action: Action };
    assert.deepEqual(Object.keys(file.inputs ?? {}).toSorted(), Object.keys(action.inputs).toSorted());
    assert.deepEqual(Object.keys(file.outputs ?? {}).toSorted(), [...action.outputs].toSorted());
    for (const [input, { required = false }] of Object.entries(action.inputs)) {
      const told = file.inputs?.[input];
      if (told?.required === true) assert.ok(required, `${input} is required in action.yml, not in the code`);
      if (required)
        assert.ok(
          told?.required === true || (told?.default ?? "") !== "",
          `${input} is required in the code, but may be left empty in action.yml`,
        );
    }
    for (const { value } of Object.values(file.outputs ?? {}))
      assert.equal(value, undefined, "outputs of a node action are set by the code");
    assert.equal(file.runs.main, `../../dist/${name}.js`);
    assert.deepEqual(
      [file.runs.post, file.runs["post-if"]],
      ["../../dist/post.js", "always()"],
      "what an action opened is ended with the job",
    );
    const source = readFileSync(join(root, `src/actions/${name}.ts`), "utf8");
    assert.equal(
      actions[name]?.halfWay === true,
      /\blaunchAction\b/.test(source) && name !== "checklist",
      "an action that can be cancelled in the middle of a step has a last word",
    );
    assert.ok(existsSync(join(root, "dist", basename(file.runs.main ?? ""))), `${file.runs.main} is there`);
  });
}

for (const folder of composite) {
  test(`${folder || "the root"} passes every input on to steps that know it`, () => {
    const file = read(folder);
    const inputs = Object.keys(file.inputs ?? {});
    const used = new Set<string>();
    for (const { uses = "", with: given = {} } of file.runs.steps ?? []) {
      assert.match(uses, /^\$\/actions\/[a-z]+$/);
      const called = read(uses.slice(2));
      const known = Object.keys(called.inputs ?? {});
      for (const [name, value] of Object.entries(given)) {
        assert.ok(known.includes(name), `${uses} has no input ${name}`);
        const from = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1];
        if (from === undefined) continue;
        assert.equal(from, name, "an input is passed on under its own name");
        assert.ok(inputs.includes(from), `${folder || "the root"} has no input ${from}`);
        used.add(from);
      }
      for (const [name, { required }] of Object.entries(called.inputs ?? {}))
        if (required === true) assert.ok(name in given, `${uses} needs ${name}`);
      for (const name of inputs) if (known.includes(name)) assert.ok(name in given, `${uses} does not get ${name}`);
    }
    assert.deepEqual([...used].toSorted(), inputs.toSorted());
  });
}

test("the root and actions/launch are the same to their callers", () => {
  const [outer, inner] = [read(""), read("actions/launch")];
  assert.deepEqual(outer.inputs, inner.inputs);
  assert.deepEqual(Object.keys(outer.outputs ?? {}), Object.keys(inner.outputs ?? {}));
});
