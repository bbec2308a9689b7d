import { runGit } from "@golive/github-twin";

/** The commit that a name points to. */
export async function gitShow(repository: string, name: string): Promise<string> {
  return (await runGit(["-C", repository, "rev-parse", "--verify", `${name}^{commit}`])).toString("utf8").trim();
}
