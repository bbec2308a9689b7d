import { type Problem, problemsFrom } from "../../../core/errors.ts";
import { showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { keyOf, ownScript } from "../../../database/commands/run.ts";
import { sizeOf } from "../../../database/commands/size.ts";
import type { Host } from "../../../hosts/host.ts";
import { prepareDatabase, prepareSpace } from "../../../journal/steps/steps.ts";
import { type CommandsPlan, commandsOf } from "../../../plan/engine/engine.ts";
import type { DatabaseEngine } from "../kind.ts";

/** In the plan's order. */
const all = ["backUp", "prove", "restore", "size", "state"] as const;

/** That every command is there, that one of them answers, and that there is room for what the launch keeps. */
export const commandsFindings: DatabaseEngine["findings"] = async (plan, { hosts }) => {
  const database = commandsOf(plan);
  const host = hosts.get(database.host);
  const { missing, problems: absent } = await missingCommands(host, database);
  let bytes = 0;
  const wrong = await problemsFrom(async () => {
    if (!missing.includes("size")) bytes = await sizeOf(host, database);
  });
  const problems = [...absent, ...wrong];
  if (problems.length > 0) return [{ step: prepareDatabase.id, problems }];
  const said = t`${database.name}, by commands, ${showSize(bytes)}`;
  return [
    { step: prepareDatabase.id, problems, note: said },
    { step: prepareSpace.id, ...(await room(host, database, bytes)) },
  ];
};

const lookForPrograms = `for p; do
  case $p in */*) [ -f "$p" ] && [ -x "$p" ] ;; *) command -v -- "$p" >/dev/null ;; esac && echo there || echo missing
done`;

/** Commands that are not there, or that the user of the plan may not run; the restore as well, which nobody tries by day. */
async function missingCommands(
  host: Host,
  plan: CommandsPlan,
): Promise<{ readonly missing: readonly string[]; readonly problems: Problem[] }> {
  const asked = all.flatMap((key) => (plan[key] === undefined ? [] : [{ key, program: plan[key].run[0] ?? "" }]));
  const programs = asked.map(({ program }) => program);
  const { stdout } = await host.run(ownScript(plan, lookForPrograms, programs, { timeoutSeconds: 60 }));
  const said = stdout.split("\n");
  const missing = asked.filter((_, index) => said[index] !== "there");
  return {
    missing: missing.map(({ key }) => key),
    problems: missing.map(({ key, program }) => ({
      code: "engine-program-missing",
      what: t`${keyOf(key)}: ${program} is not there, or cannot be run by that user`,
      where: host.name,
      mend: t`put it there, executable (chmod 755), or correct ${keyOf(key)}.run`,
    })),
  };
}

/** A backup, and on the way back one more of what is newer. */
const backups = 2;

async function room(host: Host, plan: CommandsPlan, bytes: number): Promise<{ problems: Problem[]; note: string }> {
  const look = 'p=$1; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; df -Pk -- "$p" | tail -n 1';
  const { stdout } = await host.run(ownScript(plan, look, [plan.directory], { timeoutSeconds: 60 }));
  const free = Number(/^\S.*?\s\d+\s+\d+\s+(\d+)\s+\S+%\s/.exec(stdout)?.[1]) * 1024;
  if (!Number.isFinite(free)) return { problems: [unknownRoom(host, plan)], note: "" };
  const needed = backups * bytes + plan.leastFree * 2 ** 20;
  const note = t`${showSize(free)} free for ${plan.directory}, ${showSize(needed)} needed`;
  if (free >= needed) return { problems: [], note };
  return {
    note,
    problems: [
      {
        code: "engine-no-room",
        what: note,
        where: host.name,
        mend: t`make room: the launch keeps a backup, and on the way back one more of what is newer`,
      },
    ],
  };
}

function unknownRoom(host: Host, { directory }: CommandsPlan): Problem {
  return {
    code: "engine-room-unknown",
    what: t`how much room is free for ${directory} cannot be read`,
    where: host.name,
    mend: t`look at df there`,
  };
}
