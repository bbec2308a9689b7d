import { t } from "../../core/text/text.ts";
import type { Login } from "../../hosts/requests/http-request.ts";
import type { Auth } from "../../plan/schema/fields.ts";
import type { CheckedPlan } from "../context.ts";
import type { CheckProblem, NamedHost } from "../define-check.ts";

/** What is asked, and from where. */
export interface Source {
  readonly url: string;
  readonly from?: string | undefined;
  readonly auth?: Auth | undefined;
  readonly within: number;
}

/** Where the key is: in the file that `auth` names, or in the service's own settings. */
export function loginOf(
  { deploy }: { readonly deploy: Pick<CheckedPlan["deploy"], "hosts" | "runAs" | "envFile"> },
  { from, auth }: Pick<Source, "from" | "auth">,
): Login | undefined {
  if (auth === undefined) return undefined;
  const as = auth.file === undefined && from !== undefined && deploy.hosts.includes(from) ? deploy.runAs : undefined;
  return {
    file: auth.file ?? deploy.envFile ?? "",
    secret: auth.secret,
    user: auth.user,
    header: auth.header,
    prefix: auth.prefix,
    as,
  };
}

/** The host that asks, where the plan names one. */
export function askingHost({ from }: Pick<Source, "from">): NamedHost {
  return { path: ["from"], host: from };
}

/** What the hosts that ask need for it. */
export function curlOn(...hosts: readonly (string | undefined)[]): { host: string; programs: readonly string[] }[] {
  return hosts.flatMap((host) => (host === undefined ? [] : [{ host, programs: ["curl"] }]));
}

/** A key lies in a file on a host, so a host has to ask with it. */
export function loginProblems(
  { auth, from }: Pick<Source, "auth" | "from">,
  { deploy }: { readonly deploy: Pick<CheckedPlan["deploy"], "envFile"> },
): CheckProblem[] {
  if (auth === undefined) return [];
  if (from === undefined)
    return [
      {
        code: "auth-without-host",
        path: ["auth"],
        what: t`the key is read on a host, and none is named that asks`,
        mend: t`add from: with that host`,
      },
    ];
  if (auth.file !== undefined || deploy.envFile !== undefined) return [];
  return [
    {
      code: "auth-without-settings-file",
      path: ["auth"],
      what: t`the plan names no settings file that would hold the key`,
      mend: t`add file: here, or deploy.env-file`,
    },
  ];
}
