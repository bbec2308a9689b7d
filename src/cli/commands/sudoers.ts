import { userInfo } from "node:os";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { usePlan } from "../../plan/load.ts";
import { sudoersOf } from "../../stages/preflight/sudoers.ts";
import { type Given, optionTable, type Output } from "../options.ts";
import { planText } from "../plan-file.ts";

/** `golive sudoers`: the lines that the plan needs, host by host. Asks no host. */
export async function sudoers({ values }: Given, { out }: Output): Promise<void> {
  const { plan: file = optionTable.plan.default, host: only, user = userInfo().username } = values;
  const plan = usePlan(await planText(file, t`name the plan with --plan FILE`), file);
  if (only !== undefined && plan.hosts[only] === undefined)
    throw new UserError({
      code: "host-not-in-plan",
      what: t`the plan has no host ${only}`,
      where: "--host",
      mend: t`use one of: ${Object.keys(plan.hosts).join(", ")}`,
    });
  const wanted = sudoersOf(plan, user).filter(({ host }) => only === undefined || host === only);
  for (const { host, lines } of wanted) out(`# ${host}: /etc/sudoers.d/golive\n${lines.join("\n")}\n`);
  if (wanted.length === 0) out(`# ${t`this plan runs nothing with sudo there`}\n`);
}
