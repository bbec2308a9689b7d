import { execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";

const run = promisify(execFile);

interface Test {
  after(end: () => Promise<void>): void;
}

export const zone = "clinic.test";
const soa = "@ IN SOA ns1 hostmaster 1 3600 1 86400 45\n@ IN NS ns1\nns1 IN A 127.0.0.1\n";

/** `golive` may change all below the zone, `narrow` one other name; `stranger` is unknown there, `wrong` has another secret, `garbage` is no key. */
export type KeyName = "golive" | "narrow" | "stranger" | "wrong" | "garbage";

async function named(directory: string, port: number, conf: string) {
  await writeFile(join(directory, "named.conf"), conf);
  const child = spawn("/usr/sbin/named", ["-g", "-n", "1", "-c", join(directory, "named.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  for (let tries = 0; !/ running$/m.test(said); tries++) {
    if (tries > 200 || child.exitCode !== null) {
      child.kill();
      throw new Error(`named does not start on ${port}: ${said}`);
    }
    await sleep(50);
  }
  return {
    said: () => said,
    async stop() {
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once("exit", resolve).kill());
    },
  };
}

function options(directory: string, port: number): string {
  return `options { directory "${directory}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file "${directory}/named.pid"; session-keyfile "${directory}/session.key"; managed-keys-directory "${directory}"; dnssec-validation no; allow-query { any; }; notify-source 127.0.0.1; };\ncontrols {};\n`;
}

/** A real BIND that takes signed updates, on a free port of loopback, and as many secondaries that get the zone from it. */
export async function startZone(t: Test, records: string, { secondaries = 0, policy = "zonesub ANY" } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "golive-zone-"));
  await chmod(directory, 0o755);
  const [port = 0, ...ports] = await freePorts(1 + secondaries);
  const keys = {} as Record<KeyName, string>;
  for (const name of ["golive", "narrow", "stranger"] as const) {
    keys[name] = join(directory, `${name}.key`);
    await writeFile(keys[name], (await run("tsig-keygen", [name])).stdout, { mode: 0o600 });
  }
  keys.wrong = join(directory, "wrong.key");
  await writeFile(keys.wrong, (await readFile(keys.stranger, "utf8")).replace("stranger", "golive"), { mode: 0o600 });
  keys.garbage = join(directory, "garbage.key");
  await writeFile(keys.garbage, "c2VjcmV0LW9mLXRoZS16b25l\n", { mode: 0o600 });
  await writeFile(join(directory, "zone"), `$TTL 60\n${soa}${records}\n`);
  const servers = await Promise.all(
    ports.map(async (at, index) => {
      const home = join(directory, `secondary-${index}`);
      await run("mkdir", [home]);
      return { home, at };
    }),
  );
  const conf = `include "${keys.golive}";\ninclude "${keys.narrow}";\n${options(directory, port)}zone "${zone}" { type master; file "zone"; notify explicit; notify-delay 0; also-notify { ${ports.map((at) => `127.0.0.1 port ${at};`).join(" ")} }; allow-transfer { any; }; update-policy { grant golive ${policy}; grant narrow name other.${zone} ANY; }; };\n`;
  let primary = await named(directory, port, conf);
  const others: { stop(): Promise<void> }[] = [];
  t.after(async () => {
    await Promise.all([primary, ...others].map((one) => one.stop()));
    await rm(directory, { recursive: true, force: true });
  });
  for (const { home, at } of servers)
    others.push(
      await named(
        home,
        at,
        `${options(home, at)}zone "${zone}" { type slave; file "copy"; masters { 127.0.0.1 port ${port}; }; };\n`,
      ),
    );
  const dig = async (name: string, type: string, at = port) =>
    (
      await run("dig", [
        "-r",
        "@127.0.0.1",
        "-p",
        String(at),
        "+norecurse",
        "+noall",
        "+answer",
        "-q",
        `${name}.${zone}`,
        "-t",
        type,
      ])
    ).stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(/\s+/).slice(1).join(" "))
      .toSorted();
  for (const { at } of servers)
    for (
      let tries = 0;
      (await run("dig", ["-r", "@127.0.0.1", "-p", String(at), "+norecurse", "+short", zone, "SOA"])).stdout === "";
      tries++
    ) {
      if (tries > 100) throw new Error("a secondary does not get the zone");
      await sleep(50);
    }
  return {
    server: `127.0.0.1:${port}`,
    servers: [port, ...ports].map((at) => `127.0.0.1:${at}`),
    keys,
    /** What is there: TTL, class, type and value. */
    dig,
    serial: async () =>
      Number((await run("dig", ["-r", "@127.0.0.1", "-p", String(port), "+short", zone, "SOA"])).stdout.split(" ")[2]),
    /** Somebody else changes something. */
    async elsewhere(...lines: string[]) {
      const child = run("nsupdate", ["-v", "-k", keys.golive]);
      child.child.stdin?.end(`server 127.0.0.1 ${port}\nzone ${zone}\n${lines.join("\n")}\nsend\n`);
      await child;
    },
    stop: () => primary.stop(),
    async start() {
      primary = await named(directory, port, conf);
    },
  };
}
export type Zone = Awaited<ReturnType<typeof startZone>>;
