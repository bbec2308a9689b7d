/** Where a run tells what it does; one face for the runner's log, one for a terminal. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  /** From here on this text is masked wherever it would be shown. */
  secret?(text: string): void;
}
