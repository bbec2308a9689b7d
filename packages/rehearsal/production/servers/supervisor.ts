import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ManagedProgram } from "../../services/kind.ts";
import { serviceNamed } from "../../services/registry.ts";
import type { MachineFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";

function configuration(facts: MachineFacts): string {
  const home = dirname(facts.supervisor.config);
  const socket = join(home, "supervisor.sock");
  const root = process.getuid?.() === 0 ? ["user = root"] : [];
  return [
    "[supervisord]",
    "nodaemon = true",
    ...root,
    `logfile = ${join(home, "supervisord.log")}`,
    `pidfile = ${join(home, "supervisord.pid")}`,
    `childlogdir = ${home}`,
    `directory = ${home}`,
    "[unix_http_server]",
    `file = ${socket}`,
    "chmod = 0700",
    "[rpcinterface:supervisor]",
    "supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface",
    "[supervisorctl]",
    `serverurl = unix://${socket}`,
    ...serviceNamed(facts.service)
      .programs(facts)
      .flatMap((program) => section(facts, program)),
    "",
  ].join("\n");
}

function section(facts: MachineFacts, { name, command, log }: ManagedProgram): string[] {
  return [
    `[program:${name}]`,
    `command = ${command}`,
    `directory = ${facts.live}`,
    `environment = ENV_FILE="${facts.envFile}"`,
    "autostart = true",
    "autorestart = true",
    "startsecs = 1",
    "stopsignal = TERM",
    "stopwaitsecs = 15",
    "stopasgroup = false",
    "killasgroup = true",
    "redirect_stderr = true",
    `stdout_logfile = ${join(dirname(facts.supervisor.config), log)}`,
  ];
}

export async function startSupervisor(facts: MachineFacts, started: (program: Program) => void): Promise<void> {
  const home = dirname(facts.supervisor.config);
  await mkdir(home, { recursive: true });
  await writeFile(facts.supervisor.config, configuration(facts));
  started(
    startProgram({
      name: "supervisord",
      file: "/usr/bin/supervisord",
      args: ["-n", "-c", facts.supervisor.config],
      cwd: home,
      log: join(home, "console.log"),
      stopSignal: "SIGTERM",
    }),
  );
}
