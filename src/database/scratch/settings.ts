/** What a throwaway server is to be like. */
export interface ScratchSettings {
  /** User of the host that it runs as. */
  readonly user: string;
  /** Folder in which it gets one of its own. */
  readonly directory: string;
  /** The folder lies in that of the journal, which may be closed to others. */
  readonly inControl: boolean;
  /** Users of the host, beside its own, that get in as any role: those whose programs are tried on it. */
  readonly guests: readonly string[];
  readonly connections: number;
}
