import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { stateLine } from "../checklist/render.ts";
import { UserError } from "../core/errors.ts";
import { figure, showSize } from "../core/figures.ts";
import { t } from "../core/text.ts";
import { messagesOf } from "../locale/locale.ts";
import { bypassCookie, keptToken } from "../load-balancer/bypass.ts";
import { bypassHeader } from "../load-balancer/probe.ts";
import { loadPlan } from "../plan/load.ts";
import { breakLock, filesSetAside, openByHand, recoverRows, statusOf } from "../stages/end-by-hand.ts";
import { reach, type Reach } from "../stages/launch.ts";
import type { Plan } from "../plan/schema.ts";

export const options = {
  plan: { type: "string", default: ".github/golive.yml" },
  "ssh-key-file": { type: "string" },
  because: { type: "string" },
  by: { type: "string" },
} as const;

interface Asked {
  readonly plan: Plan;
  readonly reached: Reach;
  readonly because: string;
  /** A person's name, when it was given. */
  readonly by: string;
}

/** `golive status`: what state the launch and the site are in. */
export async function status(args: readonly string[], out: (text: string) => void): Promise<void> {
  await withPlan(args, async ({ plan, reached }) => {
    const { release, state, page, owner } = await statusOf(plan, reached);
    const stopped = [...(state?.steps ?? [])].filter(
      ([, step]) => step.status === "failed" || step.status === "started",
    );
    out(
      [
        t`launch            ${release ?? t`none yet`}${state ? `: ${stateLine(state, messagesOf(plan))}${state.ended ? ` (${state.ended.because})` : ""}` : ""}`,
        t`maintenance page  ${page === "mixed" ? t`up on some balancers, down on others` : page === "on" ? t`up` : t`down`}`,
        t`lock              ${owner ?? t`free`}`,
        ...stopped.map(([id, step]) => `${step.status.padEnd(17)} ${id}${step.note ? `: ${step.note}` : ""}`),
        "",
      ].join("\n"),
    );
  });
}

/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
export async function maintenanceOff(args: readonly string[], out: (text: string) => void): Promise<void> {
  await withPlan(args, async ({ plan, reached, because, by }) => {
    if (because.trim() === "")
      throw new UserError({
        what: t`there is no reason`,
        where: "--because",
        mend: t`say why, for the record: golive maintenance off --because "…"`,
      });
    out(
      t`The site is open: ${await openByHand(plan, reached, by === "" ? userInfo().username : by, because, toPerson(out))}\n`,
    );
  });
}

/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
export async function unlock(args: readonly string[], out: (text: string) => void): Promise<void> {
  await withPlan(args, async ({ plan, reached, because, by }) => {
    const missing = [
      ...(by === ""
        ? [
            {
              what: t`nobody is named`,
              where: "--by",
              mend: t`a lock is broken by a person who answers for it; give your name`,
            },
          ]
        : []),
      ...(because.trim() === ""
        ? [{ what: t`there is no reason`, where: "--because", mend: t`say why, for the record` }]
        : []),
    ];
    if (missing.length > 0) throw new UserError(missing);
    out(`${await breakLock(plan, reached, by, because, toPerson(out))}\n`);
  });
}

/** `golive bypass`: how a tester gets past the page that is up. Prints a secret, to the person at the keyboard only. */
export async function bypass(args: readonly string[], out: (text: string) => void): Promise<void> {
  await withPlan(args, async ({ plan, reached }) => {
    const { url } = plan.site;
    const kept =
      plan["load-balancer"].bypass === undefined ? null : await keptToken(reached.control, plan.control.directory);
    if (kept === null)
      throw new UserError(
        plan["load-balancer"].bypass === undefined
          ? {
              what: t`the plan names no way past the maintenance page`,
              where: "load-balancer",
              mend: t`add load-balancer.bypass (docs/maintenance.md)`,
            }
          : {
              what: t`no page of golive is up, so there is no token`,
              where: plan.control.host,
              mend: t`it is made when the page goes up; \`golive status\` says how the site stands`,
            },
      );
    out(t`The page of ${kept.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${bypassCookie}=${kept.token}; path=/; SameSite=Lax${url.startsWith("https:") ? "; Secure" : ""}"; location.reload()

With curl:
  curl -H '${bypassHeader}: ${kept.token}' ${url}
`);
  });
}

function toPerson(out: (text: string) => void) {
  return { info: (text: string) => out(`${text}\n`), warn: (text: string) => out(`Warning: ${text}\n`) };
}

/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
export async function recover(args: readonly string[], out: (text: string) => void): Promise<void> {
  await withPlan(args, async ({ plan, reached }) => {
    for (const { id, files, bytes, where } of await filesSetAside(plan, reached))
      out(
        t`${where} holds ${figure(files)} newer files (${showSize(bytes)}) of ${id}, under the paths that they had.\n`,
      );
    const { kept, written, file } = await recoverRows(plan, reached);
    const rows = written.map(
      ({ table, inserted, changed, deleted, byPeople }) =>
        `  ${table.padEnd(40)} ${String(inserted).padStart(9)} ${String(changed).padStart(9)} ${String(deleted).padStart(9)} ${String(byPeople).padStart(9)}\n`,
    );
    const apart = written.flatMap(({ table, leftOut }) =>
      leftOut.length === 0 ? [] : [t`  ${table}: not compared: ${leftOut.join(", ")}\n`],
    );
    out(t`${kept} holds what the rollback set aside.\n`);
    out(
      rows.length === 0
        ? t`Nothing was written between the backup and the rollback.\n`
        : t`\n  ${t`table`.padEnd(40)} ${t`inserted`.padStart(9)} ${t`changed`.padStart(9)} ${t`deleted`.padStart(9)} ${t`by people`.padStart(9)}\n${rows.join("")}\nThe rows are in ${file}, one JSON object a line: table, change, key, row.\n`,
    );
    out(apart.join(""));
  });
}

async function withPlan(args: readonly string[], work: (asked: Asked) => Promise<void>): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  await connectPlan(values, work);
}

/** With the plan read and its hosts at hand, for as long as the work takes. */
export async function connectPlan(
  values: {
    readonly plan: string;
    readonly "ssh-key-file"?: string | undefined;
    readonly because?: string | undefined;
    readonly by?: string | undefined;
  },
  work: (asked: Asked) => Promise<void>,
): Promise<void> {
  const text = await readFile(values.plan, "utf8").catch(() => {
    throw new UserError({
      what: t`there is no such file`,
      where: values.plan,
      mend: t`name the plan with --plan FILE`,
    });
  });
  const plan = loadPlan(text, values.plan);
  const file = values["ssh-key-file"];
  const sshKey = file === undefined ? "" : await readFile(file, "utf8");
  const reached = await reach(plan, {
    sshKey,
    signal: new AbortController().signal,
    run: { id: 0, attempt: process.pid, actor: userInfo().username },
  });
  try {
    await work({ plan, reached, because: values.because ?? "", by: (values.by ?? "").trim() });
  } finally {
    await reached.close();
  }
}
