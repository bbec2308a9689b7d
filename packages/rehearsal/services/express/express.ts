import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "../../production/facts.ts";
import { pollUntil } from "../../production/processes/poll-until.ts";
import { startProgram } from "../../production/processes/program.ts";
import { run } from "../../production/processes/run.ts";
import { postgresql } from "../databases/postgresql.ts";
import type { RehearsedService } from "../kind.ts";

/** The node that runs this also runs the service. */
const node = process.execPath;
const npm = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8" }).trim();

function inLive(facts: MachineFacts, file: string, ...words: string[]): Promise<string> {
  return run(file, words, { cwd: facts.live, env: { ENV_FILE: facts.envFile } });
}

const redisSocket = ({ directory }: MachineFacts) => join(directory, "redis", "redis.sock");

export const express: RehearsedService = {
  about: "Express, a worker, Redis",
  layers: import.meta.dirname,
  database: postgresql,
  shallow: true,
  staging: false,

  settings: (facts) => [`REDIS_SOCKET=${redisSocket(facts)}`, `PORT=${new URL(facts.appUrl).port}`],

  async startBeside(facts, started) {
    const home = join(facts.directory, "redis");
    await mkdir(home, { recursive: true });
    const socket = redisSocket(facts);
    started(
      startProgram({
        name: "redis",
        file: "/usr/bin/redis-server",
        args: ["--port", "0", "--unixsocket", socket, "--dir", home, "--appendonly", "yes"],
        cwd: home,
        log: join(home, "console.log"),
        stopSignal: "SIGTERM",
      }),
    );
    const answers = () =>
      run("/usr/bin/redis-cli", ["-s", socket, "ping"], { cwd: home }).then(
        () => true,
        () => false,
      );
    await pollUntil(answers, { what: "Redis does not answer" });
  },

  async install(facts) {
    const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline"];
    await inLive(facts, npm, "ci", "--omit=dev", ...quiet);
    await inLive(facts, npm, "run", "build");
  },

  async fill(facts, clients) {
    await inLive(facts, node, "scripts/migrations.js", "run");
    await inLive(facts, node, "scripts/seed.js", String(clients));
    await inLive(facts, node, "scripts/compress.js");
  },

  programs: (facts) => [
    { name: facts.supervisor.program, command: `${node} dist/server.js`, log: "psychology-api.log" },
    { name: `${facts.supervisor.program}-worker`, command: `${node} dist/worker.js`, log: "worker.log" },
  ],

  plan: (facts) => ({
    deploy: {
      preset: "node",
      npm,
      built: ["dist"],
      migrate: {
        pending: [node, "scripts/migrations.js", "pending"],
        run: [node, "scripts/migrations.js", "run"],
        folder: "migrations",
      },
      "database-setting": { name: "PGDATABASE" },
    },
    steps: [],
    trial: {
      settings: { PGDATABASE: "{database}", REDIS_DATABASE: "9" },
      start: {
        run: [node, "dist/server.js", String(facts.sparePort)],
        health: `http://127.0.0.1:${facts.sparePort}/health/`,
        within: "30s",
      },
      tests: [smoke({ id: "trial-smoke", title: "Smoke tests", site: `http://127.0.0.1:${facts.sparePort}` })],
    },
    smoke,
  }),

  builds: { id: "compress", title: "Build the styles", run: [node, "scripts/compress.js"] },
};

function smoke({ id, title, site }: { readonly id: string; readonly title: string; readonly site: string }): object {
  const words = [node, "--test", "--test-reporter=junit", "--test-reporter-destination={report}", "{path}/*.test.js"];
  const env = { BASE_URL: site };
  return { kind: "smoke", id, title, host: "app-1", path: "smoke", run: words, "least-tests": 5, env };
}
