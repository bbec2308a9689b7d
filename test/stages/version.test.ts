import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { healthProblem } from "../../src/stages/deploy/health.ts";
import { isVersion, versionOn } from "../../src/stages/deploy/version.ts";
import { serve } from "../checks/serve.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const release = { tag: "v1.20.2", commit: `0c0ffee${"0".repeat(33)}` };
const host = localHost("app-1");

function planWith(version: object, url = "http://127.0.0.1:8000", directory = "/srv/clinic"): Plan {
  const health = `health: ${JSON.stringify({ url: `${url}/health/`, version })}`;
  const text = samplePlanText.replace(/^health: .*$/m, health).replace("/srv/clinic", directory);
  return loadPlan(text, "sample.yml");
}

test("a page tells the version by JSON, by its text, or by a header", async (t) => {
  const address = await serve(t, ({ url }, answer) => {
    if (url === "/gone") return answer.writeHead(404).end();
    answer
      .writeHead(200, { "X-Version": " 1.20.2 " })
      .end(url === "/json" ? '{"version":"0c0ffee0","n":3}' : "<footer>Kutt v1.20.2</footer>\n<p>v9.9.9</p>");
  });
  const at = `http://${address}`;
  const told = (version: object) => versionOn(host, planWith(version, at));
  assert.equal(await told({ url: `${at}/json` }), "0c0ffee0");
  assert.equal(await told({ url: `${at}/page`, text: "Kutt (v[0-9.]+)" }), "v1.20.2");
  assert.equal(await told({ url: `${at}/page`, text: "v[0-9.]+" }), "v1.20.2", "all of it, without a group");
  assert.equal(await told({ url: `${at}/page`, header: "x-version" }), "1.20.2");
  for (const version of [
    { url: `${at}/gone` },
    { url: `${at}/page` },
    { url: `${at}/json`, json: "n" },
    { url: `${at}/page`, text: "Kutt (x+)" },
    { url: `${at}/page`, header: "X-Release" },
    { url: "http://127.0.0.1:9/" },
  ])
    assert.equal(typeof (await told(version)), "object", JSON.stringify(version));
  const health = (version: object) => healthProblem(host, planWith(version, at), release);
  assert.equal(await health({ url: `${at}/json` }), null);
  assert.equal(await health({ url: `${at}/page`, header: "X-Version" }), null);
  assert.match((await health({ url: `${at}/page`, text: "(v9[0-9.]+)" })) ?? "", /says v9\.9\.9, not v1\.20\.2$/);
});

test("a file of the release tells it where nothing was built in", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive version-"));
  t.after(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, "public"));
  await writeFile(join(directory, "VERSION"), "\nv1.20.2  \nbuilt by hand\n");
  await writeFile(join(directory, "package.json"), '{"name":"kutt","version":"1.20.2"}');
  await writeFile(join(directory, "public", "-v.txt"), "release: v1.20.2;");
  await writeFile(join(directory, "empty"), "");
  const told = (version: object) => versionOn(host, planWith(version, undefined, directory));
  assert.equal(await told({ file: "VERSION" }), "v1.20.2");
  assert.equal(await told({ file: "package.json", json: "version" }), "1.20.2");
  assert.equal(await told({ file: "public/-v.txt", text: "release: (\\S+);" }), "v1.20.2");
  for (const file of ["empty", "none", "public"]) assert.equal(typeof (await told({ file })), "object", file);
});

test("a tag is a version with and without its v, a commit by seven digits and more", () => {
  for (const told of ["v1.20.2", "1.20.2", "0c0ffee", release.commit])
    assert.equal(isVersion(told, release), true, told);
  for (const told of ["v1.20", "1.20.20", "0c0ffe", "0c0ffeg", "", "V1.20.2"])
    assert.equal(isVersion(told, release), false, told);
  assert.equal(isVersion("1.20.2", "v1.20.2"), false, "what was seen before has to be just that");
});

const refused: readonly [version: object, code: string][] = [
  [{}, "plan-value-refused"],
  [{ url: "http://a/", file: "VERSION" }, "plan-value-refused"],
  [{ url: "http://a/", json: "v", header: "X-V" }, "plan-value-refused"],
  [{ file: "VERSION", header: "X-V" }, "plan-value-refused"],
  [{ url: "http://a/", text: "(v" }, "plan-value-refused"],
  [{ file: "/etc/passwd" }, "plan-wrong-length"],
];
for (const [version, code] of refused)
  test(`a plan is refused whose version is ${JSON.stringify(version)}`, () => {
    const health = `health: ${JSON.stringify({ url: "http://127.0.0.1:8000/", version })}`;
    assert.throws(
      () => loadPlan(samplePlanText.replace(/^health: .*$/m, health), "sample.yml"),
      (error: UserError) =>
        error.problems.length === 1 && [code, "plan-value-refused"].includes(error.problems[0]?.code ?? ""),
    );
  });

test("headers that hold a secret, or that are HTTP's own, are refused all at once", () => {
  const headers = {
    Authorization: "Bearer x",
    "x-api-key": "k",
    "X-Any": "Basic dTpw",
    Host: "a.example",
    "Content-Length": "1",
    A: "1",
    a: "2",
  };
  const text = samplePlanText
    .replace('health/" }', `health/", request-headers: ${JSON.stringify(headers)} }`)
    .replace('"http://127.0.0.1:8000/" }', '"http://127.0.0.1:8000/", request-headers: { Cookie: "session=1" } }');
  assert.throws(
    () => loadPlan(text, "sample.yml"),
    (error: UserError) => {
      assert.deepEqual(error.problems.map(({ code }) => code).toSorted(), [
        "request-header-not-ours",
        "request-header-secret",
        "request-header-secret",
        "request-header-secret",
        "request-header-secret",
        "request-header-twice",
        "request-header-twice",
      ]);
      return true;
    },
  );
});
