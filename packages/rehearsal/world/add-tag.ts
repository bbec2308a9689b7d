import { type Changes, inClone } from "./in-clone.ts";

const planFile = ".github/golive.yml";

export interface NewTag {
  readonly origin: string;
  /** Tag that it is built upon. */
  readonly from: string;
  readonly tag: string;
  readonly files: Changes;
  /** Pushed as it is, and on no branch; otherwise the default branch has it, whose tree stays what it was. */
  readonly outside?: boolean;
  /** The default branch takes its plan over, so that the policy in it holds. */
  readonly policyToo?: boolean;
}

/** Pushes a tag with changed files; moves it when it is there already. */
export async function addTag({ origin, from, tag, files, outside = false, policyToo = false }: NewTag): Promise<void> {
  await inClone(origin, async ({ git, commit }) => {
    await git("checkout", "--quiet", "--detach", `${from}^{commit}`);
    await commit(`Release ${tag}`, files);
    await git("tag", "--force", "--annotate", "--message", tag, tag);
    await git("push", "--quiet", "--force", "origin", `refs/tags/${tag}`);
    if (outside) return;
    await git("checkout", "--quiet", "main");
    await git("merge", "--quiet", "--strategy", "ours", "--no-edit", `${tag}^{commit}`);
    if (policyToo) {
      await git("checkout", "--quiet", `${tag}^{commit}`, "--", planFile);
      await commit(`The plan of ${tag}`, {});
    }
    await git("push", "--quiet", "origin", "main");
  });
}
