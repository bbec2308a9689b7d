import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { checkSchema } from "../../src/checks/registry.ts";
import { UserError } from "../../src/core/errors.ts";
import { loadPlan, parsePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";
import { postgresqlOf } from "../../src/plan/engine/engine.ts";

type Told = readonly [place: string, what: string, mend: string];

function problemsOf(text: string): Told[] {
  const result = parsePlan(text, "p.yml");
  return result.ok
    ? []
    : result.problems.map(
        ({ position, what, mend }): Told => [`${position?.line}:${position?.column}`, what, mend ?? ""],
      );
}

/** The sample with one passage changed. */
function changed(from: string, to: string): string {
  assert.ok(samplePlanText.includes(from), `the sample does not hold ${from}`);
  return samplePlanText.replace(from, to);
}

const kinds = checkSchema.options.map(({ shape }) => shape.kind.value).join(", ");
const topKeys =
  "version, service, locale, timezone, window, approval, hosts, roles, people, control, site, load-balancer, silence, annotation, database, files, keep-for, services, health, prepare, deploy, rollback, dns, certificates, verify, manual, watch, notices";
const httpKeys =
  "kind, id, title, required, limit, url, from, auth, request-headers, as-site, status, contains, headers, json, within, tries, bypass";
const check = 'kind: http, id: health, url: "http://127.0.0.1:8000/"';
const indent = "compare the indentation, quotes and colons of this line and the one above";

const withBypass = changed(
  "flag: /run/golive/flag }",
  "flag: /run/golive/flag, bypass: { directory: /run/golive/bypass } }",
);

const cases: readonly { readonly name: string; readonly text: string; readonly told: readonly Told[] }[] = [
  { name: "an empty file", text: "", told: [["1:1", "the plan is empty", "start from examples/golive.yml"]] },
  {
    name: "comments alone",
    text: "# nothing\n\n",
    told: [["1:1", "the plan is empty", "start from examples/golive.yml"]],
  },
  {
    name: "a list",
    text: "- version: 1\n",
    told: [["1:1", "the plan is not a mapping of keys", "start from examples/golive.yml"]],
  },
  {
    name: "a word",
    text: "hello\n",
    told: [["1:1", "the plan is not a mapping of keys", "start from examples/golive.yml"]],
  },

  {
    name: "YAML with a tab",
    text: "version: 1\nhosts:\n\tapp: 1\n",
    told: [["3:1", "this is not YAML: Tabs are not allowed as indentation", indent]],
  },
  {
    name: "YAML with an open bracket",
    text: "version: 1\nservice: [a\nx: 1\n",
    told: [
      [
        "3:1",
        "this is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
        indent,
      ],
    ],
  },
  {
    name: "a key twice",
    text: changed("service: clinic", "service: clinic\nservice: other"),
    told: [["3:1", "this key is there twice", "keep one of the two"]],
  },
  {
    name: "a nested key twice",
    text: changed("  name: clinic", "  name: clinic\n  name: other"),
    told: [["15:3", "this key is there twice", "keep one of the two"]],
  },
  {
    name: "a key twice, by an alias",
    text: changed("service: clinic", "service: &name version\n*name : 1"),
    told: [["3:1", "this key is there twice", "keep one of the two"]],
  },
  {
    name: "a key twice, as a number and as a text",
    text: `${samplePlanText}x: { 1: a, "1": b }\n`,
    told: [["23:12", "this key is there twice", "keep one of the two"]],
  },

  {
    name: "an unknown key at the top, near a known one",
    text: changed("service: clinic", "servce: clinic"),
    told: [
      ["1:1", "service is missing", "add service: a text"],
      ["2:1", 'unknown key "servce"', 'did you mean "service"?'],
    ],
  },
  {
    name: "an unknown key at the top, near none",
    text: changed("service: clinic", "service: clinic\nblubbblubb: 1"),
    told: [["3:1", 'unknown key "blubbblubb"', `known here: ${topKeys}`]],
  },
  {
    name: "a prototype's name as a key",
    text: changed("service: clinic", "service: clinic\n__proto__: { a: 1 }"),
    told: [["3:1", 'unknown key "__proto__"', `known here: ${topKeys}`]],
  },
  {
    name: "an unknown key, nested",
    text: changed("  engine: postgresql", "  engine: postgresql\n  hots: app-1"),
    told: [["13:3", 'unknown key "hots" in database', 'did you mean "host"?']],
  },
  {
    name: "an unknown key in a check",
    text: changed("id: health, url", "id: health, containz: x, url"),
    told: [["21:33", 'unknown key "containz" in verify.checks[0]', 'did you mean "contains"?']],
  },
  {
    name: "another kind's key in a check",
    text: changed("id: health, url", "id: health, least-tests: 3, url"),
    told: [["21:33", 'unknown key "least-tests" in verify.checks[0]', `known here: ${httpKeys}`]],
  },
  {
    name: "an unknown key in a local host",
    text: changed("app-1: { connect: local }", "app-1: { connect: local, adress: x }"),
    told: [["5:28", 'unknown key "adress" in hosts.app-1', "known here: connect"]],
  },
  {
    name: "an unknown key in an ssh host",
    text: changed(
      "app-2: { connect: local }",
      "app-2: { connect: ssh, adress: x, user: u, host-key: ssh-ed25519 AAAA }",
    ),
    told: [
      ["6:3", "hosts.app-2.address is missing", "add address: a text"],
      ["6:26", 'unknown key "adress" in hosts.app-2', 'did you mean "address"?'],
    ],
  },
  {
    name: "an unknown key in a step, and a step of no words",
    text: changed(
      "directory: /srv/clinic }",
      "directory: /srv/clinic, steps: [{ id: a, title: A, run: [x], wen: after-start }, { id: b, title: B, run: [] }] }",
    ),
    told: [
      ["18:104", 'unknown key "wen" in deploy.steps[0]', 'did you mean "when"?'],
      ["18:143", "deploy.steps[1].run needs at least the program's name", "it has to be at least 1 entries"],
    ],
  },

  {
    name: "a number for a text",
    text: changed("service: clinic", "service: 12"),
    told: [["2:10", "service is a number", "it has to be a text; put it in quotes"]],
  },
  {
    name: "a number for a duration",
    text: changed(
      'health: { url: "http://127.0.0.1:8000/health/" }',
      'health: { url: "http://127.0.0.1:8000/", within: 60 }',
    ),
    told: [["17:50", "health.within is a number", "it has to be a text; put it in quotes"]],
  },
  {
    name: "a text for a list",
    text: changed("hosts: [app-1], flag", "hosts: app-1, flag"),
    told: [["10:38", "load-balancer.hosts is a text", "it has to be a list"]],
  },
  {
    name: "a text for a mapping",
    text: changed('window: { start: "02:00", end: "04:00" }', "window: tonight"),
    told: [["3:9", "window is a text", "it has to be a mapping"]],
  },
  {
    name: "a line for a command",
    text: changed(check, "kind: command, id: s, host: app-1, run: ls -l"),
    told: [["21:49", "verify.checks[0].run is a text", "it has to be a list"]],
  },
  {
    name: "a missing key at the top",
    text: changed("service: clinic\n", ""),
    told: [["1:1", "service is missing", "add service: a text"]],
  },
  {
    name: "a missing key, nested",
    text: changed("  name: clinic\n", ""),
    told: [["11:1", "database.name is missing", "add name: a text"]],
  },
  {
    name: "no kind",
    text: changed("kind: http, ", ""),
    told: [["21:7", "verify.checks[0].kind is missing", `use one of: ${kinds}`]],
  },
  {
    name: "a misspelled kind",
    text: changed("kind: http", "kind: htp"),
    told: [["21:15", 'verify.checks[0].kind is "htp"', `did you mean http? Possible: ${kinds}`]],
  },
  {
    name: "an unheard-of kind",
    text: changed("kind: http", "kind: telepathy"),
    told: [["21:15", 'verify.checks[0].kind is "telepathy"', `use one of: ${kinds}`]],
  },
  {
    name: "a misspelled way to connect",
    text: changed("app-2: { connect: local }", "app-2: { connect: lokal }"),
    told: [["6:21", 'hosts.app-2.connect is "lokal"', "did you mean local? Possible: local, ssh"]],
  },
  {
    name: "a misspelled manager",
    text: changed("manager: systemd", "manager: systemdd"),
    told: [["16:22", 'services.manager is "systemdd"', "did you mean systemd? Possible: systemd, supervisor, compose"]],
  },
  { name: "a newer version", text: changed("version: 1", "version: 2"), told: [["1:10", "version is 2", "use 1"]] },
  {
    name: "a port beyond the last",
    text: changed("  backup: { dir", "  connection: { port: 70000 }\n  backup: { dir"),
    told: [["15:23", "database.connection.port is 70000", "it has to be at most 65535"]],
  },
  {
    name: "no check at all",
    text: changed(`\n    - { ${check} }`, " []"),
    told: [
      [
        "20:3",
        "verify.checks needs at least one check; a launch nobody looks at is not verified",
        "it has to be at least 1 entries",
      ],
    ],
  },
  {
    name: "a host's name",
    text: changed("app-2:", "App_2:"),
    told: [["6:3", '"App_2" cannot be a name here', "must be lower-case letters, digits, . and -"]],
  },
  {
    name: "a duration",
    text: changed('url: "http://127.0.0.1:8000/health/"', 'url: "http://127.0.0.1:8000/", within: 1x'),
    told: [["17:50", "health.within is not a duration; write 30s, 5m or 2h", 'it is "1x"']],
  },
  {
    name: "a URL of another protocol",
    text: changed("url: http://127.0.0.1:8080/", "url: ftp://x"),
    told: [["9:8", "site.url is not an http or https URL", 'it is "ftp://x"']],
  },
  {
    name: "a relative path",
    text: changed("directory: /srv/clinic", "directory: srv/clinic"),
    told: [["18:54", "deploy.directory must be an absolute path without ..", 'it is "srv/clinic"']],
  },
  {
    name: "a path with ..",
    text: changed("directory: /srv/clinic", "directory: /srv/../etc"),
    told: [["18:54", "deploy.directory must be an absolute path without ..", 'it is "/srv/../etc"']],
  },
  {
    name: "a login without @",
    text: changed("service: clinic", "service: clinic\napproval: { unprotected: { by: me, because: x } }"),
    told: [["3:32", "approval.unprotected.by must be a GitHub login with @", 'it is "me"']],
  },
  {
    name: "no approver",
    text: changed("service: clinic", "service: clinic\napproval: { comment: { approvers: [] } }"),
    told: [["3:24", "approval.comment.approvers needs at least one approver", "it has to be at least 1 entries"]],
  },
  {
    name: "an approver with @",
    text: changed("service: clinic", 'service: clinic\napproval: { comment: { approvers: ["@anna"] } }'),
    told: [["3:36", "approval.comment.approvers[0] must be a GitHub login without @", 'it is "@anna"']],
  },
  {
    name: "an approver that is a team",
    text: changed("service: clinic", "service: clinic\napproval: { comment: { approvers: [org/team] } }"),
    told: [["3:36", "approval.comment.approvers[0] must be a GitHub login without @", 'it is "org/team"']],
  },
  {
    name: "an approver twice",
    text: changed("service: clinic", "service: clinic\napproval: { comment: { approvers: [anna, dmitry, Anna] } }"),
    told: [["3:50", 'approver "anna" is named twice', "take one out; GitHub does not tell logins apart by case"]],
  },
  {
    name: "a host key that is none",
    text: changed("app-2: { connect: local }", "app-2: { connect: ssh, address: a, user: u, host-key: nonsense }"),
    told: [
      [
        "6:57",
        'hosts.app-2.host-key must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)',
        'it is "nonsense"',
      ],
    ],
  },

  {
    name: "an unknown host, near a known one",
    text: changed("control: { host: app-1", "control: { host: app-l"),
    told: [["7:18", 'host "app-l" is not among hosts', 'did you mean "app-1"?']],
  },
  {
    name: "an unknown host, near none",
    text: changed("  host: app-1\n", "  host: database-master\n"),
    told: [["13:9", 'host "database-master" is not among hosts', "add it under hosts, or use one of: app-1, app-2"]],
  },
  {
    name: "unknown hosts in lists",
    text: changed(
      "load-balancer: { kind: nginx, hosts: [app-1]",
      "load-balancer: { kind: nginx, hosts: [app-1, zzzzzz]",
    ),
    told: [["10:46", 'host "zzzzzz" is not among hosts', "add it under hosts, or use one of: app-1, app-2"]],
  },
  {
    name: "an unknown host that asks",
    text: changed("id: health, url", "id: health, from: yyyyyy, url"),
    told: [["21:39", 'host "yyyyyy" is not among hosts', "add it under hosts, or use one of: app-1, app-2"]],
  },
  {
    name: "an id twice",
    text: changed(`    - { ${check} }\n`, `    - { ${check} }\n    - { ${check} }\n`),
    told: [["22:25", 'id "health" is used twice', "give each its own"]],
  },
  {
    name: "a time zone",
    text: changed("service: clinic", "service: clinic\ntimezone: Moscow"),
    told: [["3:11", '"Moscow" is not a time zone', "use an IANA name such as Europe/Moscow"]],
  },
  {
    name: "a window of no length",
    text: changed('end: "04:00"', 'end: "02:00"'),
    told: [["3:32", "the window has no length", "end has to differ from start"]],
  },
  {
    name: "a phase outside the window",
    text: changed('end: "04:00" }', 'end: "04:00", schedule: { verify: "04:30" } }'),
    told: [["3:61", "verify at 04:30 lies outside the window 02:00-04:00", "move it inside"]],
  },
  {
    name: "a check with the id of a line of the scenarios",
    text: changed("id: health, url", "id: scenario-g1, url"),
    told: [["21:25", 'id "scenario-g1" is kept for the scenarios', "give it another"]],
  },
  {
    name: "nothing is required",
    text: changed("id: health, url", "id: health, required: false, url"),
    told: [
      [
        "20:3",
        "nothing is required; a launch that nothing has to hold for is not verified",
        "take required: false from at least one check",
      ],
    ],
  },
  {
    name: "phases out of order",
    text: changed('end: "04:00" }', 'end: "04:00", schedule: { deploy: "03:00", verify: "02:30" } }'),
    told: [
      ["3:78", "verify at 02:30 comes before the phase it follows", "the order is backup, deploy, dns-tls, verify"],
    ],
  },
  {
    name: "migrations where nothing is deployed",
    text: changed("directory: /srv/clinic }", "directory: /srv/clinic, migrate-on: app-2 }"),
    told: [["18:79", '"app-2" is not a host of the deploy', "use one of deploy.hosts: app-1"]],
  },
  {
    name: "services where nothing is deployed",
    text: changed("manager: systemd, hosts: [app-1]", "manager: systemd, hosts: [app-2]"),
    told: [
      [
        "16:39",
        'services run on "app-2", but nothing is deployed there',
        "add it to deploy.hosts, or take it out here",
      ],
    ],
  },
  {
    name: "a key without a host that asks",
    text: changed(check, "kind: grafana, id: g, url: http://g/, auth: { secret: KEY, file: /etc/env }"),
    told: [["21:47", "the key is read on a host, and none is named that asks", "add from: with that host"]],
  },
  {
    name: "a key in no file",
    text: changed(check, "kind: grafana, id: g, url: http://g/, from: app-1, auth: { secret: KEY }"),
    told: [["21:60", "the plan names no settings file that would hold the key", "add file: here, or deploy.env-file"]],
  },
  {
    name: "a canary into the maintenance page",
    text: changed(
      check,
      'kind: loki, id: l, url: http://l/, query: "{a=\\"b\\"}", version: { label: v }, canary: { url: "http://127.0.0.1:8080/", from: app-9 }',
    ),
    told: [
      [
        "21:102",
        "the canary would get the maintenance page: the site is closed while it is verified",
        "name the address of the service behind the balancer",
      ],
      ["21:134", 'host "app-9" is not among hosts', 'did you mean "app-1"?'],
    ],
  },
  {
    name: "a login in an address",
    text: changed(check, "kind: grafana, id: g, url: http://u:p@g/"),
    told: [
      [
        "21:36",
        "verify.checks[0].url must be scheme, host and path only, without a login (name the setting that holds the key under auth)",
        'it is "http://u:p@g/"',
      ],
    ],
  },
  {
    name: "silence without a matcher",
    text: changed("service: clinic", "service: clinic\nsilence: { url: http://a/, matchers: [] }"),
    told: [["3:28", "silence.matchers needs at least one matcher", "it has to be at least 1 entries"]],
  },
  {
    name: "an unknown host that silences",
    text: changed("service: clinic", "service: clinic\nsilence: { url: http://a/, matchers: [a=b], from: app-3 }"),
    told: [["3:51", 'host "app-3" is not among hosts', 'did you mean "app-1"?']],
  },
  {
    name: "smoke tests that write no report",
    text: changed(check, "kind: smoke, id: s, host: app-1, path: smoke, run: [npm, test]"),
    told: [["21:55", "verify.checks[0].run does not name {report}", 'it is ["npm","test"]']],
  },
  {
    name: "smoke tests where nothing is deployed",
    text: changed(check, "kind: smoke, id: s, host: app-2, path: smoke"),
    told: [["21:35", '"app-2" has no checkout to run pytest in', "use one of deploy.hosts: app-1"]],
  },
  {
    name: "a check that would see the page",
    text: changed('http://127.0.0.1:8000/" }', 'http://127.0.0.1:8080/x" }'),
    told: [
      [
        "21:38",
        "this check would see the maintenance page: the site is closed while it is verified",
        "ask the service itself from its host, with `from:` and the address behind the balancer; or go past the page with `bypass: true`",
      ],
    ],
  },
  {
    name: "a check past a page that has no way past it",
    text: changed('http://127.0.0.1:8000/" }', 'http://127.0.0.1:8080/x", bypass: true }'),
    told: [
      ["21:73", "the plan names no way past the maintenance page", "add load-balancer.bypass (docs/maintenance.md)"],
    ],
  },
  {
    name: "smoke tests past a page that has no way past it",
    text: changed(check, "kind: smoke, id: s, host: app-1, path: smoke, bypass-env: TOKEN"),
    told: [
      ["21:67", "the plan names no way past the maintenance page", "add load-balancer.bypass (docs/maintenance.md)"],
    ],
  },
  {
    name: "a token for another's address",
    text: withBypass.replace('http://127.0.0.1:8000/" }', 'http://other.example.org/", bypass: true }'),
    told: [
      [
        "21:38",
        "the token is for 127.0.0.1:8080 only, and this address is another's",
        "name a page of the site, or take `bypass: true` out",
      ],
    ],
  },
  {
    name: "a check past the page from a host",
    text: withBypass.replace('http://127.0.0.1:8000/" }', 'http://127.0.0.1:8080/", bypass: true, from: app-1 }'),
    told: [
      [
        "21:84",
        "a check past the page is asked from the runner, at every address of the balancers",
        "take `from:` out, or `bypass: true`",
      ],
    ],
  },
  {
    name: "a bot's webhook without a settings file",
    text: changed(
      "units: [web, bot] }",
      "units: [web, bot], pause: [{ kind: telegram-webhook, id: bot, host: app-1, secret: BOT }] }",
    ),
    told: [["16:74", "the plan names no settings file that would hold the key", "add deploy.env-file"]],
  },
  {
    name: "a certificate of a site without a name",
    text: changed(check, "kind: tls, id: t"),
    told: [["21:7", "site.url has no name that could be asked for", "add name: with the site's name"]],
  },
  {
    name: "a check on an unknown host",
    text: changed(check, "kind: tls, id: t, name: x.example.org, renewal: { host: app-9, timer: certbot.timer }"),
    told: [["21:65", 'host "app-9" is not among hosts', 'did you mean "app-1"?']],
  },
  {
    name: "a CA that is none",
    text: changed(check, "kind: tls, id: t, name: x.example.org, ca: /etc/ca.pem"),
    told: [
      ["21:52", "verify.checks[0].ca must be certificates in PEM (-----BEGIN CERTIFICATE-----)", 'it is "/etc/ca.pem"'],
    ],
  },
  {
    name: "an alias with addresses",
    text: changed(check, 'kind: dns, id: d, name: x.example.org, alias: y.example.org, addresses: ["192.0.2.1"]'),
    told: [
      [
        "21:55",
        "verify.checks[0].alias has addresses that are another zone's: take addresses and ipv6 out",
        'it is "y.example.org"',
      ],
    ],
  },
  {
    name: "a name server by its name",
    text: changed(check, "kind: dns, id: d, name: x.example.org, servers: [ns1.example.org]"),
    told: [
      [
        "21:58",
        "verify.checks[0].servers[0] must be an IP address, or IP:PORT ([…]:PORT for IPv6)",
        'it is "ns1.example.org"',
      ],
    ],
  },
  {
    name: "systemd's units of another manager",
    text: changed(check, "kind: systemd, id: u").replace("manager: systemd", "manager: supervisor"),
    told: [
      [
        "21:7",
        "the services run under supervisor, so systemd knows nothing of them",
        "name units of systemd in units:, or take the check out",
      ],
    ],
  },
  {
    name: "migrations where nothing is deployed, by a check",
    text: changed(check, "kind: migrations, id: m, host: app-2"),
    told: [["21:40", '"app-2" has no release whose migrations could be listed', "use one of deploy.hosts: app-1"]],
  },
  {
    name: "migrations that nobody can list",
    text: changed(check, "kind: migrations, id: m, models: true").replace("preset: django", "preset: node"),
    told: [
      ["21:7", "the plan does not tell how migrations are listed", "add deploy.migrate, or take the check out"],
      ["21:42", "with preset node nobody knows what the models hold", "take models out"],
    ],
  },
  {
    name: "a bot without a settings file",
    text: changed(check, "kind: telegram-bot, id: b, secret: BOT"),
    told: [["21:7", "the plan names no settings file that would hold the key", "add deploy.env-file"]],
  },
  {
    name: "a webhook that rests when it is looked at",
    text: changed(check, "kind: telegram-bot, id: b, secret: BOT, webhook: bot.example.org")
      .replace(
        "units: [web, bot] }",
        "units: [web, bot], pause: [{ kind: telegram-webhook, id: bot, host: app-1, secret: BOT }] }",
      )
      .replace("directory: /srv/clinic", "directory: /srv/clinic, env-file: /etc/clinic.env"),
    told: [
      [
        "21:58",
        "this webhook rests while the site is closed, and that is when it would be looked at",
        "take webhook out here, and ask for it in prepare.checks",
      ],
    ],
  },
  {
    name: "smoke tests before the window",
    text: changed("deploy: {", "prepare: { checks: [{ kind: smoke, id: s, host: app-1, path: smoke }] }\ndeploy: {"),
    told: [
      [
        "18:21",
        "smoke tests before the window are run against staging",
        "name them in verify.checks, and add prepare.staging",
      ],
    ],
  },
  {
    name: "an unknown host of a check before the window",
    text: changed("deploy: {", "prepare: { checks: [{ kind: systemd, id: s, host: app-9 }] }\ndeploy: {"),
    told: [["18:51", 'host "app-9" is not among hosts', 'did you mean "app-1"?']],
  },
  {
    name: "a way into the answer that is none",
    text: changed(
      'url: "http://127.0.0.1:8000/" }',
      'url: "http://127.0.0.1:8000/", json: { path: "a..b", equals: 1 } }',
    ),
    told: [["21:78", "verify.checks[0].json.path is not a way such as checks[0].status", 'it is "a..b"']],
  },
  {
    name: "the flag among the tokens",
    text: changed("flag: /run/golive/flag }", "flag: /run/golive/flag, bypass: { directory: /run/golive } }"),
    told: [["10:92", "the flag lies in the folder of the tokens", "give the tokens a folder of their own"]],
  },
  {
    name: "HAProxy's servers without a backend, and of an unknown host",
    text: changed(
      "kind: nginx, hosts: [app-1], flag: /run/golive/flag",
      "kind: haproxy, hosts: [app-1], map: /m, bypass: { map: /m }, drain: {}, servers: { app-9: web }",
    ),
    told: [
      [
        "10:73",
        "the tokens have a map of their own, and this is the page's",
        "name another file, and add it to haproxy.cfg (docs/maintenance.md)",
      ],
      ["10:79", "the plan names no backend", "add backend: with its name in haproxy.cfg"],
      ["10:90", "the plan names no backend", "add backend: with its name in haproxy.cfg"],
      ["10:108", 'host "app-9" is not among hosts', "use one of: app-1, app-2"],
    ],
  },
];

test("a check past the page, and smoke tests that get the token, hold", () => {
  assert.deepEqual(
    problemsOf(withBypass.replace('http://127.0.0.1:8000/" }', 'http://127.0.0.1:8080/", bypass: true }')),
    [],
  );
  assert.deepEqual(
    problemsOf(withBypass.replace(check, "kind: smoke, id: s, host: app-1, path: smoke, bypass-env: TOKEN")),
    [],
  );
});

for (const { name, text, told } of cases)
  test(`refused, with place and mend: ${name}`, () => assert.deepEqual(problemsOf(text), told));

test("every problem has a code", () => {
  for (const { text } of cases) {
    const result = parsePlan(text, "p.yml");
    for (const { code, what } of result.ok ? [] : result.problems)
      assert.match(code ?? "", /^[a-z]+(-[a-z0-9]+)+$/, what);
  }
});

test("the sample and the example hold", async () => {
  assert.deepEqual(problemsOf(samplePlanText), []);
  const example = await readFile(new URL("../../examples/golive.yml", import.meta.url), "utf8");
  const plan = loadPlan(example, "examples/golive.yml");
  assert.equal(plan.timezone, "Europe/Moscow");
  assert.equal(plan.health.within, 60);
  assert.deepEqual(
    plan.verify.checks.map(({ kind }) => kind),
    ["http", "http", "smoke"],
  );
});

test("what the plan leaves out gets its default", () => {
  const plan = loadPlan(samplePlanText, "p.yml");
  assert.deepEqual(
    [
      plan.locale,
      plan.timezone,
      plan.approval.environment,
      plan.window.schedule,
      "header" in plan.loadBalancer ? plan.loadBalancer.header : "",
      plan.loadBalancer.addresses,
    ],
    ["en", "UTC", "production", {}, "X-Golive-Maintenance", []],
  );
  const { backup, connection } = postgresqlOf(plan);
  assert.deepEqual([backup.jobs, backup.leastFree, connection], [2, 64, {}]);
  assert.deepEqual(
    [
      plan.services.sudo,
      plan.services.stopTimeout,
      plan.deploy.remote,
      plan.deploy.steps,
      plan.deploy.preset === "django" && plan.deploy.collectStatic,
    ],
    [false, 60, "origin", [], true],
  );
  const [first] = plan.verify.checks;
  assert.ok(first?.kind === "http");
  assert.deepEqual([first.status, first.within, first.tries], [200, 10, 3]);
});

test("times may be written without quotes, and a window may end on the next day", () => {
  assert.deepEqual(
    problemsOf(
      changed('start: "02:00", end: "04:00"', "start: 23:00, end: 01:00, schedule: { deploy: 23:15, verify: 00:30 }"),
    ),
    [],
  );
});

test("people of a company that manages their accounts have an underscore in their login", () => {
  const approval = '{ unprotected: { by: "@anna_corp", because: x }, comment: { approvers: [anna_corp] } }';
  assert.deepEqual(problemsOf(changed("service: clinic", `service: clinic\napproval: ${approval}`)), []);
  const window = '"04:00", ask: { who: ["@anna_corp"] }, on-overrun: ask }';
  assert.deepEqual(problemsOf(changed('"04:00" }', window)), []);
  const people = 'scenarios: [{ id: g1, title: x, owners: ["@anna_corp"] }], ask: { who: ["@anna_corp"] }';
  assert.deepEqual(problemsOf(changed("verify:\n", `verify:\n  ${people.replace("], ask", "]\n  ask")}\n`)), []);
});

test("one host key or several", () => {
  const ssh = (keys: string) =>
    loadPlan(
      changed("app-2: { connect: local }", `app-2: { connect: ssh, address: a, user: u, host-key: ${keys} }`),
      "p.yml",
    ).hosts["app-2"];
  const one = ssh("ssh-ed25519 AAAA");
  const two = ssh("[ssh-ed25519 AAAA, ssh-rsa BBBB]");
  assert.ok(one?.connect === "ssh" && two?.connect === "ssh");
  assert.deepEqual([one.hostKey, one.port], [["ssh-ed25519 AAAA"], 22]);
  assert.deepEqual(two.hostKey, ["ssh-ed25519 AAAA", "ssh-rsa BBBB"]);
});

test("a host key as ssh-keyscan prints it, or a .pub file has it", () => {
  const host = (keys: string) =>
    changed(
      "app-2: { connect: local }",
      `app-2: { connect: ssh, address: a, user: u, host-key: ${JSON.stringify(keys)} }`,
    );
  const keysOf = (keys: string) => {
    const read = loadPlan(host(keys), "p.yml").hosts["app-2"];
    return read?.connect === "ssh" ? read.hostKey : [];
  };
  for (const keys of [
    "ssh-ed25519 AAAA root@app-2",
    "ssh-ed25519 AAAA a comment of words",
    "app-2.example.org ssh-ed25519 AAAA",
    "app-2,10.0.0.2 ssh-ed25519 AAAA root@app-2",
    "[app-2]:2222 ssh-ed25519 AAAA\n",
    "|1|c2FsdA==|aGFzaA== ssh-ed25519 AAAA",
    "  ssh-ed25519\tAAAA \r\n",
  ])
    assert.deepEqual(keysOf(keys), ["ssh-ed25519 AAAA"], keys);
  const scanned = "# app-2:22 SSH-2.0-OpenSSH_9.2p1\napp-2 ssh-rsa BBBB\n# app-2:22 SSH-2.0\napp-2 ssh-ed25519 AAAA\n";
  assert.deepEqual(keysOf(scanned), ["ssh-rsa BBBB", "ssh-ed25519 AAAA"]);
  for (const wrong of ["@revoked a ssh-rsa AAAA", "# only a note", "", "a b ssh-rsa AAAA", "ssh-rsa", "SHA256:abc"])
    assert.equal(problemsOf(host(wrong)).length, 1, wrong);
});

test("the settings of a service: a file or several, with - before one that may be missing", () => {
  const read = (files: string) =>
    loadPlan(changed("directory: /srv/clinic", `directory: /srv/clinic, env-file: ${files}`), "p.yml").deploy.envFile;
  assert.equal(read("/etc/clinic.env"), "/etc/clinic.env");
  assert.equal(read("-/etc/clinic.env"), "-/etc/clinic.env");
  assert.equal(read('[/etc/clinic.env, "-/etc/clinic.d/*.env"]'), "/etc/clinic.env\n-/etc/clinic.d/*.env");
  for (const wrong of ["etc/clinic.env", "[]", "[/etc/../x]", "--/etc/x", '"/etc/a\\n/etc/b"']) {
    const found = problemsOf(changed("directory: /srv/clinic", `directory: /srv/clinic, env-file: ${wrong}`));
    assert.equal(found.length, 1, wrong);
  }
});

test("all problems at once, in the order of the file", () => {
  const text = samplePlanText
    .replace("version: 1", "version: 3")
    .replace("service: clinic", "service: Clinic")
    .replace("manager: systemd", "manager: runit")
    .replace("name: clinic\n", "name: clinic\n  nmae: x\n")
    .replace("directory: /srv/clinic", "directory: srv");
  assert.deepEqual(
    problemsOf(text).map(([place]) => place),
    ["1:10", "2:10", "15:3", "17:22", "19:54"],
  );
  assert.throws(
    () => loadPlan(text, "p.yml"),
    (error) =>
      error instanceof UserError &&
      error.problems.length === 5 &&
      error.message.startsWith("p.yml:1:10: version is 3 [plan-wrong-value]\n  → use 1\np.yml:2:10:"),
  );
});

test("all that names and times get wrong, at once", () => {
  const text = samplePlanText
    .replace("service: clinic", "service: clinic\ntimezone: Nowhere/Land")
    .replace("control: { host: app-1", "control: { host: app-9")
    .replace('end: "04:00"', 'end: "02:00"');
  assert.deepEqual(
    problemsOf(text).map(([, what]) => what),
    ['"Nowhere/Land" is not a time zone', "the window has no length", 'host "app-9" is not among hosts'],
  );
});

test("aliases cannot blow the plan up", () => {
  const row = (name: string, of: string) => `${name}: &${name} [${Array.from({ length: 10 }, () => of).join(", ")}]`;
  const bomb = [
    row("a", "1"),
    row("b", "*a"),
    row("c", "*b"),
    row("d", "*c"),
    row("e", "*d"),
    row("f", "*e"),
    row("g", "*f"),
  ].join("\n");
  const started = performance.now();
  const [first, ...rest] = problemsOf(`${samplePlanText}${bomb}\n`);
  assert.deepEqual(rest, []);
  assert.match(first?.[1] ?? "", /^this is not usable YAML: Excessive alias count/);
  assert.equal(first?.[2], "write the values out instead of anchors and aliases");
  assert.ok(performance.now() - started < 1000);
});

test("an alias that leads nowhere is told", () => {
  const [first] = problemsOf(changed("service: clinic", "service: *nope"));
  assert.match(first?.[1] ?? "", /^this is not usable YAML: Unresolved alias/);
});

test("a few aliases are fine", () => {
  assert.deepEqual(
    problemsOf(
      changed("hosts: [app-1], flag", "hosts: &all [app-1], flag").replace(
        "manager: systemd, hosts: [app-1]",
        "manager: systemd, hosts: *all",
      ),
    ),
    [],
  );
});
