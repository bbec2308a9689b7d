/** What a step that ended well says. */
export interface Done {
  /** For the checklist. Published: counts, ids, hashes, durations only. */
  readonly note?: string;
  /** For later steps, kept in the journal. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** There was nothing to do; the note says why. */
  readonly skipped?: boolean;
}
