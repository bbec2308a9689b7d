/** Waits for all to end before it fails: nothing may still be starting while the teardown runs. */
export async function together(...work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
