import { script } from "../../core/command.ts";
import { CommandError, type Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";
import { folderProblem } from "./folder-problem.ts";
import { lookHost } from "./scripts.ts";

/** What of a host itself stands in the way of a launch, whatever the launch is. */
export interface HostLook {
  readonly problems: readonly Problem[];
  /** What may be as it should be, and is worth a word. */
  readonly notes: readonly string[];
}

/** Clocks further apart than this: times on record, certificates and tokens are judged by them. */
const mostSecondsApart = 60;

interface Line {
  readonly word: string;
  readonly about: string;
  readonly why: string;
}

/** Room and rights where every command writes, the clock, the names. Throws when the host cannot be reached. */
export async function lookAtHost(host: Host): Promise<HostLook> {
  const asked = script(lookHost, [], { timeoutSeconds: 60, label: t`look at the host itself` });
  const began = Date.now();
  const finished = await host.attempt(asked);
  const lines = finished.stdout.split("\n").map(lineOf);
  if (finished.code === 127) return { problems: [noBasics(host.name)], notes: [] };
  if (!lines.some(({ word }) => word === "end")) throw new CommandError(host, asked, finished);
  const clock = lines.find(({ word }) => word === "clock");
  return {
    problems: [
      ...clockProblems(Number(clock?.about), { began, ended: Date.now(), host: host.name }),
      ...lines.flatMap((line) => lineProblem(line, host.name) ?? []),
    ],
    notes: lines.flatMap((line) => noteOf(line, host.name) ?? []),
  };
}

function lineOf(line: string): Line {
  const [word = "", about = "", why = ""] = line.split("\t");
  return { word, about, why };
}

function lineProblem({ word, about, why }: Line, where: string): Problem | null {
  if (word === "refused" || word === "missing")
    return folderProblem(about, word === "missing" ? "missing" : why, where);
  if (word === "home")
    return {
      code: "host-home-missing",
      what: t`the home folder of ${why} is not there, and cannot be made: ${about}`,
      where,
      mend: t`as root there: install -d -o ${why} -m 700 ${about}; golive remembers in it which launch may act`,
    };
  if (word !== "program") return null;
  return { code: "program-missing", what: t`${about} is not installed`, where, mend: t`install it there` };
}

function noBasics(where: string): Problem {
  return {
    code: "host-basics",
    what: t`the programs that every command begins with (sh, env, timeout) are not found there`,
    where,
    mend: t`install coreutils, and look at PATH as a command by ssh gets it (ssh HOST 'echo $PATH')`,
  };
}

/** The host's clock was read some time between `began` and `ended` of the runner's. */
function clockProblems(
  seconds: number,
  { began, ended, host }: { readonly began: number; readonly ended: number; readonly host: string },
): Problem[] {
  const ahead = seconds - ended / 1000;
  const behind = began / 1000 - (seconds + 1);
  if (!(Math.max(ahead, behind) > mostSecondsApart)) return [];
  const apart = Math.round(Math.max(ahead, behind));
  return [
    {
      code: "host-clock",
      what:
        ahead > 0 ? t`its clock is ${apart} s ahead of the runner's` : t`its clock is ${apart} s behind the runner's`,
      where: host,
      mend: t`set it by NTP (timedatectl shows whether that works); where every host is told so, the runner's own clock is off`,
    },
  ];
}

function noteOf({ word, about, why }: Line, host: string): string | null {
  if (word === "noexec") return t`no program can be run from ${about} on ${host} (noexec): what builds in it fails`;
  if (word !== "slow") return null;
  const [name = "", seconds = ""] = why.split(" ");
  return about === "sudo"
    ? t`${host} takes ${seconds} s to look up its own name ${name}, and so does each sudo there (/etc/hosts, DNS)`
    : t`${host} takes ${seconds} s to look up the runner's address ${name}, and so may each login there (UseDNS, DNS)`;
}
