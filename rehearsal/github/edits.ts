export interface Version {
  readonly at: string;
  readonly login: string;
  readonly body: string;
}

/** Every body an issue or a comment ever had, oldest first. */
export interface Edits {
  add(key: string, version: Version): void;
  of(key: string): readonly Version[];
}

export const issueKey = (number: unknown): string => `issue ${String(number)}`;
export const commentKey = (id: unknown): string => `comment ${String(id)}`;

export function edits(): Edits {
  const versions = new Map<string, readonly Version[]>();
  const of = (key: string) => versions.get(key) ?? [];
  return { of, add: (key, version) => void versions.set(key, [...of(key), version]) };
}
