import { script } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { lockFile } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { at, keep, putBack, unreadable } from "./scripts.ts";
import { layoutNamed } from "../layouts/registry.ts";
import type { DeployContext } from "../../kind.ts";

/** A folder may be written with a slash at its end: what is moved aside and back is the folder. */
function patternsOf({ deploy }: Plan): readonly string[] {
  return deploy.keep.map((pattern) => pattern.replace(/\/+$/, ""));
}

function stores({ deploy }: DeployContext["plan"]): string {
  return layoutNamed(deploy.strategy).kept(deploy.directory);
}

function asOwner({ plan }: Pick<DeployContext, "plan">) {
  const { runAs: user, strategy, directory } = plan.deploy;
  return {
    cwd: layoutNamed(strategy).lasting(directory),
    exclusive: lockFile(plan),
    timeoutSeconds: 1800,
    ...(user === undefined ? {} : { user }),
  };
}

/** Copies what the plan names under deploy.keep aside, once for a release. The note says how much there was. */
export async function keepFiles(context: DeployContext): Promise<string> {
  const { host, plan, release } = context;
  const { stdout } = await host.run(
    script(`${at}\n${keep}`, [`${stores(plan)}${release.id}`, stores(plan), ...patternsOf(plan)], {
      ...asOwner(context),
      label: t`keep ${plan.deploy.keep.join(", ")}`,
    }),
  );
  return t`${Number(stdout.trim())} kept aside: ${plan.deploy.keep.join(", ")}`;
}

/** What of deploy.keep could not be copied aside. Changes nothing. */
export async function keptProblems(host: Host, plan: Plan): Promise<Problem[]> {
  if (plan.deploy.keep.length === 0) return [];
  const { exclusive: _, ...options } = asOwner({ plan });
  const { stdout } = await host.attempt(
    script(`${at}\n${unreadable}`, patternsOf(plan), { ...options, timeoutSeconds: 300 }),
  );
  const paths = stdout.split("\n").filter((line) => line !== "");
  return paths.map((path) => ({
    code: "keep-unreadable",
    what: t`${path} cannot be read, so it could not be kept (deploy.keep)`,
    where: host.name,
    mend: t`let the user that deploys read it, or name what it does read`,
  }));
}

/** Puts back what was kept; null when nothing was kept, or all is as it was. May be run again. */
export async function putFilesBack(context: DeployContext): Promise<string | null> {
  const { host, plan, release } = context;
  if (plan.deploy.keep.length === 0) return null;
  const { stdout } = await host.run(
    script(`${at}\n${putBack}`, [`${stores(plan)}${release.id}`, ...patternsOf(plan)], {
      ...asOwner(context),
      label: t`put ${plan.deploy.keep.join(", ")} back`,
    }),
  );
  const count = Number(stdout.trim());
  return Number.isNaN(count) || count === 0 ? null : t`${count} built {0:file|files|files} as before`;
}
