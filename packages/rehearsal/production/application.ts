import { randomBytes } from "node:crypto";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "./facts.ts";
import { serviceNamed } from "../services/registry.ts";
import { run } from "./processes/run.ts";

const git = (args: readonly string[], cwd: string): Promise<string> =>
  run("git", args, { cwd, env: { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" } });

/** `token`: of the service's bot. */
export async function writeEnvFile(facts: MachineFacts, token?: string): Promise<void> {
  const service = serviceNamed(facts.service);
  await writeFile(
    facts.envFile,
    [
      ...service.database.settings(facts),
      `SECRET_KEY=${randomBytes(24).toString("hex")}`,
      ...service.settings(facts),
      ...(token === undefined ? [] : [`BOT_TOKEN=${token}`]),
      "",
    ].join("\n"),
    { mode: 0o600 },
  );
  await writeFile(facts.stagingEnvFile, `SECRET_KEY=${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
}

/** The live directory as the first release left it: code at the tag, detached, and an environment with its requirements. */
export async function checkOut(facts: MachineFacts, tag: string): Promise<void> {
  if (facts.strategy === "releases") {
    const first = join(facts.deployed, "releases", "first");
    await git(
      ["clone", "--quiet", "--no-hardlinks", "--no-checkout", facts.origin, join(facts.deployed, "repo")],
      facts.directory,
    );
    await git(["worktree", "add", "--quiet", "--detach", first, tag], join(facts.deployed, "repo"));
    await symlink(first, facts.live);
    return;
  }
  if (serviceNamed(facts.service).shallow) {
    const words = ["clone", "--quiet", "--depth", "1", "--branch", tag, `file://${facts.origin}`, facts.live];
    return void (await git(["-c", "advice.detachedHead=false", ...words], facts.directory));
  }
  await git(["clone", "--quiet", "--no-hardlinks", facts.origin, facts.live], facts.directory);
  await git(["-c", "advice.detachedHead=false", "checkout", "--quiet", "--detach", tag], facts.live);
}
