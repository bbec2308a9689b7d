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
  /** Files that name others, one a line, and the folders that these are in; a line with `!` names one that may fail. */
  readonly listed?: readonly { readonly file: string; readonly under: string }[];
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
  for (const { pattern, mayFail } of await patternsOf(application, folders)) {
    const paths = (await Promise.all(folders.map((folder) => matching(folder, pattern)))).flat();
    if (paths.length === 0) throw new Error(`no file ${pattern} in ${folders.join(", ")}`);
    for (const path of paths) {
      const text = replaced(await textOf(path), application.replaced ?? {});
      texts.push(mayFail ? `\\set ON_ERROR_STOP off\n${text}` : text);
    }
  }
  return texts;
}

interface Pattern {
  readonly pattern: string;
  readonly mayFail: boolean;
}

async function patternsOf({ files = [], listed = [] }: Application, folders: readonly string[]): Promise<Pattern[]> {
  const patterns: Pattern[] = files.map((pattern) => ({ pattern, mayFail: false }));
  for (const { file, under } of listed) {
    const [path = ""] = (await Promise.all(folders.map((folder) => matching(folder, file)))).flat();
    const lines = (await textOf(path)).split("\n").map((line) => line.replace(/#.*/, "").trim());
    for (const line of lines.filter((one) => one !== ""))
      patterns.push({ pattern: join(under, line.replace(/^!/, "")), mayFail: line.startsWith("!") });
  }
  return patterns;
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
