import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Channel } from "./planted.ts";
import { type Launched, repository, type World } from "./world/world.ts";

/** All that runs left outside of the hosts. */
export async function whatItLeft(world: World, runs: readonly Launched[]): Promise<Channel[]> {
  return [
    ...runs.flatMap(channelsOf),
    ...(await issuesOf(world)),
    { name: "requests", text: JSON.stringify(world.twin.requests) },
    { name: "notices", text: world.production.teamChat().join("\n") },
    ...(await artifactsOf(world, runs)),
  ];
}

function channelsOf({ runId, jobs, log }: Launched): Channel[] {
  const steps = jobs.flatMap((job) => job.steps);
  return [
    { name: `log of run ${runId}`, text: log.join("\n") },
    { name: `annotations of run ${runId}`, text: JSON.stringify(jobs.flatMap((job) => job.annotations)) },
    {
      name: `outputs of run ${runId}`,
      text: JSON.stringify([jobs.map(({ outputs }) => outputs), steps.map(({ outputs }) => outputs)]),
    },
    { name: `summaries of run ${runId}`, text: steps.map(({ summary }) => summary).join("\n") },
  ];
}

async function issuesOf(world: World): Promise<Channel[]> {
  const issues = (await world.api("anna", "GET", `/repos/${repository}/issues?state=all`)) as { number: number }[];
  const comments = await Promise.all(
    issues.map(async ({ number }) => ({
      name: `comments of #${number}`,
      text: JSON.stringify(await world.api("anna", "GET", `/repos/${repository}/issues/${number}/comments`)),
    })),
  );
  return [...issues.map((issue) => ({ name: `issue #${issue.number}`, text: JSON.stringify(issue) })), ...comments];
}

async function artifactsOf(world: World, runs: readonly Launched[]): Promise<Channel[]> {
  const kept = runs.map(({ runId }) => join(world.production.directory, "runner/kept", String(runId)));
  const files = await Promise.all(
    kept.map(async (folder) => {
      const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return Promise.all(files.flat().map(async (name) => ({ name, text: await readFile(name, "utf8") })));
}
