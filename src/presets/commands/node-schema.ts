import { z } from "zod";
import { path, relativePath } from "../../plan/schema/fields.ts";
import { deployCommon } from "../common-schema.ts";
import { byCommandsKeys } from "./keys.ts";

export const nodeSchema = z.strictObject({
  preset: z.literal("node"),
  ...deployCommon,
  ...byCommandsKeys,
  npm: path("npm on these hosts.").default("/usr/bin/npm"),
  manager: z
    .enum(["npm", "pnpm", "yarn"])
    .optional()
    .describe("Which package manager installs. Default: the one whose lock file is in the release."),
  "manager-program": path("pnpm or yarn on these hosts. Default: in /usr/bin; for npm what npm: says.").optional(),
  build: z
    .boolean()
    .optional()
    .describe(
      "Run the package's script named build, and drop what only building needs. Default: where package.json has such a script.",
    ),
  built: z.array(relativePath("What the build makes.")).default(["dist"]),
});
