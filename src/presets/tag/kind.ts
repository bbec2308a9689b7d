import type { Problem } from "../../core/errors.ts";

/** What a tag holds, as git has it; nothing is checked out. */
export interface TagTree {
  /** Mode by path: 100644, 100755, 120000 a link, 160000 a submodule. */
  readonly files: ReadonlyMap<string, string>;
  /** A file's text; null where there is none. */
  text(path: string): Promise<string | null>;
}

/** What a look into the tag found. */
export interface Lacks {
  readonly problems: readonly Problem[];
  /** Programs that the hosts need because of what is in it. */
  readonly programs: readonly string[];
}
