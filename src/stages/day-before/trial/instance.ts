import { performance } from "node:perf_hooks";
import { askingOf } from "../../../checks/asking/request.ts";
import { curl } from "../../../checks/kinds/http/curl.ts";
import { type Finished, script } from "../../../core/command.ts";
import { CommandError, UserError } from "../../../core/errors.ts";
import { pollUntil } from "../../../core/poll-until.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Asking } from "../../../hosts/requests/as-site.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Trial } from "../../../plan/schema/prepare-schema.ts";
import type { Tried } from "./tried.ts";
import { untilStopped } from "./scripts.ts";

type Start = NonNullable<Trial["start"]>;

/** Starts one instance of the release at the scratch database, waits for its health page, and works with it. */
export async function withInstance<T>(
  tried: Tried,
  start: Start,
  work: (healthySeconds: number) => Promise<T>,
  plan: Plan,
): Promise<T> {
  const user = plan.deploy.runAs;
  const { host, trial, directory } = tried;
  await requireFree(host, start);
  const stop = `${directory}/.golive-stop`;
  // By the user that owns the directory: another may not write there.
  const asOwner = { ...(user === undefined ? {} : { user }), timeoutSeconds: 30 };
  await host.run(script('rm -f -- "$1"', [stop], asOwner));
  const instance = launched(
    host.attempt({
      ...trial.command(["sh", "-c", untilStopped, "sh", stop, ...start.run], 3700),
      label: start.run.join(" "),
    }),
  );
  try {
    return await work(await untilHealthy(host, start, healthAsking(plan, start), instance));
  } finally {
    await host.attempt(script(': > "$1"', [stop], asOwner)).catch(() => {});
    await instance.finished.catch(() => {});
    await host.attempt(script('rm -f -- "$1"', [stop], asOwner)).catch(() => {});
  }
}

/** As the service itself is asked: the instance has its settings. */
function healthAsking(plan: Plan, { health: url }: Start): Asking {
  const { asSite, requestHeaders } = plan.health;
  return askingOf(plan, { url, asSite, requestHeaders });
}

async function requireFree(host: Host, { health }: Start): Promise<void> {
  if ((await curl(host, health, 3)).status === 0) return;
  throw new UserError({
    code: "instance-address-taken",
    what: t`something answers at ${health} already`,
    where: host.name,
    mend: t`choose a port that nothing uses, in prepare.trial.start`,
  });
}

interface Instance {
  readonly finished: Promise<Finished>;
  isOver(): boolean;
}

function launched(running: Promise<Finished>): Instance {
  let over = false;
  return { finished: running.finally(() => (over = true)), isOver: () => over };
}

/** Seconds until the health page answers. Throws a UserError when it does not in time, or the release ends first. */
async function untilHealthy(host: Host, start: Start, asking: Asking, instance: Instance): Promise<number> {
  const began = performance.now();
  let seen = "";
  const look = async (): Promise<number | null> => {
    const { status, error } = await curl(host, asking, 5);
    if (status === 200) return (performance.now() - began) / 1000;
    if (instance.isOver()) throw endedAtOnce(host, start, await instance.finished);
    seen = status === 0 ? silentText(error) : t`answers ${status}`;
    return null;
  };
  const seconds = await pollUntil(look, { every: 0.2, limit: start.within });
  if (seconds === null) throw notHealthy(host, start, seen);
  return seconds;
}

function endedAtOnce(host: Host, { run: [file = "", ...args] }: Start, finished: Finished): UserError {
  return new UserError(
    {
      code: "instance-ended",
      what: t`the release ended as soon as it was started`,
      where: host.name,
      mend: t`run it by hand; what it said is on the control host`,
    },
    { cause: new CommandError(host, { file, args }, finished) },
  );
}

function silentText(error: string | undefined): string {
  return t`does not answer (${error})`;
}

function notHealthy(host: Host, { within, health }: Start, seen: string): UserError {
  return new UserError({
    code: "instance-unhealthy",
    what: t`the release is not healthy within ${within} s: ${health} ${seen}`,
    where: host.name,
    mend: t`look why; it would not come up in the window either`,
  });
}
