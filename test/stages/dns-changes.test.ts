import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { errorText } from "../../src/core/errors.ts";
import { dnsSchema } from "../../src/dns/registry.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry } from "../../src/journal/event.ts";
import { emptyState, next } from "../../src/journal/state.ts";
import { dnsBackSteps, dnsFinding, dnsNotBack, dnsSteps, dnsStays } from "../../src/stages/dns-tls/dns-changes.ts";
import { runSteps } from "../../src/stages/launch/run-steps.ts";
import { startNameServer } from "../checks/name-server.ts";
import { startZone, type Zone, zone } from "../dns/bind.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

interface Hooks {
  /** Before a command runs; what it throws ends the run as a crash would. */
  before?(command: Command): Promise<void> | void;
  after?(command: Command): Promise<void> | void;
}

class Crash extends Error {}

/** A launch with these changes. What crashes leaves the record as it was at that moment. */
function launchWith(changes: readonly object[]) {
  const plan = { ...samplePlan(), dns: parsed(dnsSchema, changes) };
  const entries: Entry[] = [];
  const commands: Command[] = [];
  let attempt = 1;
  let hooks: Hooks = {};
  let dead = false;
  const local = localHost("app-1");
  const host = hostFrom("app-1", async (command) => {
    commands.push(command);
    try {
      await hooks.before?.(command);
      const finished = await local.attempt(command);
      await hooks.after?.(command);
      return finished;
    } catch (error) {
      if (error instanceof Crash) dead = true;
      throw error;
    }
  });
  const abort = new AbortController();
  const { launch, told } = launchFor({
    plan,
    run: {
      id: 42,
      get attempt() {
        return attempt;
      },
      actor: "anna",
    },
    release: { id: "v1.1.0-abc", tag: "v1.1.0", window: { start: "", end: "" } },
    hosts: [host],
    signal: abort.signal,
    entries,
    beforeRecord() {
      if (dead) throw new Crash();
    },
  });
  // The window is not this test's.
  const steps = (all: ReturnType<typeof dnsSteps>) => all.map((step) => ({ ...step, run: step.run.bind(step) }));
  const run = async (all: ReturnType<typeof dnsSteps>, with_: Hooks = {}) => {
    hooks = with_;
    dead = false;
    await runSteps(launch, steps(all)).finally(() => (hooks = {}));
  };
  return {
    launch,
    warnings: told.warn,
    commands,
    entries,
    plan,
    forward: (with_?: Hooks) => run(dnsSteps(plan), with_),
    back: (with_?: Hooks) => run(dnsBackSteps(plan, launch.state()), with_),
    again: () => void attempt++,
    step: (id: string) => launch.state().steps.get(id),
    byDay: async () => {
      const [finding] = await dnsFinding(plan, launch);
      return { problems: (finding?.problems ?? []).map(({ what }) => what), note: finding?.note ?? "" };
    },
  };
}

const clear = (text: string, { servers }: Zone) =>
  servers.reduce((so, server, index) => so.replaceAll(server, `ns${index + 1}`), text);
const changeOf = (z: Zone, over: object = {}) => ({
  kind: "rfc2136",
  id: "www",
  host: "app-1",
  server: z.server,
  servers: z.servers,
  zone,
  name: `www.${zone}`,
  type: "A",
  ttl: "60s",
  records: ["192.0.2.2"],
  "key-file": z.keys.golive,
  within: "10s",
  ...over,
});
const www = "dns-tls.dns-www";
const back = "rollback.dns-www";
const isUpdate = ({ file, stdin = "" }: Command) => file === "nsupdate" && stdin !== "";

test("records change, on the primary and every secondary, and go back with their TTL", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1\nwww 300 A 192.0.2.9\nwww AAAA 2001:db8::1", { secondaries: 1 });
  const l = launchWith([changeOf(z)]);
  const before = await z.serial();
  assert.deepEqual(await l.byDay(), {
    problems: [],
    note: `www.${zone}: A 192.0.2.1, 192.0.2.9 (TTL 300 s) → A 192.0.2.2 (TTL 60 s), remembered for 5 min after it changes`,
  });
  assert.equal(await z.serial(), before, "the look by day changes nothing");

  await l.forward();
  for (const server of z.servers)
    assert.deepEqual(await z.dig("www", "A", Number(server.split(":")[1])), ["60 IN A 192.0.2.2"], server);
  assert.match(
    l.step(www)?.note ?? "",
    /^was A 192\.0\.2\.1, 192\.0\.2\.9 \(TTL 300 s\); on 2 servers; others may remember what was there for 5 min/,
  );
  assert.deepEqual(
    l.step(www)?.facts.old,
    { records: [{ type: "A", ttl: 300, values: ["192.0.2.1", "192.0.2.9"] }] }.records && l.step(www)?.facts.old,
  );
  assert.deepEqual(await z.dig("www", "AAAA"), ["60 IN AAAA 2001:db8::1"], "another type stays");
  const after = await z.serial();
  assert.equal(after, before + 1);

  // Once more, by the same run and by another: nothing is done.
  await l.forward();
  l.again();
  await l.forward();
  assert.equal(await z.serial(), after);
  assert.deepEqual(dnsStays(l.plan, l.launch.state()), [
    `DNS: www.${zone} A 192.0.2.2 (TTL 60 s) was begun by this launch and stays as it is now`,
  ]);

  await l.back();
  for (const server of z.servers)
    assert.deepEqual(
      await z.dig("www", "A", Number(server.split(":")[1])),
      ["300 IN A 192.0.2.1", "300 IN A 192.0.2.9"],
      server,
    );
  assert.match(
    l.step(back)?.note ?? "",
    /^A 192\.0\.2\.1, 192\.0\.2\.9 \(TTL 300 s\) again; on 2 servers; others may remember what was there for 1 min/,
  );
  const restored = await z.serial();
  l.again();
  await l.back();
  assert.equal(await z.serial(), restored);
  assert.deepEqual(l.warnings, []);
  assert.ok(
    l.commands.filter(({ file }) => file === "nsupdate").every(({ args }) => !args.join(" ").includes("192.0.2")),
    "records go by standard input",
  );
});

test("what is as it should be is skipped, and a rollback leaves it", async (t) => {
  const z = await startZone(t, "www 60 A 192.0.2.2");
  const l = launchWith([changeOf(z)]);
  assert.equal((await l.byDay()).note, `www.${zone} is so already`);
  await l.forward();
  assert.equal(l.step(www)?.status, "skipped");
  assert.equal(l.step(www)?.note, "it is so already; on 1 server");
  assert.equal(await z.serial(), 1);
  await l.back();
  assert.equal(l.step(back), undefined);
  assert.deepEqual(dnsStays(l.plan, l.launch.state()), []);
});

test("only the TTL differs: it changes, and goes back", async (t) => {
  const z = await startZone(t, "www 3600 A 192.0.2.2");
  const l = launchWith([changeOf(z)]);
  await l.forward();
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2"]);
  await l.back();
  assert.deepEqual(await z.dig("www", "A"), ["3600 IN A 192.0.2.2"]);
});

test("a name that was not there is gone again after a rollback; how long others remember that is told by day", async (t) => {
  const z = await startZone(t, "");
  const l = launchWith([changeOf(z, { name: `new.${zone}`, type: "TXT", records: ["v=spf1; -all", "x".repeat(300)] })]);
  assert.match((await l.byDay()).note, /^new\.clinic\.test: nothing → TXT .*, remembered for 45 s after it changes$/);
  await l.forward();
  assert.equal((await z.dig("new", "TXT")).length, 2);
  l.again();
  await l.forward();
  assert.equal(await z.serial(), 2);
  await l.back();
  assert.deepEqual(await z.dig("new", "TXT"), []);
  assert.match(l.step(back)?.note ?? "", /^nothing again/);
});

test("what was there goes back as it was written, quotes and all", async (t) => {
  const old = '"a \\"b\\" c;d" "e\\\\f" "\\195\\164"';
  const z = await startZone(t, `www TXT ${old}\nwww CAA 0 issue "a.b; c=d"\nwww MX 10 Mail.Example.net.`);
  const changes = [
    changeOf(z, { type: "TXT", records: ["new"] }),
    changeOf(z, { id: "caa", type: "CAA", records: ["0 issue letsencrypt.org"] }),
    changeOf(z, { id: "mx", type: "MX", records: ["0 ."] }),
  ];
  const l = launchWith(changes);
  const all = async () => [await z.dig("www", "TXT"), await z.dig("www", "CAA"), await z.dig("www", "MX")];
  const before = await all();
  await l.forward();
  assert.deepEqual(await all(), [['60 IN TXT "new"'], ['60 IN CAA 0 issue "letsencrypt.org"'], ["60 IN MX 0 ."]]);
  await l.back();
  assert.deepEqual(await all(), before);
});

test("an alias takes the place of addresses in one piece, and the addresses come back", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1\nwww 120 AAAA 2001:db8::1\nold CNAME www");
  const l = launchWith([
    changeOf(z, { type: "CNAME", records: ["lb.example.net"] }),
    changeOf(z, { id: "old", name: `old.${zone}` }),
    changeOf(z, { id: "old6", name: `old.${zone}`, type: "AAAA", records: ["2001:db8::7"] }),
  ]);
  assert.deepEqual((await l.byDay()).problems, []);
  await l.forward();
  assert.deepEqual(
    [await z.dig("www", "CNAME"), await z.dig("www", "AAAA")],
    [["60 IN CNAME lb.example.net."], ["60 IN CNAME lb.example.net."]],
  );
  assert.deepEqual(
    [await z.dig("old", "A"), await z.dig("old", "AAAA")],
    [["60 IN A 192.0.2.2"], ["60 IN AAAA 2001:db8::7"]],
  );
  await l.back();
  assert.deepEqual(
    [await z.dig("www", "A"), await z.dig("www", "AAAA"), await z.dig("old", "CNAME")],
    [["300 IN A 192.0.2.1"], ["120 IN AAAA 2001:db8::1"], [`60 IN CNAME www.${zone}.`]],
  );
});

test("bad condition: dns, an alias beside other records is refused by day, and changes nothing by night", async (t) => {
  const z = await startZone(t, "www A 192.0.2.1\nwww TXT hello");
  const l = launchWith([changeOf(z, { type: "CNAME", records: ["lb.example.net"] })]);
  assert.deepEqual((await l.byDay()).problems, [`www.${zone} has TXT records, and an alias stands alone`]);
  await assert.rejects(l.forward(), /somebody else changed/);
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.1"]);
  assert.equal(await z.serial(), 1);
});

test("bad condition: dns, somebody changes it between the look and the update; theirs stays", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const l = launchWith([changeOf(z)]);
  let once = true;
  const meddle = {
    before: async (command: Command) =>
      void (
        isUpdate(command) &&
        once &&
        ((once = false), await z.elsewhere(`update add www.${zone}. 300 A 192.0.2.77`))
      ),
  };
  await assert.rejects(l.forward(meddle), (error) =>
    /somebody else changed www\.clinic\.test .* in the same moment, and it was left alone: ns1 has other records/.test(
      clear(errorText(error), z),
    ),
  );
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1", "300 IN A 192.0.2.77"]);
  // Nothing was changed, so a rollback has nothing to do.
  await l.back();
  assert.equal(l.step(back), undefined);
  // A re-run starts from what is there now.
  l.again();
  await l.forward();
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2"]);
  await l.back();
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1", "300 IN A 192.0.2.77"]);
});

test("a rollback leaves alone what somebody changed since, and tells it: before it looks, and in that moment", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const l = launchWith([changeOf(z)]);
  await l.forward();
  await z.elsewhere(`update add www.${zone}. 60 A 192.0.2.88`);
  await l.back();
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2", "60 IN A 192.0.2.88"]);
  assert.equal(l.step(back)?.status, "skipped");
  assert.match(
    l.step(back)?.note ?? "",
    /^www\.clinic\.test A 192\.0\.2\.2 \(TTL 60 s\) was changed by somebody since and is LEFT AS IT IS: A 192\.0\.2\.2, 192\.0\.2\.88 \(TTL 60 s\)\. Before the launch it was A 192\.0\.2\.1 \(TTL 300 s\)$/,
  );
  assert.equal(l.warnings.length, 1);
  assert.equal(l.launch.state().notes.length, 1);
  assert.match(dnsNotBack(l.plan, l.launch.state()), /LEFT AS IT IS/);

  await z.elsewhere(`update delete www.${zone}. A 192.0.2.88`);
  let once = true;
  await l.back({
    before: async (command) =>
      void (
        isUpdate(command) &&
        once &&
        ((once = false), await z.elsewhere(`update add www.${zone}. 60 A 192.0.2.99`))
      ),
  });
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2", "60 IN A 192.0.2.99"]);
  assert.match(l.step(back)?.note ?? "", /in this moment and is LEFT AS IT IS/);
  // Then they put it right themselves.
  await z.elsewhere(`update delete www.${zone}. A`, `update add www.${zone}. 300 A 192.0.2.1`);
  await l.back();
  assert.equal(l.step(back)?.note, "it is A 192.0.2.1 (TTL 300 s), as before the launch");
  assert.equal(dnsNotBack(l.plan, l.launch.state()), "");
});

test("bad condition: dns, somebody changes it after the launch was cut off", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const l = launchWith([changeOf(z)]);
  await assert.rejects(
    l.forward({
      after: (command) => {
        if (isUpdate(command)) throw new Crash();
      },
    }),
    Crash,
  );
  await z.elsewhere(`update delete www.${zone}. A`, `update add www.${zone}. 300 A 192.0.2.77`);
  l.again();
  await assert.rejects(
    l.forward(),
    /somebody else changes www\.clinic\.test .*: it was A 192\.0\.2\.1 \(TTL 300 s\) when the launch began to change it, and is A 192\.0\.2\.77/,
  );
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.77"]);
});

for (const [where, hooks, atOnce] of [
  [
    "between the record and the update",
    {
      before: (command: Command) => {
        if (isUpdate(command)) throw new Crash();
      },
    },
    ["300 IN A 192.0.2.1"],
  ],
  [
    "between the update and the record",
    {
      after: (command: Command) => {
        if (isUpdate(command)) throw new Crash();
      },
    },
    ["60 IN A 192.0.2.2"],
  ],
] as const) {
  test(`killed ${where}: the next run goes on, or back, with the records of before`, async (t) => {
    const z = await startZone(t, "www 300 A 192.0.2.1", { secondaries: 1 });
    for (const way of ["on", "back"] as const) {
      const l = launchWith([changeOf(z)]);
      await assert.rejects(l.forward(hooks), Crash);
      assert.equal(l.step(www)?.status, "started");
      assert.deepEqual(await z.dig("www", "A"), atOnce);
      l.again();
      if (way === "on") {
        await l.forward();
        assert.equal(l.step(www)?.status, "done");
        assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2"]);
      }
      // The way back is cut off in the same place.
      if (way === "on" || where.startsWith("between the update")) {
        await assert.rejects(l.back(hooks), Crash);
        l.again();
      }
      await l.back();
      assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1"]);
      assert.equal(l.step(back)?.status, "done");
    }
  });
}

test("bad condition: dns, keys: by day, and by night nothing changes", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const missing = join(tmpdir(), "golive-no-such.key");
  const open = join(await mkdtemp(join(tmpdir(), "golive-key-")), "open.key");
  await writeFile(open, await readFile(z.keys.golive, "utf8"));
  await chmod(open, 0o644);
  t.after(() => rm(join(open, ".."), { recursive: true }));
  const cases: readonly [object, RegExp, RegExp | null][] = [
    [
      { "key-file": z.keys.narrow },
      /^ns1 does not let the key change www\.clinic\.test A$/,
      /does not let the key change/,
    ],
    [
      { "key-file": z.keys.narrow, name: `new.${zone}` },
      /^ns1 does not let the key change new\.clinic\.test A$/,
      /does not let the key change/,
    ],
    [{ "key-file": z.keys.stranger }, /^ns1 does not know the key /, /does not know the key/],
    [
      { "key-file": z.keys.wrong },
      /^the key .* has another secret than the one of that name at ns1$/,
      /another secret/,
    ],
    [{ "key-file": z.keys.garbage }, /holds no key that nsupdate can read$/, /holds no key that nsupdate can read/],
    [{ "key-file": missing }, /^there is no key /, /holds no key that nsupdate can read/],
    [{ "key-file": open }, /^everybody on this host may read the key /, null],
    [{ zone: "test", name: `www.${zone}` }, /^zone$/, null],
  ];
  for (const [over, byDay, byNight] of cases.slice(0, -1)) {
    const l = launchWith([changeOf(z, over)]);
    const { problems } = await l.byDay();
    assert.equal(problems.length, 1, problems.join("; "));
    assert.match(clear(problems[0] ?? "", z), byDay);
    if (byNight === null) continue;
    await assert.rejects(l.forward(), byNight);
    assert.ok(!JSON.stringify(l.entries).includes("c2VjcmV0"), "the journal holds nothing of a key");
  }
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1"]);
  assert.equal(await z.serial(), 1);
});

test("a key that may change another type only is found by day", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1", { policy: "zonesub A" });
  assert.deepEqual((await launchWith([changeOf(z)]).byDay()).problems, []);
  assert.match(
    (await launchWith([changeOf(z, { type: "TXT", records: ["x"] })]).byDay()).problems.join(),
    /does not let the key change www\.clinic\.test TXT$/,
  );
  assert.match(
    (await launchWith([changeOf(z, { type: "CNAME", records: ["lb.example.net"] })]).byDay()).problems.join(),
    /does not let the key change www\.clinic\.test CNAME$/,
  );
});

test("bad condition: dns, the server is down, by day, by night and on the way back", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const l = launchWith([changeOf(z)]);
  await z.stop();
  assert.deepEqual(
    (await l.byDay()).problems.map((what) => clear(what, z)),
    ["the name server ns1 does not answer (TCP)"],
  );
  await assert.rejects(l.forward(), /does not answer/);
  assert.equal(l.step(www)?.facts.old, undefined);
  await z.start();
  // It goes away between the look and the update.
  await assert.rejects(
    l.forward({ before: async (command) => void (isUpdate(command) && (await z.stop())) }),
    (error) =>
      /^dns-tls\.dns-www: app-1: the name server ns1 does not answer the update/.test(clear(errorText(error), z)),
  );
  await z.start();
  await l.forward();
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2"]);
  await z.stop();
  await assert.rejects(l.back(), /does not answer/);
  assert.equal(l.step(back)?.status, "failed");
  await z.start();
  await l.back();
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1"]);
});

test("bad condition: dns, a secondary never gets it: the launch fails, the way back does not", async (t) => {
  const z = await startZone(t, "www 300 A 192.0.2.1");
  const lost = await startNameServer(t, { [zone]: "www 300 A 192.0.2.1" });
  const l = launchWith([changeOf(z, { servers: [z.server, lost.address], within: "2s" })]);
  assert.deepEqual((await l.byDay()).problems, []);
  await assert.rejects(
    l.forward(),
    new RegExp(`after 2\\.0 s ${lost.address} has A 192\\.0\\.2\\.1 \\(TTL 300 s\\) at www\\.clinic\\.test`),
  );
  assert.deepEqual(await z.dig("www", "A"), ["60 IN A 192.0.2.2"]);
  // A re-run waits again, and does not change it again.
  l.again();
  await assert.rejects(l.forward(), /after 2\.0 s/);
  assert.equal(await z.serial(), 2);
  await l.back();
  assert.deepEqual(await z.dig("www", "A"), ["300 IN A 192.0.2.1"]);
  const other = launchWith([changeOf(z, { name: `other.${zone}`, servers: [z.server, lost.address], within: "2s" })]);
  await z.elsewhere(`update add other.${zone}. 60 A 192.0.2.5`);
  assert.match(
    (await other.byDay()).problems.join(),
    /^the servers of clinic\.test do not agree today: .* has nothing at other\.clinic\.test$/,
  );
  // What it cannot reach on the way back is told.
  await assert.rejects(other.forward(), /after 2\.0 s/);
  await other.back();
  assert.match(
    other.step("rollback.dns-www")?.note ?? "",
    /^A 192\.0\.2\.5 \(TTL 60 s\) again; after 2\.0 s .* has nothing at other/,
  );
});

test("bad condition: dns, a server of another zone, a secondary, a wildcard", async (t) => {
  const z = await startZone(t, "*.wild A 192.0.2.1\nsub NS elsewhere.test.", { secondaries: 1 });
  const byDay = async (over: object) =>
    (await launchWith([changeOf(z, over)]).byDay()).problems.map((what) => clear(what, z));
  assert.deepEqual(await byDay({ zone: "other.test", name: "www.other.test" }), [
    "ns1 answers REFUSED for www.other.test",
  ]);
  assert.deepEqual(await byDay({ name: `www.sub.${zone}` }), [`ns1 is not authoritative for www.sub.${zone}`]);
  assert.match(
    (await byDay({ server: z.servers[1] })).join(),
    /^ns2 (is not the primary server of clinic\.test|takes no updates|does not know the key)/,
  );
  assert.match(
    (await byDay({ name: `www.wild.${zone}` })).join(),
    /^www\.wild\.clinic\.test has no records of its own at ns1: what it answers comes from a wildcard$/,
  );
});

test("without servers in the plan those of the zone are asked; one without an address is told", async (t) => {
  const z = await startZone(t, "www A 192.0.2.1\n@ NS gone.invalid.");
  assert.deepEqual((await launchWith([changeOf(z, { servers: undefined })]).byDay()).problems, [
    "no address is known of gone.invalid, a server of clinic.test",
  ]);
  const one = await startZone(t, "www A 192.0.2.1");
  // Nobody serves the zone on port 53 of loopback.
  assert.match(
    (await launchWith([changeOf(one, { servers: undefined })]).byDay()).problems.join(),
    /do not agree today: the name server 127\.0\.0\.1 does not answer|127\.0\.0\.1 answers REFUSED/,
  );
});

test("records that others remember beyond the window are told by day", async (t) => {
  const z = await startZone(t, "www 86400 A 192.0.2.1");
  const l = launchWith([changeOf(z)]);
  assert.match(
    (await l.byDay()).note,
    /remembered for 24 h.* ⚠ longer than the .* from there to the window's end: lower the TTL at least 24 h/,
  );
});

/** A tool of the team's: the records are lines of a file. */
async function tool(t: TestContext, text: string) {
  const directory = await mkdtemp(join(tmpdir(), "golive-dns-tool-"));
  t.after(() => rm(directory, { recursive: true }));
  const file = join(directory, "records");
  await writeFile(file, text);
  const sh = (line: string, ...more: string[]) => ["sh", "-c", line, "sh", file, ...more];
  const change = {
    kind: "command",
    id: "www",
    title: "www to the new balancer",
    host: "app-1",
    within: "1s",
    current: sh('cat "$1"'),
    change: sh('printf "new\\n" > "$1"'),
    status: sh('case $(cat "$1") in new) exit 0 ;; "") exit 1 ;; *) exit 3 ;; esac'),
    back: sh('cat > "$1"'),
  };
  return { file, change, sh, read: () => readFile(file, "utf8"), write: (now: string) => writeFile(file, now) };
}

test("by the team's tool: changed, kept, put back", async (t) => {
  const team = await tool(t, "a\nb\n");
  const l = launchWith([team.change]);
  assert.deepEqual(await l.byDay(), { problems: [], note: "www to the new balancer" });
  await l.forward();
  assert.equal(await team.read(), "new\n");
  assert.equal(l.step(www)?.note, "was 2 lines");
  assert.deepEqual(l.step(www)?.facts.old, { text: "a\nb\n" });
  await l.forward();
  await l.back();
  assert.equal(await team.read(), "a\nb\n");
  assert.equal(l.step(back)?.note, "2 lines again");
  l.again();
  await l.back();
  const other = launchWith([team.change]);
  await team.write("new\n");
  await other.forward();
  assert.equal(other.step(www)?.status, "skipped");
  await other.back();
  assert.equal(await team.read(), "new\n");
});

test("by the team's tool: cut off half way, changed by others, and tools that do not do what they say", async (t) => {
  const team = await tool(t, "a\n");
  const half = launchWith([{ ...team.change, change: team.sh('echo half > "$1"; exit 1') }]);
  await assert.rejects(half.forward(), /exited 1/);
  // What is left half done is the launch's own.
  await half.back();
  assert.equal(await team.read(), "a\n");

  const l = launchWith([team.change]);
  await l.forward();
  await team.write("somebody else's\n");
  await l.back();
  assert.equal(await team.read(), "somebody else's\n");
  assert.match(l.step(back)?.note ?? "", /LEFT AS IT IS: 1 line/);

  await team.write("a\n");
  await assert.rejects(
    launchWith([{ ...team.change, change: ["true"] }]).forward(),
    /true exited 0, and sh still says that www to the new balancer is not done/,
  );
  const stuck = launchWith([{ ...team.change, back: ["true"] }]);
  await stuck.forward();
  await assert.rejects(stuck.back(), /true exited 0, and sh prints other records than before the launch/);
  assert.match(
    (await launchWith([{ ...team.change, status: ["false"] }]).byDay()).problems.join(),
    /nobody can tell whether www to the new balancer is done/,
  );
  assert.match(
    (await launchWith([{ ...team.change, current: ["date", "+%N"] }]).byDay()).problems.join(),
    /date prints other text each time/,
  );
  assert.match(
    (await launchWith([{ ...team.change, current: ["false"] }]).byDay()).problems.join(),
    /false on app-1 exited 1/,
  );
});

assert.ok(next(emptyState, { kind: "note", text: "" } as Entry));
