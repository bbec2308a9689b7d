import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePorts } from "../production/processes/free-ports.ts";
import { type Program, startProgram } from "../production/processes/program.ts";
import { startNameServer, zone } from "../production/servers/name-server.ts";
import { prometheusReady, ship, startPrometheus } from "../production/servers/watch.ts";
import { startBotApi } from "../production/twins/bot-api-twin.ts";
import { startLokiTwin } from "../production/twins/loki-twin.ts";
import { startTelegram } from "../production/twins/telegram-twin.ts";
import { quote } from "../../../src/hosts/words.ts";
import { applications, type HostsFacts, layout, type Surroundings } from "./facts.ts";
import type { Machines } from "./machines.ts";
import { sshWords } from "./root-shell.ts";

type Part = Program | { stop(): Promise<unknown> };

const keyFile = "/etc/golive-dns.key";

/** The team's chat runs at once: the runner writes to it, so it needs no network of the machines. */
export async function chooseSurroundings(
  network: string,
  token: () => string,
  started: (part: Part) => void,
): Promise<Surroundings> {
  const [prometheus = 0, loki = 0, dns = 0, bot = 0] = await freePorts(4);
  const address = `${network}.1`;
  const at = (port: number) => `http://${address}:${port}`;
  const teamToken = token();
  const team = await startTelegram(endsWith(started), teamToken);
  return {
    address,
    botToken: token(),
    botUrl: at(bot),
    team: { base: team.base, token: teamToken },
    watch: { prometheusUrl: at(prometheus), lokiUrl: at(loki), job: layout.service },
    names: { server: `${address}:${dns}`, zone, name: `www.${zone}`, keyFile },
  };
}

/** Starts all of it once the machines' network is there. */
export async function startSurroundings(
  facts: HostsFacts,
  surroundings: Surroundings,
  machines: Machines,
  started: (part: Part) => void,
): Promise<void> {
  const { address, watch, names, botUrl, botToken } = surroundings;
  if (watch === undefined || names === undefined || botUrl === undefined) return;
  await startBotApi(endsWith(started), botToken, { address, port: Number(new URL(botUrl).port) });
  const port = Number(names.server.split(":")[1]);
  const { key } = await startNameServer(facts.directory, { address, port }, started);
  // As its administrator would put it there; what users install is in docs/dns.md.
  await machines.asRoot("app-1", `printf %s "$2" > "$1"; chgrp deploy "$1"; chmod 640 "$1"`, [keyFile, key]);
  const targets = applications.map((name) => `http://${facts.hosts[name].address}:${layout.port}`);
  await startPrometheus({ home: join(facts.directory, "prometheus"), watch, targets }, started);
  started(await startLokiTwin({ address, port: Number(new URL(watch.lokiUrl).port) }));
  const logs = join(facts.directory, "logs");
  await mkdir(logs);
  for (const name of applications) {
    const file = join(logs, `${name}.log`);
    await writeFile(file, "");
    started(follow(facts, name, file));
    started(ship(file, watch.lokiUrl, watch.job));
  }
  await prometheusReady(watch);
}

/** What the unit prints from now on, as an agent on the host would send it; again after the host was away. */
function follow(facts: HostsFacts, name: (typeof applications)[number], file: string): Program {
  const words = ["journalctl", "--follow", "--lines=0", "--output=cat", `--unit=${layout.service}`];
  const ssh = ["ssh", ...sshWords(facts, name), ...words].map(quote).join(" ");
  return startProgram({
    name: `the log of ${name}`,
    file: "sh",
    args: ["-c", `while :; do ${ssh} < /dev/null; sleep 1; done`],
    cwd: facts.directory,
    log: file,
    stopSignal: "SIGTERM",
  });
}

function endsWith(started: (part: Part) => void) {
  return { after: (stop: () => void) => started({ stop: async () => stop() }) };
}
