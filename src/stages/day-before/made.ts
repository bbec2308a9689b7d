import { dayBeforeBuild } from "../../journal/steps/steps.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { databaseCommand } from "../../database/postgres.ts";
import type { Scratch } from "../../database/scratch/server.ts";
import type { ServerState } from "../../database/scratch/untouched.ts";

import { removeAside } from "../../presets/strategies/aside/aside.ts";
import { contextOf } from "../deploy/context.ts";
import { migrateHost } from "../deploy/deploy-order.ts";
import type { Launch } from "../launch/context.ts";
import { dumpDirectory, practiceDirectory } from "./directories.ts";
import { closeScratch } from "./scratch.ts";

/** What has to be undone or looked at again however the day ends: noted the moment it is there. */
export interface Made {
  /** The service's server before anything of strangers ran, until it was looked at again. */
  before?: ServerState;
  scratch?: Scratch;
  /** Ends what leads from the release's host to the scratch server. */
  cutOff?: () => Promise<void>;
}

/** The scratch server or database, the built release and the dump of the rehearsal; what cannot be removed is told. */
export async function removeAll(launch: Launch, { scratch, cutOff }: Made): Promise<void> {
  const { plan } = launch;
  const settings = plan.prepare.testRestore;
  const removals: (() => Promise<unknown>)[] = [
    // What the window will switch to stays.
    ...(dayBeforeBuild.begun(launch.state())
      ? [() => removeAside(contextOf(launch, migrateHost(plan)), practiceDirectory(launch))]
      : []),
    ...(cutOff === undefined ? [] : [cutOff]),
    ...(scratch === undefined ? [] : [() => removeDump(scratch)]),
    ...(scratch === undefined || settings === undefined ? [] : [() => closeScratch(launch, settings, scratch)]),
  ];
  for (const remove of removals)
    await remove().catch((error: unknown) =>
      launch.log.warn(t`Something of the rehearsal could not be removed: ${errorLine(error)}`),
    );
}

async function removeDump(scratch: Scratch): Promise<void> {
  const asked = databaseCommand(scratch.database, "rm", ["-rf", "--", dumpDirectory(scratch)], { timeoutSeconds: 600 });
  await scratch.host.run({ ...asked, file: "rm" });
}
