import { annotation } from "./annotation.ts";
import type { WatcherKind } from "./kind.ts";
import type { Annotation, Silence } from "./schema.ts";
import { silence } from "./silence.ts";

/** Everyone who is told that the site is closed, by the plan's key; one line each. */
const watchers = {
  silence,
  annotation,
};

export type WatcherKey = keyof typeof watchers;
export const watcherKeys = Object.keys(watchers) as readonly WatcherKey[];

export function watcherNamed(key: WatcherKey): WatcherKind<Silence | Annotation> {
  return watchers[key];
}
