import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { promises as dns } from "node:dns";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { checkSchema } from "../../src/checks/registry.ts";
import { authoritative } from "../../src/checks/kinds/dns/ask-servers.ts";
import { checkDns } from "../../src/checks/kinds/dns/dns.ts";
import type { DnsCheck } from "../../src/checks/kinds/dns/schema.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { startNameServer } from "./name-server.ts";

/** The first server's zones, and what the second one, which is behind or broken, has of them. */
const zones: Readonly<Record<string, readonly [string, string | null]>> = {
  "good.test": [
    'www A 192.0.2.1\nwww A 192.0.2.2\nwww AAAA 2001:db8::1\n@ CAA 0 issue "letsencrypt.org; validationmethods=http-01"',
    'www A 192.0.2.2\nwww A 192.0.2.1\nwww AAAA 2001:db8::1\n@ CAA 0 issue "letsencrypt.org"',
  ],
  "stale.test": ["www A 192.0.2.1", "www A 192.0.2.9"],
  "half.test": ["www A 192.0.2.1", ""],
  "six.test": ["www A 192.0.2.1\nwww AAAA 2001:db8::1", "www A 192.0.2.1"],
  "four.test": ["www A 192.0.2.1", "www A 192.0.2.1"],
  "slow.test": ["www 86400 A 192.0.2.1", "www 86400 A 192.0.2.1"],
  "alias.test": ["www CNAME lb.example.net.", "www CNAME lb.example.net."],
  "turned.test": ["www CNAME lb.example.net.", "www CNAME old.example.net."],
  "inner.test": ["www CNAME web\nweb A 192.0.2.1", "www CNAME web\nweb A 192.0.2.1"],
  "mail.test": ["www TXT hello", "www TXT hello"],
  "caa.test": [
    'www A 192.0.2.1\n@ CAA 0 issue "pki.example"\nnone A 192.0.2.1\nnone CAA 0 issue ";"\nown A 192.0.2.1\nown CAA 0 issue "letsencrypt.org"\nodd A 192.0.2.1\nodd CAA 128 tbs "x"\nodd CAA 0 issue "letsencrypt.org"\nwild A 192.0.2.1\nwild CAA 0 issuewild "pki.example"',
    'www A 192.0.2.1\n@ CAA 0 issue "pki.example"\nnone A 192.0.2.1\nown A 192.0.2.1\nodd A 192.0.2.1\nwild A 192.0.2.1',
  ],
  "broken.test": ["www A 192.0.2.1", null],
};

describe("zones of a real BIND", () => {
  const servers: Record<string, string> = {};
  const enders: (() => unknown)[] = [];
  before(async () => {
    const first = Object.fromEntries(Object.entries(zones).map(([zone, [text]]) => [zone, text]));
    const second = Object.fromEntries(Object.entries(zones).map(([zone, [, text]]) => [zone, text]));
    const here = { after: (end: () => unknown) => void enders.push(end) };
    const started = await Promise.all([startNameServer(here, first), startNameServer(here, second)]);
    for (const [index, { address }] of started.entries()) servers[`ns${index + 1}`] = address;
    const silent = createSocket("udp4");
    await new Promise<void>((resolve) => silent.bind(0, "127.0.0.1", resolve));
    servers.silent = `127.0.0.1:${silent.address().port}`;
    enders.push(() => silent.close());
    const [closed = 0] = await freePorts(1);
    servers.closed = `127.0.0.1:${closed}`;
  });
  after(() => Promise.all(enders.map((end) => end())));

  const context = {
    plan: samplePlan({ site: { url: "https://www.good.test/" } }),
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(),
  };
  const both = ["ns1", "ns2"];
  const ask = async (name: string, change: Partial<DnsCheck> = {}, at: readonly string[] = both) => {
    const check = parsed(checkSchema, {
      kind: "dns",
      id: "d",
      name,
      servers: at.map((one) => servers[one]),
      within: "2s",
      wait: "0s",
    }) as DnsCheck;
    const { verdict, evidence } = await checkDns({ ...check, ...change }, context);
    return [
      verdict,
      Object.entries(servers).reduce((text, [one, address]) => text.replaceAll(address, one), evidence),
    ] as const;
  };

  const good: readonly [string, string, Partial<DnsCheck>, string][] = [
    [
      "both agree",
      "www.good.test",
      {},
      "2 servers: www.good.test leads to 192.0.2.1, 192.0.2.2, 2001:db8::1; TTL 60 s",
    ],
    [
      "the addresses of the plan, however they are written",
      "www.good.test",
      { addresses: ["192.0.2.2", "192.0.2.1", "2001:DB8:0::1"], ipv6: true, ttlAtMost: 60 },
      "2 servers: www.good.test leads to 192.0.2.1, 192.0.2.2, 2001:db8::1; TTL 60 s",
    ],
    [
      "the CA is allowed, above the name",
      "www.good.test",
      { caa: "letsencrypt.org" },
      "2 servers: www.good.test leads to 192.0.2.1, 192.0.2.2, 2001:db8::1; TTL 60 s; CAA allows letsencrypt.org",
    ],
    [
      "no CAA record limits anyone",
      "www.four.test",
      { caa: "letsencrypt.org" },
      "2 servers: www.four.test leads to 192.0.2.1; TTL 60 s; CAA allows letsencrypt.org",
    ],
    ["an alias", "www.alias.test", { alias: "LB.example.net" }, "2 servers: www.alias.test leads to lb.example.net"],
    [
      "an alias inside the zone is followed",
      "www.inner.test",
      { addresses: ["192.0.2.1"] },
      "2 servers: www.inner.test leads to 192.0.2.1; TTL 60 s",
    ],
  ];
  for (const [what, name, change, evidence] of good)
    test(`good: ${what}`, async () => assert.deepEqual(await ask(name, change), ["pass", evidence]));
  test("good: the name's own CAA record comes before the zone's", async () =>
    assert.equal((await ask("own.caa.test", { caa: "letsencrypt.org" }, ["ns1"]))[0], "pass"));
  test("good: who may issue wildcards says nothing of the name", async () =>
    assert.equal((await ask("wild.caa.test", { caa: "letsencrypt.org" }, ["ns1"]))[0], "pass"));

  const bad: readonly [string, string, Partial<DnsCheck>, readonly string[], Verdict, RegExp][] = [
    [
      "one server is stale",
      "www.stale.test",
      {},
      both,
      "fail",
      /^the servers do not agree: 192\.0\.2\.1 at ns1; 192\.0\.2\.9 at ns2$/,
    ],
    [
      "one server is stale, and the plan says which",
      "www.stale.test",
      { addresses: ["192.0.2.1"] },
      both,
      "fail",
      /^ns2: 192\.0\.2\.1 is missing; ns2: leads to 192\.0\.2\.9 as well.*; the servers do not agree/,
    ],
    [
      "one server has no record",
      "www.half.test",
      {},
      both,
      "fail",
      /^ns2: does not know www\.half\.test \(NXDOMAIN\); the servers do not agree: 192\.0\.2\.1 at ns1; nothing at ns2$/,
    ],
    [
      "a wrong address everywhere",
      "www.four.test",
      { addresses: ["192.0.2.7"] },
      both,
      "fail",
      /^ns1: 192\.0\.2\.7 is missing; ns1: leads to 192\.0\.2\.1 as well, which the plan does not name; ns2: /,
    ],
    [
      "one address of two",
      "www.four.test",
      { addresses: ["192.0.2.1", "192.0.2.2"] },
      both,
      "fail",
      /^ns1: 192\.0\.2\.2 is missing; ns2: 192\.0\.2\.2 is missing$/,
    ],
    [
      "one address too many",
      "www.good.test",
      { addresses: ["192.0.2.1", "2001:db8::1"] },
      both,
      "fail",
      /^ns1: leads to 192\.0\.2\.2 as well/,
    ],
    [
      "an old AAAA that the plan does not name",
      "www.good.test",
      { addresses: ["192.0.2.1", "192.0.2.2"] },
      both,
      "fail",
      /^ns1: leads to 2001:db8::1 as well/,
    ],
    ["no AAAA", "www.four.test", { ipv6: true }, both, "fail", /^ns1: www\.four\.test has no AAAA record; ns2: /],
    [
      "no AAAA at one server",
      "www.six.test",
      {},
      both,
      "fail",
      /^the servers do not agree: 192\.0\.2\.1, 2001:db8::1 at ns1; 192\.0\.2\.1 at ns2$/,
    ],
    [
      "no address at all",
      "www.mail.test",
      {},
      both,
      "fail",
      /^ns1: www\.mail\.test has no address; ns2: www\.mail\.test has no address$/,
    ],
    ["no such name", "nowhere.good.test", {}, both, "fail", /^ns1: does not know nowhere\.good\.test \(NXDOMAIN\)/],
    [
      "a TTL too long",
      "www.slow.test",
      { ttlAtMost: 300 },
      both,
      "fail",
      /^ns1: others may remember it for 86400 s, and the plan wants 300 s at most/,
    ],
    [
      "CAA allows another CA only",
      "www.caa.test",
      { caa: "letsencrypt.org" },
      both,
      "fail",
      /^ns1: CAA does not allow letsencrypt\.org: pki\.example; ns2: /,
    ],
    [
      "CAA allows nobody",
      "none.caa.test",
      { caa: "letsencrypt.org" },
      ["ns1"],
      "fail",
      /^ns1: CAA does not allow letsencrypt\.org: nobody$/,
    ],
    [
      "a critical CAA record that CAs may not know",
      "odd.caa.test",
      { caa: "letsencrypt.org" },
      ["ns1"],
      "fail",
      /^ns1: has a critical CAA record/,
    ],
    ["a server that cannot load the zone (SERVFAIL)", "www.broken.test", {}, both, "fail", /^ns2: answers SERVFAIL$/],
    ["a server that is not the zone's (REFUSED)", "www.elsewhere.test", {}, ["ns1"], "fail", /^ns1: answers REFUSED$/],
    [
      "a server that does not answer",
      "www.good.test",
      { within: 0.6 },
      ["ns1", "silent"],
      "error",
      /^silent: no answer in time$/,
    ],
    [
      "a server that is not there",
      "www.good.test",
      { within: 0.6 },
      ["ns1", "closed"],
      "error",
      /^closed: (connection refused|no answer in time)$/,
    ],
    [
      "one is stale and another silent",
      "www.stale.test",
      { within: 0.6 },
      [...both, "silent"],
      "fail",
      /^silent: no answer in time; the servers do not agree/,
    ],
    [
      "an alias that leads elsewhere",
      "www.turned.test",
      { alias: "lb.example.net" },
      both,
      "fail",
      /^ns2: www\.turned\.test is an alias of old\.example\.net, not of lb\.example\.net; the servers do not agree/,
    ],
    [
      "no alias where the plan wants one",
      "www.four.test",
      { alias: "lb.example.net" },
      both,
      "fail",
      /^ns1: www\.four\.test is no alias; ns2: /,
    ],
    [
      "an alias whose addresses these servers do not know",
      "www.alias.test",
      { addresses: ["192.0.2.1"] },
      both,
      "fail",
      /^ns1: www\.alias\.test has no address/,
    ],
  ];
  for (const [what, name, change, at, verdict, evidence] of bad) {
    test(`bad condition: dns, ${what}`, async () => {
      const found = await ask(name, change, at);
      assert.equal(found[0], verdict, found[1]);
      assert.match(found[1], evidence);
    });
  }

  test("without a name it asks for the site's", async () => {
    const check = parsed(checkSchema, { kind: "dns", id: "d", servers: [servers.ns1], wait: "0s" }) as DnsCheck;
    assert.match((await checkDns(check, context)).evidence, /www\.good\.test leads to/);
  });

  test("a change is waited for until it has reached every server", async (t) => {
    const old = await startNameServer(t, { "moving.test": "www A 192.0.2.9" });
    const port = Number(old.address.split(":")[1]);
    const started = performance.now();
    const check = parsed(checkSchema, {
      kind: "dns",
      id: "d",
      name: "www.moving.test",
      servers: [old.address],
      addresses: ["192.0.2.1"],
      within: "1s",
      wait: "20s",
    }) as DnsCheck;
    const judged = checkDns(check, context);
    await sleep(300);
    await old.stop();
    await startNameServer(t, { "moving.test": "www A 192.0.2.1" }, port);
    const { verdict, evidence } = await judged;
    assert.equal(verdict, "pass", evidence);
    assert.ok(performance.now() - started < 15_000);
  });

  test("the servers of a zone are found by its NS records, from the name upwards", async (t) => {
    const parent = await startNameServer(t, {
      test: "zone NS ns1.zone\nns1.zone A 127.0.0.7",
      "zone.test": "www A 192.0.2.1\n@ NS ns2\nns2 A 127.0.0.8",
    });
    const resolver = new dns.Resolver({ timeout: 1000, tries: 1 });
    resolver.setServers([parent.address]);
    assert.deepEqual(await authoritative("a.www.zone.test", resolver), ["127.0.0.1", "127.0.0.8"]);
    await parent.stop();
    assert.match(
      JSON.stringify(await authoritative("www.zone.test", resolver)),
      /which servers www\.zone\.test has is not known/,
    );
  });

  test("bad condition: dns, a server of the zone has no address", async (t) => {
    const parent = await startNameServer(t, { "zone.test": "www A 192.0.2.1\n@ NS gone.other.test." });
    const resolver = new dns.Resolver({ timeout: 1000, tries: 1 });
    resolver.setServers([parent.address]);
    assert.deepEqual(await authoritative("www.zone.test", resolver), {
      problem: "no address is known of gone.other.test, a server of zone.test",
    });
  });
});
