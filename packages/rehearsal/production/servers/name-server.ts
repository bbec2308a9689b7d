import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { run } from "../processes/run.ts";
import { pollUntil } from "../processes/poll-until.ts";

export const zone = "clinic.example.org";

/** A BIND with the clinic's zone, which takes updates signed with a key; its site still leads to the old balancer. */
export async function startNameServer(
  directory: string,
  { address = "127.0.0.1", port }: { readonly address?: string; readonly port: number },
  started: (part: Program) => void,
): Promise<NonNullable<MachineFacts["names"]> & { readonly key: string }> {
  const home = join(directory, "named");
  const at = (file: string) => join(home, file);
  await mkdir(home);
  const key = await run("tsig-keygen", ["golive"], { cwd: home });
  await writeFile(at("golive.key"), key, { mode: 0o600 });
  await writeFile(
    at("zone"),
    `$TTL 60
@ IN SOA ns1 hostmaster 1 3600 600 86400 60
@ IN NS ns1
ns1 IN A 127.0.0.1
@ IN CAA 0 issue "letsencrypt.org"
www 60 IN A 192.0.2.10
`,
  );
  await writeFile(
    at("named.conf"),
    `include "${at("golive.key")}";
options {
  directory "${home}";
  listen-on port ${port} { ${address}; };
  listen-on-v6 { none; };
  recursion no;
  pid-file "${at("named.pid")}";
  session-keyfile "${at("session.key")}";
  managed-keys-directory "${home}";
  dnssec-validation no;
  allow-query { any; };
};
controls {};
zone "${zone}" { type master; file "${at("zone")}"; update-policy { grant golive name www.${zone} A; }; };
`,
  );
  started(
    startProgram({
      name: "named",
      file: "/usr/sbin/named",
      cwd: home,
      log: at("console.log"),
      stopSignal: "SIGTERM",
      args: ["-g", "-n", "1", "-c", at("named.conf")],
    }),
  );
  const server = `${address}:${port}`;
  const question = ["-r", `@${address}`, "-p", String(port), "+short", `www.${zone}`, "A"];
  const answers = async (): Promise<boolean> => (await run("dig", question, { cwd: home })).includes("192.0.2.10");
  await pollUntil(answers, { what: "the name server does not answer" });
  return { server, zone, name: `www.${zone}`, keyFile: at("golive.key"), key };
}
