import { z } from "zod";
import { path, relativePath } from "../../plan/schema/fields.ts";
import { deployCommon } from "../common-schema.ts";
import { byCommandsKeys } from "./keys.ts";

export const nodeSchema = z.strictObject({
  preset: z.literal("node"),
  ...deployCommon,
  ...byCommandsKeys,
  npm: path("npm on these hosts.").default("/usr/bin/npm"),
  build: z.boolean().default(true).describe("Run the package's script named build, and drop what only building needs."),
  built: z.array(relativePath("What the build makes.")).default(["dist"]),
});
