/** The steps of `checks[0].status` or `["a.b"].c`; null when it is no such path. */
export function jsonSteps(path: string): (string | number)[] | null {
  const steps: (string | number)[] = [];
  const step = /(?:^|\.)([A-Za-z_][\w-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)+")\]/y;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) return null;
    try {
      steps.push(found[2] !== undefined ? Number(found[2]) : (found[1] ?? (JSON.parse(found[3] ?? "") as string)));
    } catch {
      return null;
    }
  }
  return steps.length === 0 ? null : steps;
}

/** What stands at that path, of the object's own; undefined when there is nothing, or it is no such path. */
export function valueAt(json: unknown, path: string): unknown {
  return (jsonSteps(path) ?? [""]).reduce<unknown>(
    (at, step) =>
      typeof at === "object" &&
      at !== null &&
      Object.hasOwn(at, step) &&
      (typeof step === "number") === Array.isArray(at)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    json,
  );
}
