import { parse, stringify } from "yaml";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import type { World } from "../../packages/rehearsal/world/world.ts";

type Change = (plan: Record<string, any>) => void;

/** A tag with a plan of its own on a production that others use as well: its policy is the default branch's from now on. */
export function withPlan(
  { production }: World,
  tag: string,
  change: Change = () => {},
  from = "v1.1.0",
): Promise<void> {
  return addTag({
    origin: production.origin,
    from,
    tag,
    policyToo: true,
    files: {
      ".github/golive.yml": (text) => {
        const plan = parse(text);
        change(plan);
        return stringify(plan);
      },
      VERSION: () => `${tag}\n`,
    },
  });
}
