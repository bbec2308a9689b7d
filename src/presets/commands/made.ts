import { script } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { DeployContext } from "../kind.ts";
import { ownerOf } from "./by-commands.ts";
import { isOfRelease } from "./words.ts";

/** What an earlier release built must not be taken for this one's. */
export async function removeBuilt(context: DeployContext, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const remove = 'for p; do rm -rf -- "$p" || exit 1; done';
  await context.host.run(script(remove, paths, { ...ownerOf(context), timeoutSeconds: 600 }));
}

/** Throws where one of the paths is not there, or an empty file or folder, after `what` that should have made it. */
export async function requireMade(context: DeployContext, what: string, paths: readonly string[]): Promise<void> {
  const look =
    'for p; do { [ -d "$p" ] && [ -n "$(ls -A -- "$p")" ]; } || { [ ! -d "$p" ] && [ -s "$p" ]; } || echo "$p"; done';
  const { host, directory } = context;
  const { stdout } = await host.run(script(look, paths, { ...ownerOf(context), timeoutSeconds: 60 }));
  const missing = stdout.trim();
  if (missing === "") return;
  throw new UserError({
    code: "build-made-nothing",
    what: t`${what} made no ${missing.split("\n").join(", ")}`,
    where: `${host.name}:${directory}`,
    mend: t`correct deploy.built, or the build`,
  });
}

/** Which of the programs that the release has to bring cannot be executed there; all of them. */
export async function requirePrograms(context: DeployContext, programs: readonly string[]): Promise<void> {
  const own = [...new Set(programs.filter(isOfRelease))];
  if (own.length === 0) return;
  const look = 'for p; do if [ ! -f "$p" ]; then echo "gone $p"; elif [ ! -x "$p" ]; then echo "shut $p"; fi; done';
  const { host, directory } = context;
  const { stdout } = await host.run(script(look, own, { ...ownerOf(context), timeoutSeconds: 60 }));
  const problems = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => programProblem(line.slice(5), line.startsWith("gone"), `${host.name}:${directory}`));
  if (problems.length > 0) throw new UserError(problems);
}

/** A program of the release that is not there, or may not be executed. */
export function programProblem(path: string, gone: boolean, where: string): Problem {
  return gone
    ? {
        code: "release-program-missing",
        what: t`the release has no ${path}, which a command of the plan begins with`,
        where,
        mend: t`commit it before the tag is made, name it under deploy.built, or correct the command's first word`,
      }
    : {
        code: "release-program-not-executable",
        what: t`${path}, which a command of the plan begins with, may not be executed`,
        where,
        mend: t`chmod +x it in the repository (git update-index --chmod=+x), and begin it with #!`,
      };
}
