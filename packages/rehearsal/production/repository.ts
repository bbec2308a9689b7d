import { existsSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { run } from "./processes/run.ts";

const patchName = "changes.patch";

interface TagSource {
  readonly tag: string;
  /** The tag it is built upon; its tree is the base, then the overlays in their order: new files, and a patch. */
  readonly parent: string | null;
  readonly overlays: readonly string[];
}

export const tags: readonly TagSource[] = [
  { tag: "v1.0.0", parent: null, overlays: [] },
  { tag: "v1.0.1", parent: "v1.0.0", overlays: ["v1.0.1"] },
  { tag: "v1.1.0-broken", parent: "v1.0.0", overlays: ["v1.1.0", "v1.1.0-broken"] },
  { tag: "v1.1.0-bad-migration", parent: "v1.0.0", overlays: ["v1.1.0", "v1.1.0-bad-migration"] },
  { tag: "v1.1.0-unique", parent: "v1.0.0", overlays: ["v1.1.0", "v1.1.0-unique"] },
  { tag: "v1.1.0-sev1", parent: "v1.0.0", overlays: ["v1.1.0", "v1.1.0-sev1"] },
  { tag: "v1.1.0", parent: "v1.0.0", overlays: ["v1.1.0"] },
];

/** The same names and dates every time, and no settings of the user's: the same trees give the same commits. */
function gitEnvironment(minute: number): Readonly<Record<string, string>> {
  const date = `2026-01-05T09:${String(minute).padStart(2, "0")}:00+03:00`;
  return {
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Psychology team",
    GIT_AUTHOR_EMAIL: "team@example.invalid",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "Psychology team",
    GIT_COMMITTER_EMAIL: "team@example.invalid",
    GIT_COMMITTER_DATE: date,
  };
}

/** Copies the files of a layer; what an overlay changes in files that are there already is in its patch. */
async function lay(from: string, work: string): Promise<void> {
  await cp(from, work, {
    recursive: true,
    filter: (path) => !/__pycache__|\.pytest_cache/.test(path) && basename(path) !== patchName,
  });
}

/**
 * Builds all tags in a bare repository at `origin`, of the folder `layers`; `main` ends at the last one. `work` is left
 * for the caller to remove.
 */
export async function buildRepository(
  { origin, work, layers }: { readonly origin: string; readonly work: string; readonly layers: string },
  planFor: (tag: string) => string,
): Promise<void> {
  const git = (minute: number, ...args: string[]): Promise<string> =>
    run("git", args, { cwd: work, env: gitEnvironment(minute) });
  await mkdir(work, { recursive: true });
  await git(0, "init", "--quiet", "--initial-branch=main", ".");
  for (const [minute, source] of tags.entries()) {
    if (source.parent) {
      await git(
        minute,
        "checkout",
        "--quiet",
        "-B",
        source.tag === tags.at(-1)?.tag ? "main" : `from-${source.tag}`,
        `${source.parent}^{}`,
      );
    }
    await git(minute, "rm", "--quiet", "-r", "--ignore-unmatch", ".");
    await lay(join(layers, "base"), work);
    for (const overlay of source.overlays) {
      const from = join(layers, "overlays", overlay);
      if (existsSync(from)) await lay(from, work);
      const changes = join(from, patchName);
      if (existsSync(changes)) await git(minute, "apply", "--whitespace=nowarn", changes);
    }
    await mkdir(join(work, ".github"), { recursive: true });
    await writeFile(join(work, ".github", "golive.yml"), planFor(source.tag));
    await writeFile(join(work, "VERSION"), `${source.tag}\n`);
    await git(minute, "add", "--all");
    await git(minute, "commit", "--quiet", "--no-gpg-sign", "--message", `Release ${source.tag}`);
    // Annotated, as release tags are: the tag's own object id is not the commit's.
    await git(minute, "tag", "--annotate", "--no-sign", "--message", source.tag, source.tag);
  }
  // Every release is part of the default branch, which goes on from the last one's tree.
  const others = tags.map(({ tag }) => tag).slice(0, -1);
  for (const tag of others)
    await git(tags.length, "merge", "--quiet", "--no-gpg-sign", "--strategy", "ours", "--no-edit", tag);
  await git(0, "init", "--quiet", "--bare", "--initial-branch=main", origin);
  await git(0, "push", "--quiet", origin, "main", "--tags");
}
