import { t } from "../../core/text/text.ts";
import { type AccessContext, failed, type Probed, unknown } from "../access.ts";

export function troubleOf(problem: string, name: string, { host }: AccessContext): Probed {
  switch (problem) {
    case "missing":
      return failed(t`${name} is not in the settings file`);
    case "empty":
      return failed(t`${name} is empty in the settings file`);
    case "control":
      return failed(t`${name} holds a control character, so it was not sent`);
    case "colon":
      return failed(t`${name} holds a colon, which a login cannot`);
    case "shape":
      return failed(t`${name} has not the shape of such a token, so it was not sent`);
    case "file":
      return unknown(t`the settings file cannot be read`);
    case "printf":
      return unknown(t`the shell on ${host.name} would show the key to others, so nothing was asked`);
    default:
      return unknown(t`${problem} is not installed on ${host.name}`);
  }
}

export function late(within: number): string {
  return t`no answer within ${within} s`;
}

export function curlTrouble(code: number, within: number): string {
  switch (code) {
    case 2:
    case 4:
    case 26:
      return t`curl is too old for this (for s3: 7.75 or newer)`;
    case 5:
      return t`the proxy's name has no address`;
    case 6:
      return t`the name has no address (DNS)`;
    case 7:
      return t`no connection: refused, or no way there`;
    case 28:
      return late(within);
    case 8:
      return t`not the answer of such a service`;
    case 35:
      return t`no TLS connection comes about`;
    case 51:
    case 60:
      return t`its certificate is not trusted`;
    case 64:
      return t`it offers no TLS`;
    case 16:
    case 18:
    case 52:
    case 55:
    case 56:
    case 92:
      return t`the connection broke before an answer came`;
    default:
      return t`curl ended with ${code} before an answer came`;
  }
}
