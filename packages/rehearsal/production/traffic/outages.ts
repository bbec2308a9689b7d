export interface Sample {
  /** Milliseconds since the epoch at which the probe was sent. */
  readonly at: number;
  /** HTTP status, or the error's code ("timeout", "ECONNREFUSED"). */
  readonly status: number | string;
}

export interface Outage {
  readonly from: number;
  readonly to: number;
  /** False when it still lasted at the last sample. */
  readonly ended: boolean;
  readonly statuses: Readonly<Record<string, number>>;
}

/** An outage lasts from the first probe that was not answered 200 to the next one that was. */
export function outagesOf(samples: readonly Sample[]): readonly Outage[] {
  const outages: Outage[] = [];
  let open: { from: number; statuses: Record<string, number> } | null = null;
  for (const { at, status } of samples) {
    if (status === 200) {
      if (open) outages.push({ ...open, to: at, ended: true });
      open = null;
    } else {
      open ??= { from: at, statuses: {} };
      open.statuses[status] = (open.statuses[status] ?? 0) + 1;
    }
  }
  if (open) outages.push({ ...open, to: samples.at(-1)?.at ?? open.from, ended: false });
  return outages;
}
