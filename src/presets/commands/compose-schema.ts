import { z } from "zod";
import { relativePath } from "../../plan/schema/fields.ts";
import { deployCommon } from "../common-schema.ts";
import { byCommandsKeys } from "./keys.ts";

export const composeSchema = z.strictObject({
  preset: z.literal("compose"),
  ...deployCommon,
  ...byCommandsKeys,
  file: relativePath("The compose file in the repository. Its images name the release.").default("compose.yaml"),
  build: z.boolean().default(false).describe("Build the images on the host instead of pulling them."),
});
