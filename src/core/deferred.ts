import { InternalError } from "./errors.ts";
/** A promise that others settle. `Promise.withResolvers` is newer than the oldest Node that the command line runs on. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T | PromiseLike<T>) => void;
  readonly reject: (reason?: unknown) => void;
}

export function deferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, "resolve" | "reject"> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new InternalError("a promise calls its executor at once");
  return { promise, ...(settle as Pick<Deferred<T>, "resolve" | "reject">) };
}
