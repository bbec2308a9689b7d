import { z } from "zod";
import type { Parsed } from "../plan/camel-keys.ts";
import { commandsSchema } from "./commands/commands-schema.ts";
import { composeSchema } from "./commands/compose-schema.ts";
import { nodeSchema } from "./commands/node-schema.ts";
import { djangoSchema } from "./django/schema.ts";

export { rollbackSchema } from "./steps-schema.ts";
export type { CustomStep, StepBack } from "./steps-schema.ts";

export const deploySchema = z
  .discriminatedUnion("preset", [djangoSchema, nodeSchema, composeSchema, commandsSchema])
  .describe("How the code gets there.");
export type Deploy = Parsed<typeof deploySchema>;
