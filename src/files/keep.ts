import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Place } from "../plan/files-layout.ts";
import { changing, keep as keepText } from "./scripts.ts";
import { answers, type Counts, countsOf, filesScript } from "./place.ts";

export interface Kept extends Counts {
  /** The launch's own folder: `tree`, `manifest` and, after a way back, `set-aside`. */
  readonly folder: string;
  /** Of the manifest: what was there, name by name. */
  readonly sha256: string;
  readonly keep: Place["keep"];
  readonly seconds: number;
}

/** Made by day and finished in the window: then only what changed since is copied while the site is closed. */
export function folderByDay({ keepIn, keep }: Place): string {
  // A tree of links is no beginning of one of copies.
  return `${keepIn}/by-day-${keep}`;
}

/** The day before: while people go on uploading. What it makes is no backup yet. */
export async function keepByDay(host: Host, place: Place): Promise<Kept> {
  return keep(host, place, folderByDay(place), "open");
}

/** Behind closed doors: what is kept is proved to be what is there. May be run again after it was cut off. */
export async function keepFiles(host: Host, place: Place, name: string): Promise<Kept> {
  return keep(host, place, `${place.keepIn}/${name}`, "closed");
}

/** Whether what is on record as kept still lies there. */
export async function isKept(host: Host, place: Place, { folder, sha256, keep: how }: Kept): Promise<boolean> {
  const there =
    '[ "$(sha256sum < "$1/manifest" | cut -d " " -f 1)" = "$2" ] && { [ "$3" = count ] || [ -d "$1/tree" ]; }';
  return (await host.attempt(filesScript(place, there, [folder, sha256, how]))).code === 0;
}

async function keep(host: Host, place: Place, folder: string, when: "open" | "closed"): Promise<Kept> {
  const asked = filesScript(
    place,
    `${changing}\n${keepText}`,
    [place.directory, folder, place.keep, when, folderByDay(place)],
    {
      label: t`keep the files of ${place.id}`,
    },
  );
  const finished = await host.attempt(asked);
  if (finished.code !== 0 || finished.timedOut) throw keepProblem(host, place, new CommandError(host, asked, finished));
  const said = answers(finished.stdout);
  return {
    folder,
    ...countsOf(said.count),
    sha256: said.sha256?.[0] ?? "",
    keep: place.keep,
    seconds: finished.seconds,
  };
}

function keepProblem({ name: where }: Host, place: Place, failed: CommandError): Error {
  const { code, stderr } = failed.finished;
  const problem = (known: string, what: string, mend: string) =>
    new UserError({ code: known, what, where, mend }, { cause: failed });
  if (/No space left on device|Disk quota exceeded/i.test(stderr))
    return problem(
      "files-no-room",
      t`there is no room left to keep the files of ${place.id}`,
      t`make room, or name another disk (keep-in); what was copied so far is used by the next try`,
    );
  if (code === 43)
    return problem(
      "files-missing",
      t`the folder ${place.directory} is not there`,
      t`create it, or correct files in the plan`,
    );
  if (code === 45)
    return problem(
      "files-not-quiet",
      t`files of ${place.id} changed although the services are stopped`,
      t`find out who writes there (lsof +D), stop it, then run again`,
    );
  if (code === 44)
    return problem(
      "files-not-kept",
      t`what is kept of ${place.id} is not what is there`,
      t`give run-as a user that may set their owners (root), or the one that they belong to`,
    );
  return failed;
}
