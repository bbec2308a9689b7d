import { t } from "../../core/text/text.ts";
import type { GitHub } from "../../github/client.ts";
import { type Branch, fileAt } from "../../github/repository.ts";

/** Who may change what the gate rests on, beside the default branch: tags, and the files under .github. Told, not refused. */
export async function rulesNotes(github: GitHub, main: Branch): Promise<string[]> {
  const [tags, owners] = await Promise.all([tagsHaveRules(github), ownersOfWorkflows(github, main)]);
  return [
    ...(tags === false ? [t`no rule protects the tags: whoever may push may move one until it is launched`] : []),
    ...(owners ? [] : [t`CODEOWNERS names nobody for .github: any reviewer may let a change of plan and workflows in`]),
  ];
}

/** Null when the token may not see it. */
async function tagsHaveRules({ octokit, owner, repo }: GitHub): Promise<boolean | null> {
  try {
    const { data } = await octokit.rest.repos.getRepoRulesets({ owner, repo, includes_parents: true, per_page: 100 });
    return data.some(({ target, enforcement }) => target === "tag" && enforcement === "active");
  } catch {
    return null;
  }
}

const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

async function ownersOfWorkflows(github: GitHub, main: Branch): Promise<boolean> {
  for (const place of places) {
    const text = await fileAt(github, place, main.commit).catch(() => null);
    // GitHub reads the first of them that is there.
    if (text !== null) return ownsWorkflows(text);
  }
  return false;
}

/** Whether the last line that fits .github/workflows names somebody. */
export function ownsWorkflows(codeowners: string): boolean {
  let owned = false;
  for (const raw of codeowners.split(/\r?\n/)) {
    const [pattern = "", ...who] = raw
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (/^(\*|\*\*|\/?\.github(\/|\/\*\*|\/workflows(\/|\/\*\*)?)?)$/.test(pattern)) owned = who.length > 0;
  }
  return owned;
}
