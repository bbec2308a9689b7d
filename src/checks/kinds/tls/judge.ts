import { t } from "../../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../../core/verdict.ts";
import { isPage, type PageMark } from "../../../hosts/requests/probe.ts";
import { certificateProblems, differing, lifeText } from "./certificate.ts";
import type { Failed, TlsSight } from "./look.ts";
import type { Renewal } from "./renewal.ts";
import type { TlsCheck } from "./schema.ts";

const bad = (what: string): Told => ({ verdict: "fail", what });
const unknown = (what: string): Told => ({ verdict: "error", what });

/** A check with its name written out. */
type NamedCheck = TlsCheck & { readonly name: string };

export interface TlsFacts {
  readonly sights: readonly TlsSight[];
  readonly renewal: Renewal;
  readonly now: number;
  /** How the maintenance page is told from the site. */
  readonly page: PageMark;
}

/** What only warns, a renewal that is due, is said in the evidence of a pass. */
export function judgeTls(check: NamedCheck, { sights, renewal, now, page }: TlsFacts): Judgement {
  const told = sights.flatMap((sight) =>
    [...ofHandshake(check, sight, now), ...ofRedirect(sight, page)].map(({ verdict, what }) => ({
      verdict,
      what: `${sight.address}: ${what}`,
    })),
  );
  const all: Told[] = [...told, ...differing(check, sights), ...(renewal?.problem ? [renewal.problem] : [])];
  if (all.length > 0) return together(all);
  const life = lifeText(sights, now);
  if (life === null) return { verdict: "inconclusive", evidence: t`no address was asked` };
  const protocols = [
    ...new Set(sights.flatMap(({ shown }) => ("protocol" in shown ? [shown.protocol] : []))),
  ].toSorted();
  return {
    verdict: "pass",
    evidence: [
      life,
      t`${sights.length} address${sights.length === 1 ? "" : "es"}, ${protocols.join(t` and `)}`,
      ...(check.redirect ? [t`http leads to https`] : []),
      ...(renewal === null ? [] : [t`${renewal.timer} is active`]),
    ].join("; "),
  };
}

function ofHandshake(check: NamedCheck, { shown, older }: TlsSight, now: number): readonly Told[] {
  if ("error" in shown) return [noHandshake(check, shown, older)];
  const told = [...certificateProblems(check, shown, now)];
  if (older === null)
    told.push({
      verdict: "inconclusive",
      what: t`whether it still takes less than ${check.protocol} is not known: no answer`,
    });
  else if (older !== false) told.push(bad(t`still takes ${older}, older than ${check.protocol}`));
  return told;
}

function noHandshake({ protocol }: TlsCheck, { code, error }: Failed, older: TlsSight["older"]): Told {
  if (code === "late") return unknown(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return unknown(t`the name has no address`);
  if (code === "ECONNREFUSED") return bad(t`connection refused`);
  if (older) return bad(t`speaks ${older} only, older than ${protocol}`);
  return bad(t`no TLS connection comes about (${code === "" ? error : code})`);
}

function ofRedirect({ plain }: TlsSight, page: PageMark): readonly Told[] {
  if (plain === undefined) return [];
  if (plain.status === 0)
    return [plain.late === true ? unknown(`http: ${plain.error}`) : bad(t`http: no answer (${plain.error})`)];
  if (isPage(plain, page))
    return [{ verdict: "inconclusive", what: t`http shows the maintenance page, so where it leads is not known` }];
  if (![301, 302, 303, 307, 308].includes(plain.status))
    return [bad(t`http answers ${plain.status} and does not lead to https`)];
  return /^https:\/\//i.test(plain.headers.location ?? "") ? [] : [bad(t`http leads elsewhere than to https`)];
}
