import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { hostName, identifier, path, userName } from "./fields.ts";

const folder = z.strictObject({
  id: identifier("Name of the folder, unique in the plan. Default: its place in the list.").optional(),
  host: hostName.describe("Where it lies. A folder that several hosts share is named once."),
  directory: path("The folder itself, not a link to it."),
  "run-as": userName
    .optional()
    .describe("User that the files belong to, or root, through sudo -n. Default: deploy.run-as."),
  keep: z
    .enum(["copy", "link", "count"])
    .default("copy")
    .describe(
      "copy: files of their own, or shared blocks where the disk can. link: second names for the same files, which " +
        "take no room and do not hold what is written into a file that stays. count: only what is there, name by name; " +
        "what is deleted cannot be given back.",
    ),
  "keep-in": path("Folder beside, made with mode 0700. Default: the directory's name with .golive behind.").optional(),
});

const unsaid = msg`must be none, or a list of folders with host and directory`;

export const filesSchema = z
  .union([z.literal("none", unsaid), z.array(folder).min(1, unsaid)])
  .optional()
  .describe(
    "Folders of files that people uploaded: kept while the site is closed, and given back with the database. none: there are none.",
  );
