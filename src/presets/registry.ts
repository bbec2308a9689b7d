import { commands } from "./commands/commands.ts";
import { compose } from "./commands/compose.ts";
import { node } from "./commands/node.ts";
import { django } from "./django/django.ts";
import type { Preset } from "./kind.ts";
import type { Deploy } from "./schema.ts";

/** Every preset, one line each; its keys are named in schema.ts, which knows nothing of those who read a plan. */
const presets: Readonly<Record<Deploy["preset"], Preset>> = {
  django,
  node,
  compose,
  commands,
};

export function presetNamed(name: Deploy["preset"]): Preset {
  return presets[name];
}
