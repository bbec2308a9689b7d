import type { Command, Finished } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Place } from "../plan/files-layout.ts";
import type { Kept } from "./keep.ts";
import { answers, filesScript } from "./place.ts";
import { changing, differ, giveBack as giveBackText, since } from "./scripts.ts";

/** How a folder differs from what was kept of it. Counts only: a name may tell of a person. */
export interface Since {
  readonly uploaded: number;
  readonly changed: number;
  readonly deleted: number;
  /** Of those uploaded and changed. */
  readonly bytes: number;
}

export interface GivenBack {
  /** Nothing had changed, and nothing was touched. */
  readonly same: boolean;
  /** Deleted or changed since, and as they were again. */
  readonly back: number;
  /** Uploaded or changed since, in all tries together; where they lie now. */
  readonly aside: { readonly files: number; readonly bytes: number; readonly folder: string };
  /** Deleted or changed since, and not among what is kept. */
  readonly gone: number;
}

/** What was uploaded, changed and deleted since it was kept. Changes nothing. */
export async function filesSince(host: Host, place: Place, { folder, sha256 }: Kept): Promise<Since> {
  const finished = await attempt(
    host,
    place,
    folder,
    filesScript(place, `${differ}\n${since}`, [place.directory, folder, sha256], {
      label: t`look at the files of ${place.id}`,
    }),
  );
  const said = answers(finished.stdout);
  const figure = (name: string) => Number(said[name]?.[0] ?? 0);
  return {
    uploaded: figure("uploaded"),
    changed: figure("changed"),
    deleted: figure("deleted"),
    bytes: figure("bytes"),
  };
}

/**
 * The folder as it was kept: what was deleted or changed since is there again, and what was uploaded or changed since
 * lies under `set-aside`. May be run again after it was cut off, as often as one likes.
 */
export async function giveBack(host: Host, place: Place, kept: Kept): Promise<GivenBack> {
  const values = [place.directory, kept.folder, kept.sha256, kept.keep];
  const label = t`give the files of ${place.id} back`;
  const asked = filesScript(place, `${changing}\n${differ}\n${giveBackText}`, values, { label });
  const finished = await attempt(host, place, kept.folder, asked);
  const said = answers(finished.stdout);
  const [files = "0", bytes = "0"] = said.aside ?? [];
  return {
    same: said.same !== undefined,
    back: Number(said.back?.[0] ?? 0),
    aside: { files: Number(files), bytes: Number(bytes), folder: `${kept.folder}/set-aside` },
    gone: Number(said.gone?.[0] ?? 0),
  };
}

async function attempt(host: Host, place: Place, folder: string, asked: Command): Promise<Finished> {
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return finished;
  throw backProblem(host, place, folder, new CommandError(host, asked, finished));
}

function backProblem({ name: where }: Host, place: Place, folder: string, failed: CommandError): Error {
  const { code, stderr } = failed.finished;
  const problem = (known: string, what: string, mend: string) =>
    new UserError({ code: known, what, where, mend }, { cause: failed });
  if (/No space left on device|Disk quota exceeded/i.test(stderr))
    return problem(
      "files-no-room",
      t`there is no room left to give the files of ${place.id} back`,
      t`make room, then run again: it goes on where it stopped, and nothing is lost meanwhile`,
    );
  switch (code) {
    case 41:
      return problem(
        "files-other-manifest",
        t`what was kept of ${place.id} is not what is on record`,
        t`nothing was changed; look at ${folder}, and who was there`,
      );
    case 45:
      return problem(
        "files-not-quiet",
        t`files of ${place.id} changed although the services are stopped`,
        t`find out who writes there (lsof +D), stop it, then run again`,
      );
    case 46:
      return problem(
        "files-not-a-folder",
        t`${place.directory} is no folder any more`,
        t`nothing was changed; move what bears its name away, then run again`,
      );
    case 47:
      return problem(
        "files-not-set-aside",
        t`what is newer among the files of ${place.id} could not be set aside whole`,
        t`nothing was removed; look at ${folder}/set-aside, then run again`,
      );
    default:
      return failed;
  }
}
