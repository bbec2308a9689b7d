import type { Entry, Event, RunId } from "./event.ts";

/** An event as the journal keeps it: of which launch, put there by which run, when. */
export function entryOf(
  event: Event,
  {
    release,
    run,
    at = new Date().toISOString(),
  }: { readonly release: string; readonly run: RunId; readonly at?: string },
): Entry {
  return { at, release, run: { id: run.id, attempt: run.attempt }, ...event };
}
