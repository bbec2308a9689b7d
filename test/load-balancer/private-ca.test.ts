import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { checkHttp } from "../../src/checks/kinds/http/http.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import { look } from "../../src/load-balancer/proof.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { probeSite } from "../../src/stages/watch/probe-site.ts";
import { makeAuthority } from "../checks/certificates.ts";
import { samplePlan } from "../plan/sample-plan.ts";

/** A site whose certificate is a private CA's, at a balancer's address. */
async function site(t: Pick<TestContext, "after">) {
  const directory = await mkdtemp(join(tmpdir(), "golive-private-ca-"));
  t.after(() => rm(directory, { recursive: true }));
  const ours = await makeAuthority(join(directory, "ours"));
  const others = await makeAuthority(join(directory, "others"));
  const { key, chain } = await ours.issue();
  const server = createServer({ key: await readFile(key), cert: await readFile(chain) }, (_, answer) =>
    answer.end("in"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const planWith = (ca?: string) =>
    samplePlan({
      site: { url: "https://clinic.example.org/", ...(ca === undefined ? {} : { ca }) },
      loadBalancer: { addresses: [address] },
    });
  return { planWith, ours: ours.root, others: others.root, address };
}

test("a private CA's site is seen by who is told of it, and by nobody else", async (t) => {
  const { planWith, ours, others } = await site(t);
  const seen = async (ca?: string) => (await look(planWith(ca))).map(({ answer }) => answer.status);
  assert.deepEqual(await seen(ours), [200]);
  assert.deepEqual(await seen(), [0], "the runner does not know it");
  assert.deepEqual(await seen(others), [0], "another private CA is not trusted for it");
});

test("so it is by a check of the site past its page, and by the watch", async (t) => {
  const { planWith, ours } = await site(t);
  const given = { kind: "http", id: "front", url: "https://clinic.example.org/", bypass: true, tries: 1 };
  const check = parsed(checkSchema, given) as Parameters<typeof checkHttp>[0];
  const verdict = async (ca?: string) =>
    (await checkHttp(check, { plan: planWith(ca), expected: { tag: "v1", commit: "0" }, hosts: { get: fail } }))
      .verdict;
  assert.deepEqual([await verdict(ours), await verdict()], ["pass", "fail"]);
  const watched = { within: 5 } as Parameters<typeof probeSite>[1];
  const bad = async (ca?: string) => {
    const state = () => ({ steps: new Map() }) as unknown as ReturnType<Parameters<typeof probeSite>[0]["state"]>;
    return (await probeSite({ plan: planWith(ca), state }, watched, 2)).bad;
  };
  assert.deepEqual([await bad(ours), await bad()], [0, 2]);
});

function fail(): never {
  throw new Error("no host is asked");
}
