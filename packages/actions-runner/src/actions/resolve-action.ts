// Where the action behind a `uses:` lies on this machine.

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Token, literal, refuse } from "../workflow/read-token.ts";

export interface ActionSource {
  /** As written. */
  readonly uses: string;
  readonly directory: string;
  /** The repository it belongs to: what `$/` means inside it. */
  readonly root: string;
  /** From the workspace: known only while the job runs. */
  readonly local: boolean;
  readonly repository?: string;
  readonly ref?: string;
}

export interface ActionPlaces {
  readonly root: string;
  readonly workspace: string | undefined;
  readonly remoteActions: Readonly<Record<string, string>> | undefined;
}

/** `undefined` for an action in the workspace while there is none yet. */
export function resolveAction(token: Token, places: ActionPlaces): ActionSource | undefined {
  const uses = literal(token) ?? "";
  if (uses.startsWith("$/"))
    return { uses, directory: inside(places.root, uses.slice(2), token), root: places.root, local: false };
  if (uses.startsWith("./")) {
    if (places.workspace === undefined) return undefined;
    return { uses, directory: inside(places.workspace, uses.slice(2), token), root: places.root, local: true };
  }
  const remote = /^([^/@]+\/[^/@]+)(?:\/([^@]+))?@(.+)$/.exec(uses);
  if (remote?.[1] === undefined) refuse(token, `'uses: ${uses}' is not supported by this runner`);
  const [, repository, path = ".", ref = ""] = remote;
  const root = places.remoteActions?.[repository];
  if (root === undefined) refuse(token, `'uses: ${uses}': no local directory is given for ${repository}`);
  return { uses, directory: inside(root, path, token), root: resolve(root), local: false, repository, ref };
}

export function definitionFile(directory: string, token: Token): string {
  const file = ["action.yml", "action.yaml"].map((name) => join(directory, name)).find((path) => existsSync(path));
  return file ?? refuse(token, `Can't find 'action.yml' or 'action.yaml' for '${literal(token)}' under '${directory}'`);
}

function inside(root: string, path: string, token: Token): string {
  const directory = resolve(root, path);
  if (relative(resolve(root), directory).startsWith("..")) refuse(token, `'${literal(token)}' leaves its repository`);
  return directory;
}
