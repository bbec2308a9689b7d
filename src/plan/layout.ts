import { layoutNamed } from "../presets/strategies/layouts/registry.ts";

/** What is read of the plan here. Written out, so that whatever the plan's schema is made of may ask as well. */
interface Deployed {
  readonly deploy: { readonly strategy: string; readonly directory: string };
}

interface Rehearsed {
  readonly prepare: { readonly trial?: { readonly directory?: string | undefined } | undefined };
  readonly control: { readonly directory: string };
}

interface Commit {
  readonly tag: string;
  readonly commit: string;
}

/** The directory that the service runs from. */
export function liveDirectory({ deploy }: Deployed): string {
  return layoutNamed(deploy.strategy).live(deploy.directory);
}

/** The git repository that releases are fetched into. */
export function repositoryOf({ deploy }: Deployed): string {
  return layoutNamed(deploy.strategy).repository(deploy.directory);
}

/** Where the files of a release lie once it is on the host. */
export function releaseDirectory({ deploy }: Deployed, release: Commit): string {
  return layoutNamed(deploy.strategy).release(deploy.directory, releaseName(release));
}

/** Where releases are built and tried the day before when they are deployed in place; each in a folder of its own. */
export function trialFolder({ prepare, control }: Rehearsed): string {
  return prepare.trial?.directory ?? `${control.directory}/trial`;
}

/** A tag that moved is another directory. */
export function releaseName({ tag, commit }: Commit): string {
  return `${tag.replaceAll("/", "-")}-${commit.slice(0, 12)}`;
}

/** Held by one command at a time that changes the files of the service. */
export function lockFile({ deploy }: Deployed): string {
  return layoutNamed(deploy.strategy).lock(deploy.directory);
}
