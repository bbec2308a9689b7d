/**
 * Whether GitHub's word for what a login may do in the repository lets it decide over a launch. A name in a plan alone
 * does not: an account may be renamed, and its name be somebody else's then.
 */
export function mayWrite(permission: string): boolean {
  return ["admin", "maintain", "write"].includes(permission);
}
