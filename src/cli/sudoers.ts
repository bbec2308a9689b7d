import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { usePlan } from "../plan/load.ts";
import { sudoersOf } from "../stages/preflight/sudoers.ts";

const options = {
  plan: { type: "string", default: ".github/golive.yml" },
  host: { type: "string" },
  user: { type: "string" },
} as const;

/** `golive sudoers`: the lines that the plan needs, host by host. Asks no host. */
export async function sudoers(args: readonly string[], out: (text: string) => void): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  const text = await readFile(values.plan, "utf8").catch(() => {
    throw new UserError({
      what: t`there is no such file`,
      where: values.plan,
      mend: t`name the plan with --plan FILE`,
    });
  });
  const plan = usePlan(text, values.plan);
  if (values.host !== undefined && plan.hosts[values.host] === undefined)
    throw new UserError({
      what: t`the plan has no host ${values.host}`,
      where: "--host",
      mend: t`use one of: ${Object.keys(plan.hosts).join(", ")}`,
    });
  const all = sudoersOf(plan, values.user ?? userInfo().username);
  const wanted = all.filter(({ host }) => values.host === undefined || host === values.host);
  for (const { host, lines } of wanted) out(`# ${host}: /etc/sudoers.d/golive\n${lines.join("\n")}\n`);
  if (wanted.length === 0) out(`# ${t`this plan runs nothing with sudo there`}\n`);
}
