import { InternalError, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Scratch } from "../../../database/scratch/server.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Trial } from "../../../plan/schema/prepare-schema.ts";
import type { TrialServer } from "../../../presets/environment-file.ts";
import { type DeployContext, presetOf, type ReleaseTrial, type TrialSettings } from "../../../presets/preset.ts";
import type { Launch } from "../../launch/context.ts";

/** A release that was built aside and points to a scratch database. */
export interface Tried {
  readonly host: Host;
  readonly directory: string;
  readonly database: string;
  /** The server that has it, and where it is reached from the release's host, if that is not as the service's is. */
  readonly scratch: Scratch;
  readonly server: TrialServer | undefined;
  readonly trial: ReleaseTrial;
  readonly plan: Trial;
}

export function triedIn(
  { plan }: Pick<Launch, "plan">,
  context: DeployContext,
  trial: TrialSettings,
  scratch: Scratch,
): Tried {
  if (plan.prepare.trial === undefined) throw new InternalError("there is no trial in the plan");
  return {
    host: context.host,
    directory: context.directory,
    database: trial.database,
    scratch,
    server: trial.server,
    plan: plan.prepare.trial,
    trial: presetOf(plan).trial(context, trial),
  };
}

/** Refuses unless the built release's settings lead to the scratch database, and to no other. */
export async function requireScratch({ trial, database, server, host }: Tried): Promise<void> {
  const told = await trial.database();
  if (told === database) return requireServer(trial, server, host.name);
  const where = host.name;
  const mend = t`correct prepare.trial.settings or database-url; nothing was migrated`;
  if (told === null)
    throw new UserError({
      code: "trial-settings-unread",
      what: t`the built release does not run with the settings of the trial`,
      where,
      mend,
    });
  const other = told.slice(0, 80);
  throw new UserError({
    code: "trial-other-database",
    what: t`with the settings of the trial the release uses the database "${other}", not the scratch database`,
    where,
    mend,
  });
}

/** The same for the server, where the release can tell. What listens there may be the backup's, so it is shown no password. */
async function requireServer({ server: ask }: ReleaseTrial, server: TrialServer | undefined, where: string) {
  if (server === undefined || ask === undefined) return;
  const found = await ask();
  if (found !== null && found.host !== "" && found.host !== server.host)
    throw new UserError({
      code: "trial-other-server",
      what: t`with the settings of the trial the release goes to the server "${found.host.slice(0, 80)}", not to the throwaway one`,
      where,
      mend: t`add the setting that names the host to prepare.trial.settings, as in DB_HOST: "{host}" (and DB_PORT: \
"{port}"); nothing was migrated`,
    });
  if (found?.password)
    throw new UserError({
      code: "trial-password",
      what: t`with the settings of the trial the release would tell the service's password to a server in which a backup had its say`,
      where,
      mend: t`empty it in prepare.trial.settings, as in DB_PASSWORD: ""; the throwaway server asks for none`,
    });
}
