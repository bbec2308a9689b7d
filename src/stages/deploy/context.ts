import { releaseDirectory } from "../../plan/layout.ts";
import type { DeployContext, Previous } from "../../presets/preset.ts";
import { deployFetch } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";

export function contextOf(launch: Launch, host: string): DeployContext {
  return {
    plan: launch.plan,
    release: launch.release,
    host: launch.hosts.get(host),
    directory: releaseDirectory(launch.plan, launch.release),
  };
}

/** What was live on a host before this launch: the journal says it, never the order of a directory. Null before the deploy. */
export function previousOf(launch: Launch, host: string): Previous | null {
  return deployFetch.on(host).facts(launch.state()).previous ?? null;
}
