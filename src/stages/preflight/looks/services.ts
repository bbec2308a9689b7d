import { prepareServices } from "../../../journal/steps/steps.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Hosts } from "../../../hosts/open-hosts.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { settingsGaps } from "../../../presets/gaps/gaps.ts";
import { lookAtHold } from "../../../services/hold.ts";
import { keepsStopped, managerOf, serviceProblems, unitsOn } from "../../../services/manager.ts";
import { scheduledProblems, settingsPlace, unitsOfWork } from "../../../services/scheduled.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

/** Whether the services and what is paused with them can be stopped and started. */
export async function servicesFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const { services } = plan;
  const found = await Promise.all([
    ...services.hosts.map((name) => serviceProblems(hosts.get(name), services)),
    ...services.pause.map((work) => scheduledProblems(hosts.get(work.host), work, settingsPlace(plan, work))),
  ]);
  const names = services.units.map((unit) => (typeof unit === "string" ? unit : unit.name)).join(", ");
  const after = await startedByRestart(services, hosts);
  const gaps = await settingsMissed(plan, hosts);
  return {
    step: prepareServices.id,
    problems: [...found.flat(), ...after.problems],
    note: [names, ...gaps, ...after.notes].join("; "),
  };
}

/** What would start behind the page if a host were restarted in the window: told, as nobody may be able to prevent it. */
async function startedByRestart(
  services: Plan["services"],
  hosts: Hosts,
): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly string[] }> {
  const { hold, pause } = services;
  const names = [...new Set([...services.hosts, ...pause.map(({ host }) => host)])];
  const looks = await Promise.all(
    names.map(async (host) => {
      const units = keepsStopped(services) && services.hosts.includes(host) ? unitsOn(services, host) : [];
      const looks = await Promise.all([
        lookAtHold(hosts.get(host), hold, units, services),
        lookAtHold(hosts.get(host), hold, unitsOfWork(pause, host)),
      ]);
      const bare = looks.flatMap((look) => look.bare);
      const problems = looks.flatMap((look) => look.problems).slice(0, 1);
      return { problems, notes: bare.length === 0 ? [] : [restartText(host, bare)] };
    }),
  );
  return { problems: looks.flatMap(({ problems }) => problems), notes: looks.flatMap(({ notes }) => notes) };
}

/** What the service has of settings and the release's commands do not: told, as it may not matter to them. */
async function settingsMissed({ deploy, services }: Plan, hosts: Hosts): Promise<string[]> {
  const owner = deploy.runAs === undefined ? {} : { user: deploy.runAs };
  const looks = await Promise.all(
    deploy.hosts.map(async (name) => {
      // What a user's own systemd gives its units is not compared.
      const machines = managerOf(services).ofSystemd && services.user === undefined;
      const units = machines ? unitsOn(services, name) : [];
      const told = await settingsGaps(hosts.get(name), { files: deploy.envFile, units }, owner);
      return told.map((gap) => t`on ${name} ${gap}`);
    }),
  );
  return looks.flat();
}

function restartText(host: string, bare: readonly string[]): string {
  return t`a restart of ${host} in the window would start ${bare.join(", ")} behind the page (docs/hosts.md has the \
drop-in that prevents it)`;
}
