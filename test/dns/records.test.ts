import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Records } from "../../src/dns/kind.ts";
import { dnsChange } from "../../src/dns/registry.ts";
import { parseAnswer } from "../../src/dns/rfc2136/answer.ts";
import { nameServer, shownServer } from "../../src/dns/rfc2136/ask.ts";
import { sameRecords, shownRecords, wantedRecords } from "../../src/dns/rfc2136/records.ts";
import type { Rfc2136 } from "../../src/dns/rfc2136/schema.ts";
import { updateLines } from "../../src/dns/rfc2136/update-lines.ts";

const change = (over: object): Rfc2136 =>
  parsed(dnsChange, {
    kind: "rfc2136",
    id: "c",
    host: "app-1",
    server: "127.0.0.1:53",
    zone: "clinic.test",
    name: "www.clinic.test",
    type: "A",
    records: ["192.0.2.1"],
    "key-file": "/etc/golive.key",
    ...over,
  }) as Rfc2136;

test("values of the plan as nsupdate reads them", () => {
  const of = (type: string, ...records: string[]) => wantedRecords(change({ type, records }))[0]?.values;
  assert.deepEqual(of("A", "192.0.2.1", "192.0.2.2"), ["192.0.2.1", "192.0.2.2"]);
  assert.deepEqual(of("AAAA", "2001:DB8:0::1"), ["2001:db8::1"]);
  assert.deepEqual(of("CNAME", "lb.example.net"), ["lb.example.net."]);
  assert.deepEqual(of("MX", "10 mail.example.net", "0 ."), ["10 mail.example.net.", "0 ."]);
  assert.deepEqual(of("SRV", "0 5 443 www.example.net"), ["0 5 443 www.example.net."]);
  assert.deepEqual(of("CAA", "0 ISSUE letsencrypt.org; x=y"), ['0 issue "letsencrypt.org; x=y"']);
  assert.deepEqual(of("TXT", "v=spf1 -all"), ['"v=spf1 -all"']);
  assert.deepEqual(of("TXT", "x".repeat(300)), [`"${"x".repeat(255)}" "${"x".repeat(45)}"`]);
});

const header = (status: string, flags: string) =>
  `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; flags: ${flags}; QUERY: 1, ANSWER: 2, AUTHORITY: 1, ADDITIONAL: 2\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n`;

test("an answer of dig is read by name, type and section", () => {
  const answer = `${header("NOERROR", "qr aa")};; ANSWER SECTION:\nWWW.clinic.test.\t\t300\tIN\tA\t192.0.2.2\nwww.clinic.test. 300 IN A 192.0.2.1\nother.clinic.test. 9 IN A 192.0.2.9\nwww.clinic.test. 60 IN CNAME x.test.\n\n;; AUTHORITY SECTION:\nwww.clinic.test. 60 IN A 192.0.2.8\n`;
  assert.deepEqual(parseAnswer(answer, "www.clinic.test", "A"), {
    status: "NOERROR",
    authoritative: true,
    set: { type: "A", ttl: 300, values: ["192.0.2.2", "192.0.2.1"] },
    absentFor: 0,
  });
  assert.deepEqual(
    parseAnswer(
      `${header("NXDOMAIN", "qr aa")};; AUTHORITY SECTION:\nclinic.test. 45 IN SOA a. b. 1 2 3 4 45\n`,
      "www.clinic.test",
      "A",
    ),
    { status: "NXDOMAIN", authoritative: true, set: null, absentFor: 45 },
  );
  assert.deepEqual(parseAnswer(header("REFUSED", "qr"), "www.clinic.test", "A"), {
    status: "REFUSED",
    authoritative: false,
    set: null,
    absentFor: 0,
  });
  assert.equal(parseAnswer("", "www.clinic.test", "A").status, "");
  assert.equal(parseAnswer(header("NOERROR", "qr ra"), "www.clinic.test", "A").authoritative, false);
});

test("the same records, however they are written and in whatever order", () => {
  const set = (type: string, ttl: number, ...values: string[]): Records => [{ type, ttl, values }];
  const same: readonly [Records, Records][] = [
    [set("A", 60, "192.0.2.1", "192.0.2.2"), set("A", 60, "192.0.2.2", "192.0.2.1")],
    [set("AAAA", 60, "2001:db8::1"), set("AAAA", 60, "2001:DB8:0:0::1")],
    [set("CNAME", 60, "LB.example.net."), set("CNAME", 60, "lb.example.net.")],
    [set("TXT", 60, '"ab" "c"'), set("TXT", 60, '"abc"')],
    [set("CAA", 60, '0 Issue "a.b"'), set("CAA", 60, '0 issue "a.b"')],
    [
      [...set("A", 60, "192.0.2.1"), ...set("AAAA", 60, "::1")],
      [...set("AAAA", 60, "::1"), ...set("A", 60, "192.0.2.1")],
    ],
    [[], []],
  ];
  for (const [one, other] of same) assert.ok(sameRecords(one, other), JSON.stringify([one, other]));
  const different: readonly [Records, Records][] = [
    [set("A", 60, "192.0.2.1"), set("A", 61, "192.0.2.1")],
    [set("A", 60, "192.0.2.1"), set("A", 60, "192.0.2.1", "192.0.2.2")],
    [set("A", 60, "192.0.2.1"), []],
    [set("TXT", 60, '"ABC"'), set("TXT", 60, '"abc"')],
    [set("A", 60, "192.0.2.1"), [...set("A", 60, "192.0.2.1"), ...set("AAAA", 60, "::1")]],
  ];
  for (const [one, other] of different) assert.ok(!sameRecords(one, other), JSON.stringify([one, other]));
});

test("an update holds only for what was read", () => {
  const server = { name: "127.0.0.1", port: 53 };
  const lines = (over: object, from: Records, to?: Records, also?: string[]) =>
    updateLines(change(over), server, { from, to: to ?? wantedRecords(change(over)), also })
      .trimEnd()
      .split("\n")
      .slice(2, -1);
  assert.deepEqual(lines({ ttl: "60s" }, [{ type: "A", ttl: 300, values: ["192.0.2.9"] }]), [
    "prereq yxrrset www.clinic.test. A 192.0.2.9",
    "prereq nxrrset www.clinic.test. CNAME",
    "update delete www.clinic.test. A",
    "update add www.clinic.test. 60 A 192.0.2.1",
  ]);
  assert.deepEqual(lines({}, [], [], ["A"]), [
    "prereq nxrrset www.clinic.test. A",
    "prereq nxrrset www.clinic.test. CNAME",
    "update delete www.clinic.test. A",
  ]);
  const alias = lines({ type: "CNAME", records: ["lb.example.net"], ttl: "60s" }, [
    { type: "A", ttl: 300, values: ["192.0.2.9"] },
  ]);
  assert.deepEqual(alias.slice(0, 3), [
    "prereq nxrrset www.clinic.test. CNAME",
    "prereq yxrrset www.clinic.test. A 192.0.2.9",
    "prereq nxrrset www.clinic.test. AAAA",
  ]);
  assert.ok(
    alias.includes("prereq nxrrset www.clinic.test. TXT") && alias.includes("prereq nxrrset www.clinic.test. TYPE65"),
  );
  assert.deepEqual(alias.slice(-3), [
    "update delete www.clinic.test. A",
    "update delete www.clinic.test. CNAME",
    "update add www.clinic.test. 60 CNAME lb.example.net.",
  ]);
  assert.throws(() => lines({}, [{ type: "A", ttl: 1, values: ["192.0.2.9\nsend"] }]), /no line of nsupdate/);
});

test("servers as the plan names them", () => {
  const of = (text: string) => nameServer(text);
  assert.deepEqual(of("ns1.clinic.test"), { name: "ns1.clinic.test", port: 53 });
  assert.deepEqual(of("192.0.2.1:5353"), { name: "192.0.2.1", port: 5353 });
  assert.deepEqual(of("[2001:db8::1]:5353"), { name: "2001:db8::1", port: 5353 });
  assert.deepEqual(of("[2001:db8::1]"), { name: "2001:db8::1", port: 53 });
  assert.deepEqual(of("2001:db8::1"), { name: "2001:db8::1", port: 53 });
  assert.deepEqual(
    ["ns1:1", "192.0.2.1", "[2001:db8::1]:7", "2001:db8::1"].map((text) => shownServer(of(text))),
    ["ns1:1", "192.0.2.1", "[2001:db8::1]:7", "2001:db8::1"],
  );
});

test("for people", () => {
  assert.equal(shownRecords([]), "nothing");
  assert.equal(
    shownRecords([
      { type: "A", ttl: 60, values: ["192.0.2.2", "192.0.2.1"] },
      { type: "AAAA", ttl: 5, values: ["::1"] },
    ]),
    "A 192.0.2.1, 192.0.2.2 (TTL 60 s); AAAA ::1 (TTL 5 s)",
  );
});

test("bad condition: no value becomes a line of its own", () => {
  const bad: readonly object[] = [
    { records: ["192.0.2.1\nsend"] },
    { records: ["192.0.2.300"] },
    { records: ["2001:db8::1"] },
    { records: [] },
    { records: ["192.0.2.1", "192.0.2.1"] },
    { type: "AAAA", records: ["192.0.2.1"] },
    { type: "AAAA", records: ["fe80::1%eth0"] },
    { type: "CNAME", records: ["lb.example.net."] },
    { type: "CNAME", records: ["lb"] },
    { type: "CNAME", records: ["a.b", "c.d"] },
    { type: "CNAME", name: "clinic.test", records: ["a.b"] },
    { type: "TXT", records: ['a" "b'] },
    { type: "TXT", records: ["a\\"] },
    { type: "TXT", records: ["a\nb"] },
    { type: "TXT", records: ["ä"] },
    { type: "TXT", records: [""] },
    { type: "CAA", records: ["issue letsencrypt.org"] },
    { type: "CAA", records: ["256 issue a"] },
    { type: "CAA", records: ['0 issue "a"'] },
    { type: "MX", records: ["mail.example.net"] },
    { type: "MX", records: ["70000 mail.example.net"] },
    { type: "MX", records: ["10  mail.example.net"] },
    { type: "SRV", records: ["0 5 www.example.net"] },
    { type: "NS", records: ["ns.example.net"] },
    { name: "www.other.test" },
    { name: "notclinic.test" },
    { name: "www" },
    { name: "www.clinic.test." },
    { name: "-x.clinic.test" },
    { name: "+short.clinic.test" },
    { name: "a b.clinic.test" },
    { zone: "clinic.test\nserver x" },
    { server: "-f" },
    { server: "ns1 53" },
    { server: "ns1\nzone x" },
    { servers: ["ns1.clinic.test"] },
    { servers: [] },
    { "key-file": "golive.key" },
    { "key-file": "/etc/a b" },
    { ttl: "8d" },
    { ttl: "200h" },
    { "run-as": "a b" },
  ];
  for (const over of bad) assert.throws(() => change(over), JSON.stringify(over));
  for (const good of [
    { name: "_dmarc.clinic.test", type: "TXT" },
    { name: "*.clinic.test" },
    { name: "clinic.test" },
    { name: "WWW.Clinic.test" },
    { server: "ns1.clinic.test:5353" },
    { server: "[2001:db8::1]:53" },
    { server: "2001:db8::1" },
    { ttl: "0s" },
  ])
    assert.ok(change(good));
});
