import { randomBytes } from "node:crypto";
import { script } from "../core/command.ts";
import { t } from "../core/text/text.ts";
import { type Host, writeFileCommand } from "../hosts/host.ts";
import { bypassHeader } from "../hosts/requests/probe.ts";

/** Lets who carries a token of this launch see the site while the page is up. */
export interface Bypass {
  /** This token is good from now on, and no other. */
  allow(token: string): Promise<void>;
  /** None is good any more. */
  clear(): Promise<void>;
  /** What must not lead past the page, by the way this balancer looks tokens up. */
  readonly tricks: readonly string[];
}

export const bypassCookie = "golive_bypass";

/** Its form is what a balancer's configuration matches before it looks anything up. */
export const tokenForm = /^[0-9a-f]{64}$/;

export function newToken(): string {
  return randomBytes(32).toString("hex");
}

/** The two ways in which a request carries a token. */
export function carrying(token: string): readonly Readonly<Record<string, string>>[] {
  return [{ [bypassHeader]: token }, { cookie: `${bypassCookie}=${token}` }];
}

const file = (directory: string) => `${directory}/bypass-token`;

/** For the stages that follow and for who may read the control host. It is removed with the page. */
export async function keepToken(control: Host, directory: string, release: string, token: string): Promise<void> {
  await control.run({
    ...writeFileCommand(file(directory), `${release} ${token}\n`, "600"),
    secrets: [token],
    label: t`write ${file(directory)}`,
  });
}

/** The token of the page that is up, and the launch that put it up; null when there is none. */
export async function keptToken(
  control: Host,
  directory: string,
): Promise<{ readonly release: string; readonly token: string } | null> {
  const { stdout } = await control.run(
    script('[ ! -e "$1" ] || cat -- "$1"', [file(directory)], {
      timeoutSeconds: 30,
      label: t`read ${file(directory)}`,
    }),
  );
  const [release = "", token = ""] = stdout.trim().split(" ");
  return tokenForm.test(token) ? { release, token } : null;
}

export async function dropToken(control: Host, directory: string): Promise<void> {
  await control.run(script('rm -f -- "$1"', [file(directory)], { timeoutSeconds: 30 }));
}
