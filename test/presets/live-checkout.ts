import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type PlanChange, samplePlan } from "../plan/sample-plan.ts";

/** A repository with the tags v1.0.0 and v1.1.0 (annotated), and the live clone of it, detached at the first. */
export async function liveCheckout(t: Pick<TestContext, "after">) {
  const root = await mkdtemp(join(tmpdir(), "golive checkout's-"));
  t.after(() => rm(root, { recursive: true, force: true }));
  const [origin, live] = [join(root, "origin"), join(root, "live")];
  const as = {
    GIT_AUTHOR_NAME: "t",
    GIT_AUTHOR_EMAIL: "t@t.invalid",
    GIT_COMMITTER_NAME: "t",
    GIT_COMMITTER_EMAIL: "t@t.invalid",
    GIT_CONFIG_GLOBAL: "/dev/null",
  };
  const git = (directory: string, ...words: string[]) =>
    run("git", ["-C", directory, ...words], { env: as }).then((said) => said.trim());
  await run("git", ["init", "--quiet", "--initial-branch=main", origin], { env: as });
  const commit = async (text: string, tag: string): Promise<string> => {
    await writeFile(join(origin, "app.py"), text);
    await git(origin, "add", ".");
    await git(origin, "commit", "--quiet", "-m", tag);
    await git(origin, "tag", "-f", "-a", "-m", tag, tag);
    return git(origin, "rev-parse", "HEAD");
  };
  await writeFile(join(origin, ".gitignore"), "/.venv*\n");
  const first = await commit("first\n", "v1.0.0");
  await run("git", ["clone", "--quiet", origin, live], { env: as });
  await git(live, "checkout", "--quiet", "--detach", "v1.0.0");
  const second = await commit("second\n", "v1.1.0");
  const plan = (change: PlanChange["deploy"] = {}) => samplePlan({ deploy: { directory: live, ...change } });
  const context = {
    host: localHost("app-1"),
    plan: plan(),
    release: { id: "v1.1.0-7", tag: "v1.1.0", commit: second },
    directory: live,
  };
  return { root, origin, live, first, second, git, commit, plan, context };
}
