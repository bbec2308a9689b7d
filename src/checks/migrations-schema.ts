import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import { hostName } from "../plan/schema/fields.ts";
import { common } from "./common-schema.ts";

export const migrations = z.strictObject({
  kind: z.literal("migrations"),
  ...common,
  host: hostName.optional().describe("Host of the deploy that is asked. Default: the one that migrates."),
  models: z
    .boolean()
    .default(false)
    .describe("The release's models and its migrations have to agree (Django: makemigrations --check)."),
});
export type MigrationsCheck = Parsed<typeof migrations>;
