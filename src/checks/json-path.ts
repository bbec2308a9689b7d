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
