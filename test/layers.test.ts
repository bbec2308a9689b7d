import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";

const src = join(import.meta.dirname, "../src");

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Nothing of it is left when the code runs. */
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

function arrowsOf(file: string): Arrow[] {
  const text = readFileSync(join(src, file), "utf8");
  const target = (path: string) => normalize(join(dirname(file), path));
  const still = [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;"']*?)\s*from\s+"(\.[^"]+)"/gm)].map(
    ([, type, bound = "", path = ""]) => {
      const names = bound
        .replaceAll(/[{}]/g, "")
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "");
      return {
        from: file,
        to: target(path),
        typeOnly: type !== undefined || names.every((name) => name.startsWith("type ")),
        names: names.map((name) => name.replace(/^type /, "").replace(/ as .*$/, "")),
      };
    },
  );
  const bare = [...text.matchAll(/^import\s+"(\.[^"]+)"/gm)].map(([, path = ""]) => ({
    from: file,
    to: target(path),
    typeOnly: false,
    names: [],
  }));
  const late = [...text.matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, path = ""]) => ({
    from: file,
    to: target(path),
    typeOnly: false,
    names: [],
  }));
  return [...still, ...bare, ...late];
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .toSorted();
const arrows = files.flatMap(arrowsOf);
const layerOf = (file: string) => file.split("/")[0] ?? "";

/** What each folder may import from, beside itself. An arrow that is not here points back. */
const low = ["hosts", "github", "plan", "core"];
const middle = [
  "files",
  "access",
  "checks",
  "presets",
  "database",
  "load-balancer",
  "services",
  "monitoring",
  "notices",
  "dns",
  "checklist",
  "journal",
  "locale",
];
const allowed: Readonly<Record<string, readonly string[]>> = {
  "index.ts": ["actions", "cli"],
  actions: ["stages", ...middle, ...low],
  cli: ["stages", ...middle, ...low],
  stages: [...middle, ...low],
  // What they read of the plan leads to none of them: the test of the kinds below.
  access: ["hosts", "plan", "core"],
  checks: ["hosts", "plan", "core"],
  presets: ["hosts", "plan", "core"],
  database: ["hosts", "plan", "core"],
  files: ["hosts", "plan", "core"],
  "load-balancer": ["hosts", "plan", "core"],
  services: ["hosts", "plan", "core"],
  monitoring: ["hosts", "plan", "core"],
  notices: ["plan", "core"],
  dns: ["hosts", "plan", "core"],
  checklist: ["github", "journal", "locale", "plan", "core"],
  journal: ["hosts", "core"],
  locale: ["core"],
  hosts: ["core"],
  github: ["core"],
  plan: ["checks", "access", "locale", "core"],
  core: [],
};

/**
 * The plan's shape is known to all, as a type. The keys of a family's kinds stand beside what they are about: the plan
 * puts them together from each family's `registry.ts` or `schema.ts`.
 */
function excepted({ from, to, typeOnly, names }: Arrow): boolean {
  if (typeOnly && to === "plan/schema/schema.ts" && names.every((name) => name === "Plan" || name === "PlanHost"))
    return true;
  return layerOf(from) === "plan" && /\/(registry|([a-z-]+-)?schema)\.ts$/.test(to);
}

test("the reader of imports sees them", () => {
  assert.ok(files.length > 60 && arrows.length > 200, `${files.length} files, ${arrows.length} arrows`);
  assert.ok(
    arrows.some(({ from, to }) => from === "actions/runner/actions.ts" && to === "actions/plan.ts"),
    "late imports as well",
  );
  for (const { from, to } of arrows) assert.ok(files.includes(to), `${from} imports ${to}, which is not in src`);
});

test("every folder has its place", () => {
  assert.deepEqual(
    [...new Set(files.map(layerOf))].filter((layer) => !(layer in allowed)),
    [],
  );
});

test("arrows point one way", () => {
  const back = arrows.filter(
    (arrow) =>
      layerOf(arrow.from) !== layerOf(arrow.to) &&
      !(allowed[layerOf(arrow.from)] ?? []).includes(layerOf(arrow.to)) &&
      !excepted(arrow),
  );
  assert.deepEqual(
    back.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

/** All that a file leads to. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const { to } of arrows.filter(({ from }) => from === file))
    if (!seen.has(to)) {
      seen.add(to);
      reached(to, seen);
    }
  return seen;
}

const isKind = (file: string) => layerOf(file) === "checks" || layerOf(file) === "access";

test("the plan is made of the kinds, and what a kind reads of the plan is made of none", () => {
  const back = arrows.filter(({ from, to }) => isKind(from) && layerOf(to) === "plan" && [...reached(to)].some(isKind));
  assert.deepEqual(
    back.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
});

test("no kind leads back to itself, types included", () => {
  assert.deepEqual(
    files.filter((file) => isKind(file) && reached(file).has(file)),
    [],
  );
});

test("core knows nothing of the world", () => {
  const worldly = files.filter(
    (file) =>
      layerOf(file) === "core" &&
      /from "(?:node:(?!crypto)|@actions|@octokit)/.test(readFileSync(join(src, file), "utf8")),
  );
  assert.deepEqual(worldly, []);
});

test("only actions talk to the runner", () => {
  const talkers = files.filter(
    (file) => layerOf(file) !== "actions" && /from "@actions\/core"/.test(readFileSync(join(src, file), "utf8")),
  );
  assert.deepEqual(talkers, []);
});

test("there is no circle of imports, types included", () => {
  const next = new Map(files.map((file) => [file, arrows.filter(({ from }) => from === file).map(({ to }) => to)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  assert.deepEqual(circles, []);
});

test("nothing ends the process or leaves a file outside src", () => {
  const enders = files.filter((file) => /process\.exit\(/.test(readFileSync(join(src, file), "utf8")));
  assert.deepEqual(enders, []);
  assert.deepEqual(
    arrows
      .filter(({ from, to }) => relative(src, join(src, to)).startsWith("..") || to === from)
      .map(({ from }) => from),
    [],
  );
});
