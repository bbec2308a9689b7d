import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { changeMain, type Changes } from "./in-clone.ts";

/** What tests and releases the suite itself. */
const notForUsers = ["ci.yml", "release.yml"];

/** Commits the workflows to the default branch, as a repository has them that uses golive. */
export async function addWorkflows(origin: string, from: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => /\.ya?ml$/.test(name) && !notForUsers.includes(name));
  const files: Record<string, Changes[string]> = { ".github/CODEOWNERS": () => "/.github/ @clinic/leads\n" };
  for (const name of names) {
    const text = await readFile(join(from, name), "utf8");
    files[`.github/workflows/${name}`] = () => text;
  }
  await changeMain(origin, "The workflows of a launch", files);
}
