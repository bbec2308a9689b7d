import { t } from "../../../core/text/text.ts";
import { presetNamed } from "../../../presets/registry.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";

const operators = new Set(["|", "||", "&", "&&", ";", ">", ">>", "<", "<<", "2>", "2>&1", ">&2", "|&", "&>"]);
const shells = /^(?:.*\/)?(?:sh|bash|dash|zsh|ksh|fish|csh|tcsh)$/;

/** What of a plan's commands only a shell would understand, and paths that a build must not take away. */
export const commandsRules: readonly Rule[] = [
  rule("commands-without-shell", {
    when: ({ deploy }) => deploy.preset === "commands",
    problems: (plan) =>
      presetNamed(plan.deploy.preset)
        .ownCommands(plan)
        .flatMap((words) => wordsProblem(words) ?? []),
  }),
  rule("built-is-not-kept", { problems: (plan) => builtOf(plan).flatMap((path) => builtProblem(plan, path) ?? []) }),
];

const place = { path: ["deploy"] };

function wordsProblem(words: readonly string[]): PlanProblem | null {
  const [program = "", first = ""] = words;
  const shown = words.join(" ").slice(0, 80);
  if (/^[A-Za-z_]\w*=/.test(program))
    return {
      code: "plan-command-begins-with-setting",
      place,
      what: t`"${shown}" begins with a setting, and no shell is there to set it`,
      mend: t`put it under deploy.env`,
    };
  if (program.split("/").includes(".."))
    return {
      code: "plan-command-outside",
      place,
      what: t`"${shown}" leads out of the release`,
      mend: t`name a path inside the release, or a program of the host`,
    };
  if (words.some((word) => word.includes("\0")))
    return { code: "plan-command-nul", place, what: t`"${shown}" holds a NUL`, mend: t`take it out` };
  if (program.trim() === "" || /[\s|&;<>$`()]/.test(program) || words.some((word) => operators.has(word)))
    return shellText(shown);
  return shells.test(program) && /^-[a-z]*c$/.test(first) ? shellText(shown) : null;
}

function shellText(shown: string): PlanProblem {
  return {
    code: "plan-command-is-shell-text",
    place,
    what: t`"${shown}" is text for a shell, and none reads it`,
    mend: t`write each word by itself ([bin/build, --all]); for more than one program write a script of the release`,
  };
}

function builtOf({ deploy }: Plan): readonly string[] {
  if (deploy.preset === "commands") return [...deploy.installed, ...deploy.built];
  return deploy.preset === "node" ? deploy.built : [];
}

function parts(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

/** It is removed before a build: nothing else may lie in it. */
function builtProblem({ deploy }: Plan, path: string): PlanProblem | null {
  const own = parts(path);
  if (own.length === 0 || own[0] === ".git")
    return {
      code: "plan-built-is-release",
      place,
      what: t`"${path}" is the release itself, and what is built is removed before the build`,
      mend: t`name the file or folder that the build makes`,
    };
  const inside = (one: readonly string[], other: readonly string[]) => one.every((part, at) => other[at] === part);
  const held = deploy.shared.find((one) => inside(own, parts(one)) || inside(parts(one), own));
  return held === undefined
    ? null
    : {
        code: "plan-built-holds-shared",
        place,
        what: t`"${path}" and "${held}" of deploy.shared overlap, and what is built is removed before the build`,
        mend: t`name what the build makes more closely`,
      };
}
