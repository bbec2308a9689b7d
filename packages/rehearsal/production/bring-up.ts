import { randomBytes, randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceName } from "../services/names.ts";
import { serviceNamed } from "../services/registry.ts";
import { checkOut, writeEnvFile } from "./application.ts";
import { startBotApi } from "./twins/bot-api-twin.ts";
import { exchange } from "./traffic/exchange.ts";
import type { BalancerKind, MachineFacts, MachinePorts, Strategy } from "./facts.ts";
import { machineFacts } from "./machine-facts.ts";
import { freePorts } from "./processes/free-ports.ts";
import { startCaddy } from "./servers/caddy.ts";
import { startHaproxy } from "./servers/haproxy.ts";
import { startNameServer } from "./servers/name-server.ts";
import { startNginx } from "./servers/nginx.ts";
import { postgresBinaries } from "./servers/postgres.ts";
import type { Program } from "./processes/program.ts";
import { buildRepository } from "./repository.ts";
import { together } from "./processes/together.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import { secure } from "./secure.ts";
import { startStaging } from "./staging.ts";
import { startSupervisor } from "./servers/supervisor.ts";
import { pollUntil } from "./processes/poll-until.ts";
import { startTelegram } from "./twins/telegram-twin.ts";
import { startWatch } from "./servers/watch.ts";

export interface BringUpOptions {
  readonly directory: string;
  readonly clients: number;
  readonly service: ServiceName;
  readonly planFor: (tag: string, production: MachineFacts) => string;
  readonly ssh: boolean;
  readonly strategy: Strategy;
  readonly balancer: BalancerKind;
  /** With a Prometheus and a log beside the service. */
  readonly watched: boolean;
  /** With a staging server that runs the release that is launched. */
  readonly staging: boolean;
  readonly log: (line: string) => void;
  /** Called for each program as soon as it runs, whatever becomes of the rest. */
  readonly started: (part: Program | Sshd | { stop(): Promise<unknown> }) => void;
}

const FIRST_TAG = "v1.0.0";

const startBalancer = { nginx: startNginx, haproxy: startHaproxy, caddy: startCaddy };

export interface BroughtUp {
  readonly facts: MachineFacts;
  readonly sshd: Sshd | null;
  /** Null where the service has another database. */
  readonly postgres: Program | null;
  readonly manager: Program;
  readonly teamChat: () => readonly string[];
}

/** Starts PostgreSQL, the service under supervisor and the balancer in front, and waits until it serves. */
export async function bringUp(o: BringUpOptions): Promise<BroughtUp> {
  const programs: Program[] = [];
  const started = (program: Program): void => {
    programs.push(program);
    o.started(program);
    o.log(`${program.name} runs`);
  };
  const { facts, sshd, botToken, teamChat } = await startAround(o, started);
  const service = serviceNamed(o.service);
  await writeEnvFile(facts, botToken);
  await together(
    service.database.start(facts, started),
    service.startBeside?.(facts, started) ?? Promise.resolve(),
    installFirstRelease(o, facts),
    startBalancer[o.balancer](facts, started),
  );
  o.log("environment installed");
  await together(
    service.fill(facts, o.clients),
    startSupervisor(facts, started),
    startWatch(facts, started, o.started),
    startStaging(facts, FIRST_TAG, "v1.1.0", started),
  );
  await service.database.nightly(facts);
  await awaitHealth(facts, programs);
  o.log(`${FIRST_TAG} serves at ${facts.siteUrl}`);
  const [postgres, manager] = ["postgres", "supervisord"].map((name) => programs.find((one) => one.name === name));
  if (!manager) throw new Error("supervisord was not started");
  return { facts, sshd, postgres: postgres ?? null, manager, teamChat };
}

/** What the plan names, and the plan is in every commit: ports, keys, and who is asked beside the service. */
interface Around extends Pick<BroughtUp, "facts" | "sshd" | "teamChat"> {
  readonly botToken: string | undefined;
}

async function startAround(o: BringUpOptions, started: (program: Program) => void): Promise<Around> {
  const { directory, strategy, balancer, service } = o;
  const ports = await choosePorts(o);
  const sshd = o.ssh ? await startSshd(join(directory, "ssh"), ports.ssh) : null;
  if (sshd) o.started(sshd);
  const watched = o.watched ? await startWatched(o, ports, started) : undefined;
  const facts: MachineFacts = {
    ...machineFacts(directory, { ports, binaries: await postgresBinaries(), ssh: sshd, strategy, balancer, service }),
    ...watched?.facts,
  };
  return { facts, sshd, botToken: watched?.botToken, teamChat: () => watched?.teamChat() ?? [] };
}

interface Ports extends MachinePorts {
  readonly ssh: number;
  readonly tls: number;
  readonly dns: number;
}

async function choosePorts({ staging, watched }: BringUpOptions): Promise<Ports> {
  const [site = 0, app = 0, postgres = 0, ssh = 0, spare = 0, status = 0, ...rest] = await freePorts(11);
  const [prometheus = 0, loki = 0, next = 0, tls = 0, dns = 0] = rest;
  return {
    ...{ site, app, postgres, ssh, spare, status, tls, dns },
    ...(staging ? { staging: next } : {}),
    ...(watched ? { watch: [prometheus, loki] as const } : {}),
  };
}

interface Watched extends Pick<BroughtUp, "teamChat"> {
  readonly facts: Partial<MachineFacts>;
  readonly botToken: string;
}

/** The certificate, the name server and the two bots that only a production has which is watched. */
async function startWatched(o: BringUpOptions, ports: Ports, started: (part: Program) => void): Promise<Watched> {
  const { directory } = o;
  const certificate =
    o.balancer === "nginx" ? await secure(directory, `127.0.0.1:${ports.tls}`, ports.site, started) : undefined;
  const names = await startNameServer(directory, { port: ports.dns }, started);
  const ends = { after: (stop: () => void) => o.started({ stop: async () => stop() }) };
  const [botToken, teamToken] = [newBotToken(), newBotToken()];
  const bot = await startBotApi(ends, botToken);
  const team = await startTelegram(ends, teamToken);
  return {
    facts: {
      ...(certificate === undefined ? {} : { secure: certificate }),
      botUrl: bot.base,
      team: { base: team.base, token: teamToken },
      names,
    },
    botToken,
    teamChat: team.own,
  };
}

export function newBotToken(): string {
  return `${randomInt(1e9, 1e10)}:${randomBytes(26).toString("base64url")}`;
}

async function installFirstRelease(o: BringUpOptions, facts: MachineFacts): Promise<void> {
  const work = join(o.directory, "work");
  const { layers, install } = serviceNamed(o.service);
  await buildRepository({ origin: facts.origin, work, layers }, (tag) => o.planFor(tag, facts));
  await together(rm(work, { recursive: true }), checkOut(facts, FIRST_TAG));
  await install(facts);
}

async function awaitHealth({ siteUrl }: MachineFacts, programs: readonly Program[]): Promise<void> {
  const look = async (): Promise<boolean> => {
    const failure = programs.map((program) => program.failure()).find((text) => text !== null);
    if (failure) throw new Error(failure);
    return (await exchange(`${siteUrl}/health/`)).status === 200;
  };
  await pollUntil(look, { what: `${siteUrl} is not healthy` });
}
