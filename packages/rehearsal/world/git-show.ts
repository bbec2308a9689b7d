import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The commit that a name points to. */
export async function gitShow(repository: string, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)("git", ["-C", repository, "rev-parse", "--verify", `${name}^{commit}`]);
  return stdout.trim();
}
