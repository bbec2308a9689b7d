import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { SshFacts } from "../production/facts.ts";
import { run } from "../production/processes/run.ts";

export interface Playbook {
  readonly file: string;
  /** For what the run needs; short, since sockets lie in it. */
  readonly directory: string;
  /** Each host with its variables. All are in the group `app`. */
  readonly hosts: Readonly<Record<string, { readonly ssh: SshFacts; readonly vars: Readonly<Record<string, string>> }>>;
  readonly forks?: number;
}

// As its manual advises for speed: one connection for all tasks, and modules without a file of their own on the host.
const configuration = (directory: string, forks: number) => `[defaults]
inventory = ${directory}/inventory.yml
forks = ${forks}
interpreter_python = /usr/bin/python3
host_key_checking = True
retry_files_enabled = False
local_tmp = ${directory}/tmp
[ssh_connection]
pipelining = True
control_path = ${directory}/%%C
ssh_args = ${sshOptions(directory)}
`;

function sshOptions(directory: string): string {
  const options = [
    "ControlMaster=auto",
    "ControlPersist=60s",
    `UserKnownHostsFile=${directory}/known_hosts`,
    "StrictHostKeyChecking=yes",
    "IdentitiesOnly=yes",
    "BatchMode=yes",
  ];
  return options.map((option) => `-o ${option}`).join(" ");
}

/** Everything written down before, so that the time is that of ansible-playbook alone. */
export async function preparePlaybook({ file, directory, hosts, forks = 5 }: Playbook): Promise<() => Promise<string>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const entries = Object.entries(hosts).map(
    ([name, { ssh, vars }]) =>
      [
        name,
        {
          ansible_host: ssh.host,
          ansible_port: ssh.port,
          ansible_user: ssh.user,
          ansible_ssh_private_key_file: ssh.privateKeyFile,
          ...vars,
        },
      ] as const,
  );
  await writeFile(join(directory, "inventory.yml"), stringify({ app: { hosts: Object.fromEntries(entries) } }));
  await writeFile(
    join(directory, "known_hosts"),
    Object.values(hosts)
      .map(({ ssh }) => `[${ssh.host}]:${ssh.port} ${ssh.hostKey}\n`)
      .join(""),
  );
  await writeFile(join(directory, "ansible.cfg"), configuration(directory, forks));
  return () =>
    run("ansible-playbook", [file], {
      cwd: directory,
      env: { ANSIBLE_CONFIG: join(directory, "ansible.cfg"), ANSIBLE_NOCOLOR: "1" },
    });
}
