import { applications, layout } from "../../../packages/rehearsal/hosts/facts.ts";
import type { HostsProduction } from "../../../packages/rehearsal/hosts/hosts-production.ts";
import type { Entry } from "../../../src/journal/event.ts";

const log = "/var/log/psychology-starts";
const reminders = "psychology-reminders.service";

/** From now on each start of the service, and of what the timer starts, is written down on its host. */
export async function noteStarts(production: HostsProduction): Promise<void> {
  const note = `cat > /root/note-start <<'END'
#!/bin/sh
echo "$1 $(date +%s%N) $(cat ${layout.live}/.git/HEAD)" >> ${log}
END
chmod 755 /root/note-start
for unit; do
  mkdir -p "/etc/systemd/system/$unit.d"
  printf '[Service]\\nExecStartPre=+/root/note-start %%n\\n' > "/etc/systemd/system/$unit.d/starts.conf"
done
systemctl daemon-reload`;
  for (const name of applications) await production.asRoot(name, note, [`${layout.service}.service`, reminders]);
}

/** All starts on a host since, in milliseconds. */
export async function startsOn(
  production: HostsProduction,
  name: (typeof applications)[number],
): Promise<{ readonly unit: string; readonly at: number; readonly commit: string }[]> {
  const text = await production.asRoot(name, '[ ! -e "$1" ] || cat "$1"', [log]);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [unit = "", at = "0", commit = ""] = line.split(" ");
      return { unit, at: Number(at) / 1e6, commit };
    });
}

/** The times in which golive had stopped a unit, by its own record. */
export function closedTimes(
  entries: readonly Entry[],
  host: string,
  unit: string,
): { readonly from: number; readonly to: number }[] {
  const timer = unit === reminders;
  const begins = timer
    ? ["isolate.pause-reminders", "rollback.pause-reminders"]
    : [`isolate.stop@${host}`, `rollback.stop@${host}`];
  const ends = timer
    ? ["open.resume-reminders", "rollback.resume-reminders"]
    : [`deploy.start@${host}`, `rollback.start@${host}`];
  const times: { from: number; to: number }[] = [];
  for (const entry of entries) {
    if (entry.kind !== "step") continue;
    if (begins.includes(entry.step) && entry.status === "done")
      times.push({ from: Date.parse(entry.at), to: Number.POSITIVE_INFINITY });
    if (!ends.includes(entry.step) || entry.status !== "started") continue;
    for (const open of times) open.to = Math.min(open.to, Date.parse(entry.at));
  }
  return times;
}
