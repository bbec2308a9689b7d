import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unpacked } from "./packages.ts";

/** A public application's own schema, as its package ships it; nothing of it is in this repository. */
export interface Application {
  readonly debian?: readonly string[];
  readonly npm?: readonly string[];
  /** Patterns of files of SQL below the packages, in the order in which they are run; those of one pattern by name. */
  readonly files?: readonly string[];
  /** A file that names others, one a line, and the folder that they are in. */
  readonly listed?: { readonly file: string; readonly under: string };
  /** What stands for something in it, and what is put there. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** Apps of Django that migrate themselves. */
  readonly django?: readonly string[];
}

export async function foldersOf({ debian = [], npm = [] }: Application): Promise<string[]> {
  const folders = [];
  for (const name of debian) folders.push(await unpacked("debian", name));
  for (const name of npm) folders.push(await unpacked("npm", name));
  return folders;
}

/** Its SQL, a text for each file. Throws PackageMissing. */
export async function sqlOf(application: Application): Promise<string[]> {
  const folders = await foldersOf(application);
  const texts: string[] = [];
  for (const pattern of await patternsOf(application, folders)) {
    const paths = (await Promise.all(folders.map((folder) => matching(folder, pattern)))).flat();
    if (paths.length === 0) throw new Error(`no file ${pattern} in ${folders.join(", ")}`);
    for (const path of paths) texts.push(replaced(await textOf(path), application.replaced ?? {}));
  }
  return texts;
}

async function patternsOf({ files = [], listed }: Application, folders: readonly string[]): Promise<string[]> {
  if (listed === undefined) return [...files];
  const [path = ""] = (await Promise.all(folders.map((folder) => matching(folder, listed.file)))).flat();
  const names = (await textOf(path))
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
  return [...files, ...names.map((name) => join(listed.under, name))];
}

async function matching(folder: string, pattern: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) names.push(name);
  return names.toSorted().map((name) => join(folder, name));
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
}

function replaced(text: string, others: Readonly<Record<string, string>>): string {
  return Object.entries(others).reduce((whole, [from, to]) => whole.replaceAll(new RegExp(from, "gm"), to), text);
}
