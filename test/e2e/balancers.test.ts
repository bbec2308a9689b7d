import assert from "node:assert/strict";
import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { planFor } from "../../packages/rehearsal/plan/plan-for.ts";
import { main } from "../../src/cli/main.ts";
import { lastState } from "./state-of-production.ts";

/** A check past the page, tests that get the token, and one that keeps it where this test finds it. */
const pastThePage = (plan: Record<string, any>) => {
  const url = plan.site.url.replace(/\/health\/$/, "");
  plan.verify.checks.push(
    {
      kind: "http",
      id: "front",
      title: "The site, past the page",
      url: `${url}/version/`,
      bypass: true,
      contains: "{tag}",
    },
    {
      kind: "smoke",
      id: "front-smoke",
      title: "Smoke tests with the token",
      host: "app-1",
      path: "smoke",
      "least-tests": 5,
      env: { BASE_URL: plan.verify.checks[2].env.BASE_URL },
      "bypass-env": "GOLIVE_BYPASS",
    },
    {
      kind: "command",
      id: "keep",
      host: "app-1",
      run: [
        "sh",
        "-c",
        'cp -- "$1/bypass-token" "$1/../seen-token"; curl -s -o /dev/null -w "%{http_code}" "$2" > "$1/../seen-status"',
        "sh",
        plan.control.directory,
        url,
      ],
    },
  );
};

/** A booking whose body comes a byte at a time until it is told to end; JSON may begin with blanks. */
function slowBooking(siteUrl: string) {
  const uuid = randomUUID();
  const { hostname, port } = new URL(siteUrl);
  const booking = JSON.stringify({ uuid, client: "C-000001", starts_at: "2030-01-01T10:00:00+00:00", minutes: 50 });
  const blanks = 600;
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /api/bookings/ HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${blanks + booking.length}\r\nConnection: close\r\n\r\n`,
  );
  let sent = 0;
  const timer = setInterval(() => void (sent < blanks && (sent++, socket.write(" "))), 250);
  const answer = new Promise<string>((resolve) => {
    let text = "";
    socket
      .on("data", (part) => (text += part))
      .on("close", () => resolve(text))
      .on("error", (error) => resolve(error.message));
  });
  return {
    uuid,
    status: answer.then((text) => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? text),
    end() {
      clearInterval(timer);
      socket.write(" ".repeat(blanks - sent) + booking);
    },
  };
}

/** On a production whose page is down. */
async function bypassByHand({ production }: World): Promise<void> {
  const file = join(production.directory, "plan.yml");
  await writeFile(
    file,
    planFor(production, "v1.1.0", (plan) => void delete plan.prepare),
  );
  const golive = async () => {
    let [out, err] = ["", ""];
    const code = await main(
      ["bypass", "--plan", file],
      (text) => void (out += text),
      (text) => void (err += text),
    );
    return { code, out, err };
  };
  assert.deepEqual([(await golive()).code, /no page of golive is up/.test((await golive()).err)], [1, true]);
  const token = "ab".repeat(32);
  await writeFile(join(production.state, "bypass-token"), `v1.1.0-7 ${token}\n`);
  const { code, out } = await golive();
  assert.equal(code, 0);
  assert.match(out, new RegExp(`document\\.cookie = "golive_bypass=${token}; path=/; SameSite=Lax"`));
  assert.match(out, new RegExp(`-H 'X-Golive-Bypass: ${token}' ${production.siteUrl}/health/`));
}

for (const balancer of ["haproxy", "nginx"] as const) {
  test(`${balancer} in front: live, no write lost, what was under way is let end, and the token leads past the page and nowhere else`, async (t) => {
    const world = await startWorld({ balancer, change: pastThePage });
    t.after(() => world.stop());
    const { production } = world;
    const traffic = production.startTraffic();
    const prober = await production.startProber({ everyMs: 200 });
    const slow = slowBooking(production.siteUrl);
    let ends: Promise<void> | undefined;
    const launched = await world.launch({
      tag: "v1.1.0",
      onLog: (line) => void (/isolate\.drain …/.test(line) && (ends ??= sleep(5000).then(() => slow.end()))),
    });
    const visits = await traffic.stop();
    const { downtimeSeconds } = await prober.stop();
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    assert.equal(await slow.status, "201", "a request that came before the page ends as it should");
    assert.deepEqual(
      await lost([...visits.acknowledged, { uuid: slow.uuid, at: Date.now() }], production.postgres),
      [],
    );
    assert.ok(visits.acknowledged.length > 0 && visits.refused > 0 && downtimeSeconds > 0);
    assert.equal(await production.version(), "v1.1.0");

    const { steps } = await lastState(world);
    assert.equal(steps.get("verify.front")?.status, "done");
    assert.match(steps.get("isolate.proof")?.note ?? "", /; the token leads past it; [45] that are none do not$/);
    assert.match(steps.get("isolate.drain")?.note ?? "", /^no request runs any more, after [4-9]\.\d s$/);
    assert.equal(
      steps.get("open.servers")?.note?.replace(/\d.*/, ""),
      balancer === "haproxy" ? "every server is ready, after " : undefined,
    );
    t.diagnostic(
      `downtime ${downtimeSeconds.toFixed(1)} s, ${visits.acknowledged.length} writes, drain ${steps.get("isolate.drain")?.seconds} s`,
    );

    const [release = "", token = ""] = (await readFile(join(production.directory, "seen-token"), "utf8"))
      .trim()
      .split(" ");
    assert.match(token, /^[0-9a-f]{64}$/);
    assert.ok(release.startsWith("v1.1.0"));
    assert.equal(
      await readFile(join(production.directory, "seen-status"), "utf8"),
      "503",
      "without the token there was the page",
    );
    const [issue] = await world.issues();
    const comments = await world.api("anna", "GET", `/repos/clinic/psychology-api/issues/1/comments`).catch(() => []);
    const journal = await readFile(join(production.state, "journal.jsonl"), "utf8");
    for (const [name, text] of Object.entries({
      log: launched.log.join("\n"),
      issue: JSON.stringify([issue, comments]),
      journal,
    }))
      assert.ok(!text.includes(token), `the token is in the ${name}`);
    await assert.rejects(access(join(production.state, "bypass-token")), "it goes with the page");
    assert.ok("tokens" in production.balancer);
    const { kind, tokens } = production.balancer;
    assert.equal(kind === "nginx" ? (await readdir(tokens)).join() : await readFile(tokens, "utf8"), "");
    if (balancer === "nginx")
      await t.test("golive bypass tells a tester the way past the page that is up, and that there is none", () =>
        bypassByHand(world),
      );
  });
}
