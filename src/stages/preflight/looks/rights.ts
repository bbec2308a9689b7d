import { prepareRights } from "../../../journal/steps/steps.ts";
import { script } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { safeFolderProblems } from "../../../hosts/folders/safe-folder.ts";
import type { Hosts } from "../../../hosts/open-hosts.ts";
import { rightProblems } from "../../../hosts/sudo/sudo-rights.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";
import { type Folder, scratchFolders, writtenFolders } from "../folders.ts";
import { rightsOn } from "../rights.ts";

/** What a missing right would stop at night is found by day: users, and folders that have to be written. */
export async function rightsFinding(plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<Finding> {
  const refused = (await Promise.all(hosts.all.map((host) => rightProblems(host, rightsOn(plan, host.name))))).flat();
  // Whoever cannot become a user is told that once, and not that its folders cannot be written.
  const noUser = new Set(
    refused.flatMap(({ code, where, user }) => (code === "sudo-user" ? [`${where} ${user}`] : [])),
  );
  const asked = ({ host, user }: Folder) => user === undefined || !noUser.has(`${host} ${user}`);
  const written = await Promise.all(
    writtenFolders(plan)
      .filter(asked)
      .map((folder) => folderProblems(hosts, folder)),
  );
  const scratch = await Promise.all(
    scratchFolders(plan)
      .filter(asked)
      .map(({ host, user, key, path }) => safeFolderProblems(hosts.get(host), path, key, asUser(user))),
  );
  return { step: prepareRights.id, problems: [...refused, ...written.flat(), ...scratch.flat()] };
}

async function folderProblems(hosts: Hosts, { host, user, key, path, made }: Folder): Promise<Problem[]> {
  const nearest = made ? 'while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; ' : "";
  const { code } = await hosts.get(host).attempt(
    script(`p=$1; ${nearest}[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ]`, [path], {
      ...asUser(user),
      timeoutSeconds: 30,
    }),
  );
  if (code === 0) return [];
  return [
    {
      code: "folder-not-writable",
      what: t`${path} cannot be written${user === undefined ? "" : t` by ${user}`} (${key})`,
      where: host,
      mend: t`create it and give it to that user`,
    },
  ];
}

function asUser(user: string | undefined): { readonly user?: string } {
  return user === undefined ? {} : { user };
}
