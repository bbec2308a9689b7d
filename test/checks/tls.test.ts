import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { checkSchema } from "../../src/checks/registry.ts";
import { renewalOf } from "../../src/checks/kinds/tls/renewal.ts";
import { checkTls } from "../../src/checks/kinds/tls/tls.ts";
import type { TlsCheck } from "../../src/checks/kinds/tls/schema.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { probe } from "../../src/hosts/requests/probe.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { makeAuthority, type Wish } from "./certificates.ts";
import { hostsOf } from "./hosts-of.ts";

/** Servers of one real nginx, by name: what certificate each has, and what else is wrong with it. */
const servers: Readonly<Record<string, Wish & { readonly protocols?: string }>> = {
  good: {},
  other: { from: -10.01 },
  due: { from: -66, to: 24 },
  short: { from: -80, to: 10 },
  brief: { from: -3, to: 3 },
  "brief-short": { from: -4.5, to: 1.2 },
  expired: { from: -100, to: -2 },
  early: { from: 2, to: 92 },
  stranger: { names: ["elsewhere.example.org"] },
  incomplete: { whole: false },
  "self-signed": { selfSigned: true },
  old: { protocols: "TLSv1.1" },
  both: { protocols: "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3" },
  "only-1.2": { protocols: "TLSv1.2" },
  wildcard: { names: ["*.example.org"] },
  bad: { from: -100, to: -2, names: ["elsewhere.example.org"], whole: false, protocols: "TLSv1 TLSv1.1 TLSv1.2" },
};

describe("certificates of a real nginx", () => {
  const ports: Record<string, number> = {};
  let directory = "";
  let root = "";
  let stranger = "";
  const enders: (() => unknown)[] = [];
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "golive-tls-"));
    await chmod(directory, 0o755);
    enders.push(() => rm(directory, { recursive: true, force: true }));
    const [authority, another] = await Promise.all([
      makeAuthority(join(directory, "ca")),
      makeAuthority(join(directory, "another")),
    ]);
    [root, stranger] = [authority.root, another.root];
    const plain = {
      http: "return 301 https://$host$request_uri;",
      stay: "return 200 hello;",
      away: "return 302 http://clinic.example.org/login;",
      page: "add_header X-Golive-Maintenance on always; return 503;",
      broken: "return 301 /here;",
    };
    const names = [...Object.keys(servers), ...Object.keys(plain), "closed"];
    (await freePorts(names.length)).forEach((port, index) => (ports[names[index] ?? ""] = port));
    const blocks: string[] = [];
    // One after the other: the CA has one list of what it issued.
    for (const [name, { protocols = "TLSv1.2 TLSv1.3", ...wish }] of Object.entries(servers)) {
      const { key, chain } = await authority.issue(wish);
      blocks.push(
        `server { listen 127.0.0.1:${ports[name]} ssl; ssl_certificate ${chain}; ssl_certificate_key ${key}; ssl_protocols ${protocols}; ${/TLSv1(\.1)?( |$)/.test(protocols) ? "ssl_ciphers DEFAULT@SECLEVEL=0;" : ""} return 200; }`,
      );
    }
    for (const [name, what] of Object.entries(plain))
      blocks.push(`server { listen 127.0.0.1:${ports[name]}; ${what} }`);
    await writeFile(
      join(directory, "nginx.conf"),
      `daemon off;\nworker_processes 1;\npid ${directory}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${directory}/${name};`).join("\n")}\n${blocks.join("\n")}\n}\n`,
    );
    const nginx = spawn(
      "/usr/sbin/nginx",
      ["-p", directory, "-c", join(directory, "nginx.conf"), "-e", join(directory, "error.log")],
      { stdio: "ignore" },
    );
    enders.unshift(() => new Promise((resolve) => nginx.once("exit", resolve).kill()));
    for (let tries = 0; (await probe(`http://127.0.0.1:${ports.stay}/`, { timeoutSeconds: 1 })).status === 0; tries++) {
      if (tries > 100) throw new Error(await readFile(join(directory, "error.log"), "utf8"));
      await sleep(50);
    }
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    ports.silent = (silent.address() as { port: number }).port;
    enders.unshift(() => silent.close());
  });
  after(async () => {
    for (const end of enders) await end();
  });

  const context = (addresses: readonly string[] = []) => ({
    plan: samplePlan({ site: { url: "https://clinic.example.org/" }, loadBalancer: { addresses: [...addresses] } }),
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(),
  });
  const ask = (at: readonly string[], change: Partial<TlsCheck> & { readonly plain?: string } = {}) => {
    const { plain = "http", ...rest } = change;
    const check = parsed(checkSchema, {
      kind: "tls",
      id: "t",
      addresses: at.map((name) => `127.0.0.1:${ports[name]}`),
      ca: root,
      "http-port": ports[plain],
      within: "3s",
    }) as TlsCheck;
    return checkTls({ ...check, ...rest }, context());
  };
  const told = (evidence: string) =>
    Object.entries(ports).reduce((text, [name, port]) => text.replaceAll(`127.0.0.1:${port}`, name), evidence);

  const good: readonly [string, readonly string[], Partial<TlsCheck>, string][] = [
    ["a good one", ["good"], {}, "80 days left of 90 days; 1 address, TLSv1.3; http leads to https"],
    [
      "the same at two addresses",
      ["good", "good"],
      {},
      "80 days left of 90 days; 2 addresses, TLSv1.3; http leads to https",
    ],
    ["a wildcard", ["wildcard"], { redirect: false }, "80 days left of 90 days; 1 address, TLSv1.3"],
    [
      "a renewal that is due warns and passes",
      ["due"],
      { redirect: false },
      "⚠ a renewal is due: 24 days left of 90 days; 1 address, TLSv1.3",
    ],
    ["half of a short life is left", ["brief"], { redirect: false }, "3 days left of 6 days; 1 address, TLSv1.3"],
    [
      "two certificates, where the plan allows it",
      ["good", "other"],
      { redirect: false, oneCertificate: false },
      "80 days left of 90 days; 2 addresses, TLSv1.3",
    ],
    [
      "nothing below TLSv1.3, where the plan wants it",
      ["only-1.2"],
      { redirect: false },
      "80 days left of 90 days; 1 address, TLSv1.2",
    ],
  ];
  for (const [name, at, change, evidence] of good) {
    test(`good: ${name}`, async () => {
      const found = await ask(at, change);
      assert.deepEqual([found.verdict, found.evidence], ["pass", evidence]);
    });
  }

  const bad: readonly [string, readonly string[], Parameters<typeof ask>[1], Verdict, RegExp][] = [
    ["it has ended", ["expired"], {}, "fail", /^expired: the certificate ended 2 days ago$/],
    ["it is not good yet", ["early"], {}, "fail", /^early: the certificate is good in 2 days only$/],
    ["it is another's", ["stranger"], {}, "fail", /^stranger: the certificate is not for clinic\.example\.org$/],
    [
      "the intermediate certificate is not sent",
      ["incomplete"],
      {},
      "fail",
      /^incomplete: the chain is not whole: an intermediate certificate is not sent/,
    ],
    ["it is signed by itself", ["self-signed"], {}, "fail", /^self-signed: the certificate is signed by itself$/],
    [
      "a CA that nobody knows",
      ["good"],
      { ca: undefined },
      "fail",
      /^good: the chain is not whole: .* its CA is not known$/,
    ],
    [
      "not of the plan's CA",
      ["good"],
      { ca: "stranger" },
      "fail",
      /^good: the chain is not whole: .* not of the plan's CA$/,
    ],
    [
      "one address of two is stale",
      ["good", "other"],
      {},
      "fail",
      /^not the same certificate everywhere: [0-9A-F:]{11}… at good; [0-9A-F:]{11}… at other$/,
    ],
    [
      "one address of two has ended",
      ["good", "expired"],
      {},
      "fail",
      /^expired: the certificate ended .*; not the same certificate everywhere/,
    ],
    ["one address of two refuses", ["good", "closed"], {}, "fail", /^closed: connection refused$/],
    ["only a protocol of old", ["old"], {}, "fail", /^old: speaks TLSv1\.1 only, older than TLSv1\.2$/],
    ["a protocol of old is still taken", ["both"], {}, "fail", /^both: still takes TLSv1\.1, older than TLSv1\.2$/],
    [
      "older than this plan wants",
      ["only-1.2"],
      { protocol: "TLSv1.3" },
      "fail",
      /^only-1\.2: speaks TLSv1\.2 only, older than TLSv1\.3$/,
    ],
    [
      "still takes what this plan does not want",
      ["good"],
      { protocol: "TLSv1.3" },
      "fail",
      /^good: still takes TLSv1\.2, older than TLSv1\.3$/,
    ],
    ["the port is closed", ["closed"], {}, "fail", /^closed: connection refused$/],
    ["no answer in time", ["silent"], { within: 0.3, redirect: false }, "error", /^silent: no answer within 0\.3 s/],
    ["no TLS there at all", ["stay"], {}, "fail", /^stay: no TLS connection comes about \(ERR_SSL_/],
    ["too short a life is left", ["short"], {}, "fail", /^short: 10 days left of 90 days: its renewal is long due$/],
    [
      "too short a part of a short life is left",
      ["brief-short"],
      {},
      "fail",
      /^brief-short: 1\.2 days left of 5\.7 days: its renewal is long due$/,
    ],
    [
      "less than the days of the plan",
      ["good"],
      { leastDays: 85 },
      "fail",
      /^good: 80 days left, and the plan wants 85$/,
    ],
    ["http stays http", ["good"], { plain: "stay" }, "fail", /^good: http answers 200 and does not lead to https$/],
    ["http leads to http", ["good"], { plain: "away" }, "fail", /^good: http leads elsewhere than to https$/],
    ["http leads to itself", ["good"], { plain: "broken" }, "fail", /^good: http leads elsewhere than to https$/],
    ["nobody answers http", ["good"], { plain: "closed" }, "fail", /^good: http: no answer \(ECONNREFUSED\)$/],
    ["http hangs", ["good"], { plain: "silent", within: 0.5 }, "error", /^good: http: no (whole )?answer within/],
    [
      "http shows the maintenance page",
      ["good"],
      { plain: "page" },
      "inconclusive",
      /^good: http shows the maintenance page/,
    ],
    [
      "all of it at once",
      ["bad"],
      { plain: "stay" },
      "fail",
      /^bad: the certificate ended 2 days ago; bad: the certificate is not for .*; bad: still takes TLSv1\.1.*; bad: http answers 200/,
    ],
  ];
  for (const [name, at, change = {}, verdict, evidence] of bad) {
    test(`bad condition: tls, ${name}`, async () => {
      const found = await ask(at, change.ca === "stranger" ? { ...change, ca: stranger } : change);
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(told(found.evidence), evidence);
    });
  }

  test("without addresses of its own it asks the balancers", async () => {
    const check = parsed(checkSchema, { kind: "tls", id: "t", ca: root, redirect: false }) as TlsCheck;
    assert.equal(
      (await checkTls(check, context([`127.0.0.1:${ports.good}`, `127.0.0.1:${ports.good}`]))).verdict,
      "pass",
    );
    const { verdict, evidence } = await checkTls(
      check,
      context([`127.0.0.1:${ports.good}`, `127.0.0.1:${ports.stranger}`]),
    );
    assert.deepEqual([verdict, /not for clinic/.test(evidence)], ["fail", true]);
  });

  test("a name without an address is not measured", async () => {
    const check = parsed(checkSchema, {
      kind: "tls",
      id: "t",
      addresses: ["no-such-name.invalid:443"],
      ca: root,
      redirect: false,
    }) as TlsCheck;
    assert.deepEqual(await checkTls(check, context()), {
      verdict: "error",
      evidence: "no-such-name.invalid:443: the name has no address",
    });
  });
});

/** As systemd 252 prints it; test/e2e/hosts.test.ts asks a real one. */
const timer = `Unit=certbot.service
NextElapseUSecRealtime=Tue 2026-11-24 12:00:00 UTC
NextElapseUSecMonotonic=infinity
LoadState=loaded
ActiveState=active
`;
const timers: readonly [string, string, string, Verdict | null, RegExp][] = [
  ["it is active", timer, "Result=success\n", null, /$/],
  [
    "one that counts from its last run",
    timer.replace("Tue 2026-11-24 12:00:00 UTC", "").replace("infinity", "2d 3h 5min"),
    "Result=success\n",
    null,
    /$/,
  ],
  [
    "it was never set up",
    "LoadState=not-found\nActiveState=inactive\nNextElapseUSecRealtime=\nNextElapseUSecMonotonic=infinity\n",
    "",
    "fail",
    /^there is no certbot\.timer on app-1$/,
  ],
  [
    "it is not active",
    timer.replace("ActiveState=active", "ActiveState=inactive"),
    "Result=success\n",
    "fail",
    /^certbot\.timer on app-1 is inactive$/,
  ],
  [
    "it has no next run",
    timer.replace("Tue 2026-11-24 12:00:00 UTC", ""),
    "Result=success\n",
    "fail",
    /has no next run$/,
  ],
  [
    "its last run failed",
    timer,
    "Result=exit-code\n",
    "fail",
    /^the last run of certbot\.timer on app-1 failed \(exit-code\)$/,
  ],
  ["systemd does not answer", "", "", "error", /does not say how certbot\.timer is$/],
  ["systemd does not say how the last run went", timer, "", "error", /does not say how the last run/],
];
for (const [name, shown, service, verdict, what] of timers) {
  test(`${verdict === null ? "good" : "bad condition"}: tls, the renewal: ${name}`, async () => {
    const host = hostFrom("app-1", async ({ args }) => ({
      code: 0,
      stdout: args.at(-1) === "certbot.timer" ? shown : service,
      stderr: "",
      seconds: 0,
      timedOut: false,
    }));
    const found = await renewalOf(host, "certbot.timer");
    assert.equal(found?.problem?.verdict ?? null, verdict);
    assert.match(found?.problem?.what ?? "", what);
  });
}

test("bad condition: tls, the renewal: the host cannot be reached", async () => {
  const away = hostFrom("app-1", async () => {
    throw new UserError({ code: "of-a-test", what: "no route to host" });
  });
  assert.deepEqual((await renewalOf(away, "certbot.timer"))?.problem, {
    verdict: "error",
    what: "certbot.timer cannot be asked for: no route to host",
  });
});
