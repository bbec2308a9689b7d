import { join } from "node:path";
import { parseArgs } from "node:util";
import { localeNames } from "../../../src/locale/locale.ts";
import { type BalancerKind, balancerKinds } from "../production/facts.ts";
import { type ServiceName, serviceNames } from "../services/names.ts";
import { root } from "../world/world.ts";
import { cases, type RehearsalCase } from "./cases.ts";

/** What script/rehearse was asked for. */
export interface Options {
  readonly name: string;
  readonly rehearsed: RehearsalCase;
  /** All of it on this machine, or four machines with a systemd each. */
  readonly production: "machine" | "hosts";
  readonly balancer: BalancerKind;
  readonly service: ServiceName;
  readonly locale: string;
  readonly interactive: boolean;
  readonly ssh: boolean;
  readonly releases: boolean;
  readonly out: string;
}

/** A sentence where the words make no rehearsal. */
export function readOptions(words: readonly string[]): Options | string {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      interactive: { type: "boolean", default: false },
      ssh: { type: "boolean", default: false },
      releases: { type: "boolean", default: false },
      stage: { type: "string", default: "machine" },
      service: { type: "string", default: "django" },
      balancer: { type: "string", default: "nginx" },
      locale: { type: "string", default: "en" },
      out: { type: "string", default: join(root, "rehearsal/out") },
    },
  });
  const { locale, stage, service: wanted, balancer: front, ...rest } = values;
  const service = serviceNames.find((known) => known === wanted);
  const name = positionals[0] ?? "success";
  const rehearsed = cases[name];
  const balancer = balancerKinds.find((known) => known === front);
  if (balancer === undefined) return `There is no balancer "${front}". There are: ${balancerKinds.join(", ")}`;
  if (!localeNames.some((known) => known === locale))
    return `There is no locale "${locale}". There are: ${localeNames.join(", ")}`;
  if (service === undefined) return `There is no service "${wanted}". There are: ${serviceNames.join(", ")}`;
  if (rehearsed === undefined) return unknownCase(name);
  if (stage !== "machine" && stage !== "hosts") return unknownProduction(stage);
  if (stage === "hosts" && (rest.ssh || rest.releases || balancer !== "nginx" || service !== "django"))
    return hostsAreFixed;
  return { name, rehearsed, production: stage, balancer, service, locale, ...rest };
}

const hostsAreFixed =
  "--stage hosts is reached by ssh anyway, deploys Django in place, and has nginx in front: " +
  "leave --ssh, --releases, --service and --balancer out.";

function unknownCase(name: string): string {
  const lines = Object.entries(cases).map(([key, { about }]) => `  ${key.padEnd(16)} ${about}`);
  return `There is no scenario "${name}". There are:\n${lines.join("\n")}`;
}

function unknownProduction(name: string): string {
  return [
    `There is no stage "${name}". There are:`,
    "  machine          all of it on this machine",
    "  hosts            four machines with a systemd each, reached by ssh",
  ].join("\n");
}
