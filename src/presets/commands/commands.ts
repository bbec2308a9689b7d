import { command, type Command } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { parseDuration } from "../../core/text/duration.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { programsForSettings } from "../environment-file.ts";
import { type DeployContext, deployOf, type Preset } from "../kind.ts";
import { byCommands, ownerOf, wordsOfMigrations } from "./by-commands.ts";
import { removeBuilt, requireMade, requirePrograms } from "./made.ts";
import { hostProgram, runOfPlan, timed, type TimedWords } from "./words.ts";

const keysOf = (plan: Plan) => deployOf(plan, "commands");
type Keys = ReturnType<typeof keysOf>;

interface Making extends TimedWords {
  readonly settings: boolean;
}

/** One command or several, each in words or with keys. */
function makings(given: Keys["install"]): Making[] {
  if (given === undefined) return [];
  const list = Array.isArray(given) && typeof given[0] !== "string" ? given : [given];
  return (list as (readonly string[] | Making)[]).map((one) =>
    "run" in one ? one : { run: one, timeout: parseDuration("30m") ?? 0, settings: false },
  );
}

/** Every command of the preset, in words; what of them the release brings is there once it is built. */
function wordsOfCommands({ migrate, install, build, check, version }: Keys): (readonly string[])[] {
  const once = [check, version].flatMap((given) => (given === undefined ? [] : [timed(given, "0s").run]));
  return [
    ...[...makings(install), ...makings(build)].map(({ run }) => run),
    ...wordsOfMigrations({ migrate }),
    ...once,
  ];
}

const shared = byCommands(keysOf);

/** As the plan's author knows it. */
const placeOf = (key: "install" | "build") => `deploy.${key}`;

/** Whatever commands of the plan fetch, make and migrate; each is held to what it should leave behind. */
export const commands: Preset = {
  ...shared,

  noPractice: () => null,

  ownCommands: (plan) => wordsOfCommands(keysOf(plan)),

  programs: (plan) => [
    "git",
    "curl",
    ...wordsOfCommands(keysOf(plan)).flatMap((words) => hostProgram(words) ?? []),
    ...programsForSettings(plan),
  ],

  installed: (plan) => [...keysOf(plan).installed, ...keysOf(plan).built],

  installsFrom: () => null,

  async install(context) {
    const keys = keysOf(context.plan);
    const { installed, built } = keys;
    for (const one of makings(keys.install)) await runOfPlan(context.host, makingCommand(context, one));
    await requireMade(context, placeOf("install"), installed);
    await removeBuilt(context, built);
    for (const one of makings(keys.build)) await runOfPlan(context.host, makingCommand(context, one));
    await requireMade(context, placeOf("build"), built);
    const later = [
      ...wordsOfCommands({ ...keys, install: undefined, build: undefined }),
      ...context.plan.deploy.steps.map(({ run }) => run),
    ];
    await requirePrograms(
      context,
      later.map(([program = ""]) => program),
    );
    await requireSound(context, keys);
    return { note: [...installed, ...built].join(", ") };
  },
};

function makingCommand(context: DeployContext, { run, timeout, settings }: Making): Command {
  if (settings) return shared.command(context, run, timeout);
  const options = { ...ownerOf(context), timeoutSeconds: timeout, env: keysOf(context.plan).env };
  return command(run[0] ?? "", run.slice(1), options);
}

/** The built release says that it can run, and that it is the one that was approved. */
async function requireSound(context: DeployContext, { check, version }: Keys): Promise<void> {
  if (check !== undefined) {
    const { run, timeout } = timed(check, "10m");
    await runOfPlan(context.host, shared.command(context, run, timeout));
  }
  if (version === undefined) return;
  const { run, timeout } = timed(version, "1m");
  const { stdout } = await runOfPlan(context.host, shared.command(context, run, timeout));
  const { release, host } = context;
  if (namesRelease(stdout, release)) return;
  const words = run.join(" ");
  const mend = t`let the build put the tag or the commit into what it makes, or take deploy.version out`;
  if (stdout.trim() === "")
    throw new UserError({
      code: "version-prints-nothing",
      what: t`${words} printed nothing, so nobody knows what was built`,
      where: host.name,
      mend,
    });
  throw new UserError({
    code: "built-version-differs",
    what: t`${words} names neither ${release.tag} nor ${release.commit.slice(0, 12)}: something else was built`,
    where: host.name,
    mend,
  });
}

/** The tag as a word of its own, with or without v, or at least seven digits of the commit. */
export function namesRelease(printed: string, { tag, commit }: DeployContext["release"]): boolean {
  const words = printed.split(/[\s"'(),;:=]+/);
  const bare = (text: string) => text.replace(/^v(?=\d)/, "");
  return words.some(
    (word) =>
      bare(word) === bare(tag) || (/^g?[0-9a-f]{7,64}$/.test(word) && commit.startsWith(word.replace(/^g/, ""))),
  );
}
