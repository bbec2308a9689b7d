import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A case of a front: a folder with the input, and in `expected.json` what must come of it. */
export interface Case<Expected> {
  readonly name: string;
  readonly directory: string;
  readonly expected: Expected;
}

/** The folders of `test/cases/<front>`, in order. Throws when there is none, or one lacks its `expected.json`. */
export async function casesOf<Expected>(front: string): Promise<readonly Case<Expected>[]> {
  const folder = fileURLToPath(new URL(`cases/${front}`, import.meta.url));
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  if (names.length === 0) throw new Error(`no cases in ${folder}`);
  return Promise.all(
    names.map(async (name) => {
      const directory = join(folder, name);
      const expected = JSON.parse(await readFile(join(directory, "expected.json"), "utf8")) as Expected;
      return { name, directory, expected };
    }),
  );
}
