import { t } from "../core/text/text.ts";
import type { Asked } from "../stages/gate/gate.ts";
import { passGate } from "../stages/gate/gate.ts";
import { namesNow } from "../stages/gate/names.ts";
import type { EnvironmentNames } from "../stages/gate/bound.ts";
import type { Action, InputValues } from "./runner/action.ts";

/** What a launch is asked for. */
export const askedInputs = {
  tag: {},
  override: {},
  date: {},
  approval: { exact: true },
  "repository-key": {},
} as const;

/** An override counts as far as it is shown. */
export function askedOf(inputs: InputValues): Asked {
  return {
    tag: inputs.tag ?? "",
    override: (inputs.override ?? "").trim().slice(0, 500),
    date: (inputs.date ?? "").trim(),
    approval: inputs.approval ?? "",
    repositoryKey: inputs["repository-key"] === "true",
  };
}

export const action: Action = {
  inputs: {
    token: { required: true },
    plan: { required: true },
    ...askedInputs,
    state: { required: true, oneOf: ["launch", "names"] },
  },
  outputs: ["digest", "environment", "day-environment", "rollback-environment"],
  async run(context, inputs) {
    if (inputs.state === "names") {
      const { told, ...names } = await namesNow(context);
      for (const text of told) context.log.warn(text);
      return { outputs: environments(names) };
    }
    const { bound, digest, main, tag, commit, notes } = await passGate(context, askedOf(inputs));
    const lines = notes.map((note) => `- ${note}`).join("\n");
    return {
      outputs: { digest, ...environments(bound.environments) },
      summary: t`## The gate

${tag} is ${commit.slice(0, 12)}, part of ${main.name} (${main.commit.slice(0, 12)}), whose policy holds.

${lines}
`,
    };
  },
};

function environments({ window, day, rollback }: EnvironmentNames): Record<string, string> {
  return { environment: window, "day-environment": day, "rollback-environment": rollback };
}
