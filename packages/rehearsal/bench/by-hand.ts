// How an administrator brings the release to the production: by a script, or by Ansible.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../production/processes/run.ts";
import type { MachineProduction } from "../production/machine-production.ts";
import { preparePlaybook } from "./ansible.ts";

export const tag = "v1.1.0";
const peers = join(import.meta.dirname, "./peers");

/** A script of the folder of peers, over one connection that is open before. */
export function runScript(name: string): (production: MachineProduction) => Promise<() => Promise<unknown>> {
  return (production) => prepareScript(production, join(peers, name));
}

async function prepareScript(production: MachineProduction, file: string): Promise<() => Promise<unknown>> {
  const { ssh, postgres, supervisor } = production;
  if (!ssh) throw new Error("the production has no sshd");
  const directory = join(production.directory, "admin");
  await run("mkdir", ["-m", "700", directory]);
  const known = `[${ssh.host}]:${ssh.port} ${ssh.hostKey}\n`;
  await writeFile(join(directory, "known_hosts"), known);
  const options = [
    "IdentitiesOnly=yes",
    "BatchMode=yes",
    `UserKnownHostsFile=${directory}/known_hosts`,
    "ControlMaster=auto",
    `ControlPath=${directory}/%C`,
    "ControlPersist=60",
  ].flatMap((option) => ["-o", option]);
  const words = ["-T", "-p", String(ssh.port), "-l", ssh.user, "-i", ssh.privateKeyFile, ...options, ssh.host];
  const values = [
    tag,
    production.live,
    production.maintenanceFlag,
    supervisor.config,
    supervisor.program,
    production.envFile,
    production.appUrl,
    join(production.backups, "before.dump"),
    postgres.host,
    String(postgres.port),
    postgres.adminUser,
    postgres.database,
    postgres.passfile,
  ];
  const text = await readFile(file, "utf8");
  return () => run("ssh", [...words, "sh", "-s", "--", ...values], { input: text });
}

/** Ansible's playbook, with all that it needs written down before. */
export async function runPlaybook(production: MachineProduction): Promise<() => Promise<unknown>> {
  const { ssh, postgres, supervisor } = production;
  if (!ssh) throw new Error("the production has no sshd");
  const vars = {
    tag,
    origin: production.origin,
    live: production.live,
    flag: production.maintenanceFlag,
    supervisor: supervisor.config,
    unit: supervisor.program,
    env_file: production.envFile,
    app: production.appUrl,
    dump: join(production.backups, "before.dump"),
    pg_host: postgres.host,
    pg_port: String(postgres.port),
    pg_user: postgres.adminUser,
    pg_database: postgres.database,
    pg_passfile: postgres.passfile,
  };
  return preparePlaybook({
    file: join(peers, "deploy.yml"),
    directory: join(production.directory, "ansible"),
    hosts: { "app-1": { ssh, vars } },
  });
}
