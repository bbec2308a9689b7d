/** One kind of input that `script/try` takes. */
export interface Front {
  /** The words after the front's name, for the usage text. */
  readonly usage: string;
  readonly about: string;
  /** Returns what is printed as one line of JSON. Throws a TryProblem when the words are off. */
  run(words: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

/** The caller's mistake: told on standard error, exit status 2. */
export class TryProblem extends Error {}
