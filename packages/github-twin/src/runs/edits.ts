export interface Version {
  readonly at: string;
  readonly login: string;
  readonly body: string;
  /** Its text was taken out of the history. */
  readonly deleted?: { readonly at: string; readonly login: string };
}

/** Every body an issue or a comment ever had, oldest first. */
export interface Edits {
  add(key: string, version: Version): void;
  of(key: string): readonly Version[];
  /** Takes the text of a version out, counted from 0, oldest first. */
  remove(key: string, index: number, by: { readonly at: string; readonly login: string }): void;
  /** GitHub tells nobody who edited what. */
  hidden: boolean;
}

export const issueKey = (number: unknown): string => `issue ${String(number)}`;
export const commentKey = (id: unknown): string => `comment ${String(id)}`;

export function edits(): Edits {
  const versions = new Map<string, readonly Version[]>();
  const of = (key: string) => versions.get(key) ?? [];
  return {
    hidden: false,
    of,
    add: (key, version) => void versions.set(key, [...of(key), version]),
    remove(key, index, by) {
      if (of(key)[index] === undefined) throw new Error(`${key} has no revision ${index}`);
      versions.set(
        key,
        of(key).map((version, at) => (at === index ? { ...version, deleted: by } : version)),
      );
    },
  };
}
