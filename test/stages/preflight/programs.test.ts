import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlan } from "../../../src/plan/load.ts";
import { programsFinding } from "../../../src/stages/preflight/looks/programs.ts";
import { programsByHost } from "../../../src/stages/preflight/programs.ts";
import { hostsOf } from "../../checks/hosts-of.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { recordedHost } from "../launch-for.ts";

const plan = (change: (text: string) => string = (text) => text) => loadPlan(change(samplePlanText), "sample.yml");
const onlyOn = (host: string, change: (text: string) => string) => [...(programsByHost(plan(change)).get(host) ?? [])];

const nginx = "{ kind: nginx, hosts: [app-1], flag: /run/golive/flag }";
const cases: readonly [name: string, change: (text: string) => string, programs: readonly string[]][] = [
  ["nothing of the sample is there", (text) => text, []],
  [
    "haproxy is told by its socket",
    (text) => text.replace(nginx, "{ kind: haproxy, hosts: [app-2], socket: /run/h.sock, map: /etc/h/m.map }"),
    ["socat", "awk"],
  ],
  [
    "nginx needs one for its way past the page",
    (text) =>
      text.replace(nginx, "{ kind: nginx, hosts: [app-2], flag: /run/golive/flag, bypass: { directory: /run/g } }"),
    ["find"],
  ],
  [
    "whoever asks a page has curl",
    (text) => text.replace('"http://127.0.0.1:8000/" }', '"http://127.0.0.1:8000/", from: app-2 }'),
    ["curl"],
  ],
  [
    "a check of units reads what systemd says",
    (text) =>
      text.replace(
        "checks:\n",
        "checks:\n    - { kind: systemd, id: units, host: app-2, units: [web], journal: true }\n",
      ),
    ["systemctl", "journalctl"],
  ],
  [
    "uploads are kept with five of them",
    (text) => text.replace("files: none", "files: [{ id: media, host: app-2, directory: /srv/media }]"),
    ["find", "sort", "comm", "tar", "xargs", "awk"],
  ],
];

for (const [name, change, programs] of cases)
  test(`programs of a host beside the service's: ${name}`, () => {
    assert.deepEqual(onlyOn("app-2", change), programs);
  });

test("each that is missing is told with its host, and all are named", async () => {
  const { host, commands } = recordedHost("app-1", () => ({ stdout: "python3\ncurl\n" }));
  const { problems, note } = await programsFinding(plan(), { hosts: hostsOf(host) });
  assert.deepEqual(
    problems.map(({ code, what, where }) => `${code} ${what} ${where}`),
    ["program-missing python3 is not installed app-1", "program-missing curl is not installed app-1"],
  );
  assert.equal(commands.length, 1, "one look at a host");
  assert.deepEqual(note?.split(", "), commands[0]?.args.slice(3));
});
