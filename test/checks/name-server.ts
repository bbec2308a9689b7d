import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { promises as dns } from "node:dns";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";

/** A real BIND with these zones on a free port of loopback, gone with the test. A zone without text is one that it cannot load, and answers SERVFAIL for. */
export async function startNameServer(
  t: { after(end: () => Promise<void>): void },
  zones: Readonly<Record<string, string | null>>,
  at?: number,
) {
  const directory = await mkdtemp(join(tmpdir(), "golive-named-"));
  await chmod(directory, 0o755);
  const port = at ?? (await freePorts(1))[0] ?? 0;
  const blocks = await Promise.all(
    Object.entries(zones).map(async ([zone, text], index) => {
      const file = join(directory, `zone-${index}`);
      if (text !== null)
        await writeFile(
          file,
          `$TTL 60\n@ IN SOA ns1 hostmaster 1 3600 600 86400 60\n@ IN NS ns1\nns1 IN A 127.0.0.1\n${text}\n`,
        );
      return `zone "${zone}" { type master; file "${file}"; };`;
    }),
  );
  await writeFile(
    join(directory, "named.conf"),
    `options { directory "${directory}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file "${directory}/named.pid"; session-keyfile "${directory}/session.key"; managed-keys-directory "${directory}"; dnssec-validation no; allow-query { any; }; };\ncontrols {};\n${blocks.join("\n")}\n`,
  );
  const named = spawn("/usr/sbin/named", ["-g", "-n", "1", "-c", join(directory, "named.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stop = async () => {
    if (named.exitCode === null && named.signalCode === null)
      await new Promise((resolve) => named.once("exit", resolve).kill());
    await rm(directory, { recursive: true, force: true });
  };
  t.after(stop);
  let said = "";
  named.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const resolver = new dns.Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  for (let tries = 0; ; tries++) {
    // Whatever it answers, it answers.
    const code = await resolver.resolveSoa("golive.invalid").then(
      () => "",
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (code === "EREFUSED") break;
    if (tries > 100 || named.exitCode !== null)
      throw new Error(`named does not start: ${said || (await readFile(join(directory, "named.conf"), "utf8"))}`);
    await sleep(50);
  }
  return { address: `127.0.0.1:${port}`, stop };
}
