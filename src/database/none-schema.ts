import { z } from "zod";

/** `engine: none`: nothing that a launch could change, so nothing is backed up. */
export const noneSchema = z
  .strictObject({ engine: z.literal("none") })
  .describe("The release changes no database: none is backed up, none comes back, and migrations are refused.");
