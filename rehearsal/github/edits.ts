export interface Version {
  readonly at: string;
  readonly login: string;
  readonly body: string;
  /** Somebody took this revision out of the history; that it was there stays to be seen. */
  readonly deleted?: { readonly at: string; readonly login: string };
}

/** Every body an issue or a comment ever had, oldest first. */
export interface Edits {
  add(key: string, version: Version): void;
  of(key: string): readonly Version[];
  /** `index` counts from the oldest. */
  remove(key: string, index: number, deleted: NonNullable<Version["deleted"]>): void;
}

export const issueKey = (number: unknown): string => `issue ${String(number)}`;
export const commentKey = (id: unknown): string => `comment ${String(id)}`;

export function edits(): Edits {
  const versions = new Map<string, readonly Version[]>();
  const of = (key: string) => versions.get(key) ?? [];
  return {
    of,
    add: (key, version) => void versions.set(key, [...of(key), version]),
    remove(key, index, deleted) {
      if (of(key)[index] === undefined) throw new Error(`${key} has no revision ${index}`);
      versions.set(
        key,
        of(key).map((version, at) => (at === index ? { ...version, deleted } : version)),
      );
    },
  };
}
