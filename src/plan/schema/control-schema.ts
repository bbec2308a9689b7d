import { z } from "zod";
import { hostName, path } from "./fields.ts";

export const controlSchema = z
  .strictObject({
    host: hostName.describe("The host that holds the journal and the lock."),
    directory: path("Folder of the journal; made with mode 0700."),
  })
  .describe("Where the record of the launch lives.");

/** As much of a plan as leads to the record of its launches, whatever else is in it. */
export const recordSchema = z.object({ hosts: z.record(z.string(), z.unknown()), control: controlSchema });
