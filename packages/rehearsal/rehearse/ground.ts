import { hostsProblem } from "../hosts/able.ts";
import type { Options } from "./options.ts";
import { type SmallDisk, smallDisk } from "./small-disk.ts";

/** What a rehearsal stands on: a disk of its own where it is to be filled. */
export interface Ground {
  readonly disk: SmallDisk | null;
}

/** A sentence where this machine cannot have the rehearsal. */
export async function prepareGround({ name, rehearsed, production }: Options): Promise<Ground | string> {
  const problem = production === "hosts" ? await hostsProblem() : null;
  if (problem !== null) return problem;
  if (rehearsed.troubles === undefined) return { disk: null };
  if (production === "hosts")
    return `The scenario ${name} breaks what is on this machine; it cannot be had with --stage hosts.`;
  const disk = await smallDisk(900);
  return disk === null ? `The scenario ${name} fills a disk of its own; mounting one needs root.` : { disk };
}
