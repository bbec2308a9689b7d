import { randomBytes, randomInt } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { checkOut, installEnvironment, manage, writeEnvFile } from "./application.ts";
import { startBotApi } from "./twins/bot-api-twin.ts";
import { exchange } from "./traffic/exchange.ts";
import { type BalancerKind, type MachineFacts, machineFacts, type Strategy } from "./facts.ts";
import { freePorts } from "./processes/free-ports.ts";
import { startHaproxy } from "./servers/haproxy.ts";
import { startNameServer } from "./servers/name-server.ts";
import { startNginx } from "./servers/nginx.ts";
import { postgresBinaries, startPostgres } from "./servers/postgres.ts";
import type { Program } from "./processes/program.ts";
import { buildRepository } from "./repository.ts";
import { run } from "./processes/run.ts";
import { type Sshd, startSshd } from "./servers/sshd.ts";
import { secure } from "./secure.ts";
import { startStaging } from "./staging.ts";
import { startSupervisor } from "./servers/supervisor.ts";
import { until } from "./processes/until.ts";
import { startTelegram } from "./twins/telegram-twin.ts";
import { startWatch } from "./servers/watch.ts";

export interface BringUpOptions {
  readonly directory: string;
  readonly clients: number;
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

/** Waits for all to end before it fails: nothing may still be starting while the teardown runs. */
async function together(...work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** What the server does each night, done once. */
async function nightlyBackup({ nightly, postgres }: MachineFacts): Promise<void> {
  await mkdir(nightly, { recursive: true, mode: 0o700 });
  const to = join(nightly, "psychology.dump");
  await run(
    join(postgres.binaries, "pg_dump"),
    [
      "--no-password",
      "-h",
      postgres.host,
      "-p",
      String(postgres.port),
      "-U",
      postgres.adminUser,
      "-Fc",
      "-f",
      to,
      postgres.database,
    ],
    { env: { PGPASSFILE: postgres.passfile } },
  );
}

/** Starts PostgreSQL, the service under supervisor and the balancer in front, and waits until it serves. */
export async function bringUp(o: BringUpOptions): Promise<{
  readonly facts: MachineFacts;
  readonly sshd: Sshd | null;
  readonly postgres: Program;
  readonly manager: Program;
  readonly teamChat: () => readonly string[];
}> {
  const { directory } = o;
  const programs: Program[] = [];
  const started = (program: Program): void => {
    programs.push(program);
    o.started(program);
    o.log(`${program.name} runs`);
  };
  // Ports and keys before all else: the plan names them, and the plan is in every commit.
  const [
    site = 0,
    app = 0,
    postgres = 0,
    sshPort = 0,
    spare = 0,
    status = 0,
    prometheus = 0,
    loki = 0,
    staging = 0,
    tls = 0,
    dns = 0,
  ] = await freePorts(11);
  const sshd = o.ssh ? await startSshd(join(directory, "ssh"), sshPort) : null;
  if (sshd) o.started(sshd);
  const certificate =
    o.watched && o.balancer === "nginx" ? await secure(directory, `127.0.0.1:${tls}`, site, started) : undefined;
  const names = o.watched ? await startNameServer(directory, dns, started) : undefined;
  const token = `${randomInt(1e9, 1e10)}:${randomBytes(26).toString("base64url")}`;
  const bot = o.watched
    ? await startBotApi({ after: (stop) => o.started({ stop: async () => stop() }) }, token)
    : undefined;
  const teamToken = `${randomInt(1e9, 1e10)}:${randomBytes(26).toString("base64url")}`;
  const team = o.watched
    ? await startTelegram({ after: (stop) => o.started({ stop: async () => stop() }) }, teamToken)
    : undefined;
  const facts: MachineFacts = {
    ...machineFacts(
      directory,
      {
        site,
        app,
        postgres,
        spare,
        status,
        ...(o.staging ? { staging } : {}),
        ...(o.watched ? { watch: [prometheus, loki] as const } : {}),
      },
      await postgresBinaries(),
      sshd,
      o.strategy,
      o.balancer,
    ),
    ...(certificate === undefined ? {} : { secure: certificate }),
    ...(bot === undefined ? {} : { botUrl: bot.base }),
    ...(team === undefined ? {} : { team: { base: team.base, token: teamToken } }),
    ...(names === undefined ? {} : { names }),
  };
  const work = join(directory, "work");
  await writeEnvFile(facts, bot === undefined ? undefined : token);
  await together(
    startPostgres(facts.postgres, facts.ownerPassfile, started),
    buildRepository(facts.origin, work, (tag) => o.planFor(tag, facts))
      .then(() => together(rm(work, { recursive: true }), checkOut(facts, FIRST_TAG)))
      .then(() => installEnvironment(facts)),
    (o.balancer === "haproxy" ? startHaproxy : startNginx)(facts, started),
  );
  o.log("environment installed");
  await together(
    manage(facts, "migrate", "--noinput").then(() => manage(facts, "seed", "--clients", String(o.clients))),
    manage(facts, "collectstatic", "--noinput").then(() => manage(facts, "compress")),
    startSupervisor(facts, started),
    startWatch(facts, started, o.started),
    startStaging(facts, FIRST_TAG, "v1.1.0", started),
  );
  await nightlyBackup(facts);
  await until(`${facts.siteUrl} is not healthy`, async () => {
    const failure = programs.map((program) => program.failure()).find((text) => text !== null);
    if (failure) throw new Error(failure);
    return (await exchange(`${facts.siteUrl}/health/`)).status === 200;
  });
  o.log(`${FIRST_TAG} serves at ${facts.siteUrl}`);
  const postgresProgram = programs.find(({ name }) => name === "postgres");
  const manager = programs.find(({ name }) => name === "supervisord");
  if (!postgresProgram || !manager) throw new Error("PostgreSQL or supervisord was not started");
  return { facts, sshd, postgres: postgresProgram, manager, teamChat: () => team?.own() ?? [] };
}
