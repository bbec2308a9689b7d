import { setTimeout as sleep } from "node:timers/promises";
import { type Command, script } from "../core/command.ts";
import { type Problem, UserError } from "../core/errors.ts";
import { redactOutput } from "../core/redact/redact-output.ts";
import { t } from "../core/text/text.ts";
import { callBotApi, readBotApi } from "../hosts/requests/bot-api.ts";
import { curlText } from "../hosts/requests/curl-text.ts";
import type { Host } from "../hosts/host.ts";
import type { Right } from "../hosts/sudo/sudo.ts";
import { nameOf, type Scheduled, type SettingsPlace, type Work } from "./work.ts";

type Webhook = Extract<Scheduled, { kind: "telegram-webhook" }>;

/** What the Bot API says of a webhook, as far as it can be set again. */
interface Info {
  readonly url: string;
  readonly has_custom_certificate: boolean;
  readonly pending_update_count: number;
  readonly max_connections?: number;
  readonly allowed_updates?: readonly string[];
}

type Field = readonly [name: string, value: string];

// What Telegram knew of the webhook, its address above all, may be a secret itself: it lies where only this user reads it.
const folder = `d=\${XDG_STATE_HOME:-\${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive; f="$d/$1"`;
const keepScript = `${folder}; umask 077; mkdir -p -- "$d" && cat > "$f.new" && sync "$f.new" && mv -f -- "$f.new" "$f"`;
const keptScript = `${folder}; [ ! -e "$f" ] || cat -- "$f"`;
const forgetScript = `${folder}; rm -f -- "$f"`;

/** The bot's webhook: without it Telegram keeps the updates, for a day at most, and hands them over once it is set again. */
export function telegramWebhook(host: Host, work: Webhook, place: SettingsPlace): Work {
  const kept = `webhook-${place.service}-${work.id}`;
  const where = host.name;
  const own = (text: string, stdin?: string): Command =>
    script(text, [kept], { timeoutSeconds: 30, label: t`keep ${kept}`, ...(stdin === undefined ? {} : { stdin }) });
  const ask = caller(host, work, place);
  const look = async () => infoOf(await ask("getWebhookInfo", []), where);
  /** Its output is never shown. */
  const recall = async (): Promise<Info | null> => {
    const { code, stdout } = await host.attempt(own(keptScript));
    if (code !== 0)
      throw new UserError({
        what: t`what ${nameOf(work)} was cannot be read`,
        where,
        mend: t`is the home folder of the connection's user there?`,
      });
    try {
      return stdout.trim() === "" ? null : infoOf(JSON.parse(stdout), where);
    } catch {
      throw new UserError({
        what: t`what ${nameOf(work)} was is no longer readable`,
        where,
        mend: t`set the webhook by hand, then remove ~/.local/state/golive/${kept}`,
      });
    }
  };
  return {
    state: async () => ((await look()).url === "" ? "paused" : "working"),
    async pause() {
      const now = await look();
      if (now.url === "") return;
      requireCertificate(now, work, where);
      await host.run(own(keepScript, JSON.stringify(now)));
      await ask("deleteWebhook", [["drop_pending_updates", "false"]]);
      return t`Telegram keeps what comes, for a day at most`;
    },
    async resume() {
      const [now, was] = [await look(), await recall()];
      // The release may have set it by itself: its own word counts.
      if (now.url === "") {
        if (was === null)
          throw new UserError({ what: t`nothing is kept of ${nameOf(work)}`, where, mend: t`set the webhook by hand` });
        requireCertificate(was, work, where);
        await ask("setWebhook", fieldsOf(was), work);
        const then = await look();
        if (!sameWebhook(then, was))
          throw new UserError({
            what: t`${nameOf(work)} is not as it was before the page went up`,
            where,
            mend: t`compare getWebhookInfo with ~/.local/state/golive/${kept}`,
          });
      }
      await host.run(own(forgetScript));
      return t`${now.pending_update_count} update${now.pending_update_count === 1 ? "" : "s"} waited`;
    },
    async problems(): Promise<readonly Problem[]> {
      const now = await look();
      requireCertificate(now, work, where);
      // Only looked for: it is sent with setWebhook alone.
      if (work.secretToken !== undefined) await ask("getWebhookInfo", [], { secretToken: work.secretToken });
      return [];
    },
  };
}

function requireCertificate({ has_custom_certificate: custom }: Info, work: Webhook, where: string): void {
  if (custom && work.certificate === undefined)
    throw new UserError({
      what: t`${nameOf(work)} has a certificate of its own, which Telegram does not give back`,
      where,
      mend: t`name its file in certificate:`,
    });
}

/** `drop_pending_updates` is said, so that no default ever decides over what people wrote. An empty list is the default of Telegram. */
function fieldsOf(was: Info): Field[] {
  return [
    ["url", was.url],
    ["allowed_updates", JSON.stringify(was.allowed_updates ?? [])],
    ...(was.max_connections === undefined ? [] : [["max_connections", String(was.max_connections)] as const]),
    ["drop_pending_updates", "false"],
  ];
}

function sameWebhook(a: Info, b: Info): boolean {
  const told = ({
    url,
    has_custom_certificate: custom,
    max_connections: most = 40,
    allowed_updates: types = [],
  }: Info) => JSON.stringify([url, custom, most, types.toSorted()]);
  return told(a) === told(b);
}

function infoOf(result: unknown, where: string): Info {
  const { url, has_custom_certificate, pending_update_count, max_connections, allowed_updates } = (
    typeof result === "object" && result !== null ? result : {}
  ) as Partial<Info>;
  if (typeof url !== "string")
    throw new UserError({
      what: t`this is not what the Bot API says of a webhook`,
      where,
      mend: t`is base: the address of a Bot API?`,
    });
  return {
    url,
    has_custom_certificate: has_custom_certificate === true,
    pending_update_count: typeof pending_update_count === "number" ? pending_update_count : 0,
    ...(typeof max_connections === "number" ? { max_connections } : {}),
    ...(Array.isArray(allowed_updates) ? { allowed_updates: allowed_updates.map(String) } : {}),
  };
}

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description?: string;
      readonly parameters?: { readonly retry_after?: number };
    };
type Ask = (
  method: string,
  fields: readonly Field[],
  extra?: Pick<Webhook, "secretToken" | "certificate">,
) => Promise<unknown>;

const printFile = (file: string) => ["cat", "--", file];

/** What golive runs with sudo to read its key. */
export function webhookRights(work: Webhook, { envFile }: SettingsPlace): Right[] {
  return work.sudo && envFile !== undefined ? [{ as: "root", words: printFile(envFile) }] : [];
}

/** Calls the Bot API and waits as it says; what does not answer is asked again. All calls may be made twice. Errors hold no address and no key. */
function caller(host: Host, work: Webhook, { envFile, user }: SettingsPlace): Ask {
  const where = host.name;
  const asUser = work.sudo || user === undefined ? {} : { user };
  const printed = work.sudo ? ["sudo", "-n", ...printFile(envFile ?? "")] : [];
  const api = work.base.replace(/\/+$/, "");
  const once = async (
    method: string,
    fields: readonly Field[],
    extra: Pick<Webhook, "secretToken" | "certificate">,
  ): Promise<Answer | { readonly wait: number; readonly why: string }> => {
    const lines = [
      ...fields.map(([name, value]) => `form-string = "${escape(`${name}=${value}`)}"\n`),
      ...(extra.certificate === undefined ? [] : [`form = "certificate=@${escape(extra.certificate)}"\n`]),
    ];
    const call = [envFile ?? "", work.secret, extra.secretToken ?? "", String(work.within), api, method];
    const { stdout, timedOut } = await host.attempt(
      script(callBotApi, [...call, ...printed], {
        stdin: lines.join(""),
        timeoutSeconds: Math.ceil(work.within) + 15,
        label: `Telegram: ${method}`,
        ...asUser,
      }),
    );
    if (timedOut) return { wait: 1, why: t`no answer within ${work.within} s` };
    const found = readBotApi(stdout);
    if (found === null)
      throw new UserError({ what: t`curl could not be run`, where, mend: t`is it installed, and may golive run it?` });
    if ("problem" in found) throw new UserError(troubleOf(found.problem, found.setting, where));
    const { body, status, code } = found;
    if (code === "26")
      throw new UserError({
        what: t`the webhook's certificate cannot be read`,
        where,
        mend: t`see certificate: in the plan`,
      });
    if (code !== "0")
      return { wait: 1, why: code === "28" ? t`no answer within ${work.within} s` : t`no connection (curl ${code})` };
    const answer = parse(body);
    if (answer?.ok === false && answer.error_code === 429)
      return { wait: Math.max(1, answer.parameters?.retry_after ?? 1), why: t`asked too often` };
    if (answer === null || Number(status) >= 500) return { wait: 1, why: t`status ${status}` };
    return answer;
  };
  return async (method, fields, extra = {}) => {
    const until = Date.now() + work.timeout * 1000;
    for (;;) {
      const answer = await once(method, fields, extra);
      if ("wait" in answer) {
        if (Date.now() + answer.wait * 1000 < until) {
          await sleep(answer.wait * 1000);
          continue;
        }
        throw new UserError({
          what: t`Telegram does not do ${method}: ${answer.why}${answer.why === t`asked too often` ? t`, again in ${answer.wait} s` : ""}`,
          where,
          mend: t`nothing is lost: what comes meanwhile is kept by Telegram for a day. Try again`,
        });
      }
      if (answer.ok) return answer.result;
      if ([401, 404].includes(answer.error_code))
        throw new UserError({
          what: t`Telegram refuses the token in ${work.secret} (status ${answer.error_code})`,
          where,
          mend: t`put the bot's token into the settings file`,
        });
      // What a webhook's address is made of stays here.
      const said = redactOutput(answer.description ?? "", { lines: 1 });
      throw new UserError({
        what: t`Telegram does not do ${method}: status ${answer.error_code}${said === "" ? "" : `, ${said}`}`,
        where,
        mend: t`look at the bot's webhook by hand (getWebhookInfo)`,
      });
    }
  };
}

function parse(body: string): Answer | null {
  try {
    const answer = JSON.parse(body) as Answer | null;
    return typeof answer?.ok === "boolean" ? answer : null;
  } catch {
    return null;
  }
}

function escape(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text))
    throw new UserError({
      what: t`the webhook holds a control character, which curl cannot be told`,
      mend: t`set it anew by hand, without one`,
    });
  return curlText(text);
}

function troubleOf(problem: string, name: string, where: string): Problem {
  switch (problem) {
    case "missing":
      return { what: t`${name} is not in the settings file, or empty`, where, mend: t`see deploy.env-file` };
    case "shape":
      return {
        what: t`${name} has not the shape of such a key, so it was not sent`,
        where,
        mend: t`it is of letters, digits, : _ and -`,
      };
    case "file":
      return { what: t`the settings file cannot be read`, where, mend: t`see deploy.env-file and deploy.run-as` };
    case "printf":
      return {
        what: t`the shell there would show the key to others, so nothing was asked`,
        where,
        mend: t`use a shell whose printf is its own`,
      };
    default:
      return { what: t`${problem} is not installed`, where, mend: t`install it there` };
  }
}
