import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { hostsProblem } from "../../hosts/able.ts";
import { freeNetwork } from "../../hosts/network.ts";
import { documented } from "../../hosts/seed.ts";

const main = join(import.meta.dirname, "../../main.ts");
const problem = await hostsProblem();

test("where machines cannot be had it says so, once, with the mend", (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root can give up a right of root's");
  const without = (right: string) =>
    spawnSync(
      "setpriv",
      [`--bounding-set=-${right}`, process.execPath, "--disable-warning=ExperimentalWarning", main, "--stage", "hosts"],
      { encoding: "utf8" },
    );
  for (const [right, what] of [
    ["sys_admin", /namespaces of its own/],
    ["net_admin", /a network bridge/],
  ] as const) {
    const { status, stdout, stderr } = without(right);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, what);
    assert.match(stderr, /^Real hosts cannot be had here: .*\n {2}→ .*privileged.*\n$/);
  }
});

test("a stage that there is not, and options that do not go together, are refused", () => {
  for (const [args, what] of [
    [["--stage", "moon"], /There is no stage "moon"/],
    [["--stage", "hosts", "--ssh"], /leave --ssh, --releases, --service and --balancer out/],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, what);
    assert.doesNotMatch(stderr, / at /);
  }
});

test("the network is one that nothing leads to", async () => {
  const network = await freeNetwork();
  assert.match(network, /^198\.1[89]\.\d{1,3}$/);
  assert.ok(
    !Object.values(networkInterfaces())
      .flat()
      .some((one) => one?.address.startsWith(`${network}.`)),
  );
});

test("what the machines are set up with is what the pages tell people", async () => {
  assert.match(
    await documented("hosts", "# /etc/sudoers.d/golive"),
    /^deploy ALL=\(root\) NOPASSWD: .*systemctl stop/m,
  );
  assert.match(await documented("maintenance", "# in server { … }"), /X-Golive-Maintenance on always;/);
  await assert.rejects(documented("hosts", "nothing like it"), /docs\/hosts\.md has no block/);
});

test("a signal while the machines are set up ends them at once, and nothing is left", {
  skip: problem ?? false,
}, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "./hosts-until-ended.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let directory = "";
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (line.startsWith("/")) directory = line;
    if (!line.includes("have booted")) continue;
    assert.ok(existsSync(join(directory, "machines")));
    child.kill("SIGTERM");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  assert.equal(child.signalCode, "SIGTERM");
  assert.match(said.at(-1) ?? "", /have booted/, "it does not wait until they are set up");
  assert.equal(existsSync(directory), false);
  const left = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(directory);
      } catch {
        return false;
      }
    });
  assert.deepEqual(left, []);
  assert.ok(!readFileSync("/proc/self/mounts", "utf8").includes(directory));
});
