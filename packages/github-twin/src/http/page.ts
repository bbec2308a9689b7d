import type { Call } from "./call.ts";

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts a list as `per_page` and `page` ask and says in `Link` where the rest is. */
export function page<T>(call: Call, all: readonly T[], apiUrl: string): Page<T> {
  const size = Math.min(Math.max(Number(call.search.get("per_page") ?? 30), 1), 100);
  const number = Math.max(Number(call.search.get("page") ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const to = (n: number, rel: string): string => {
    const search = new URLSearchParams(call.search);
    search.set("page", String(n));
    return `<${apiUrl}${call.path}?${search.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [to(number - 1, "prev")] : []),
    ...(number < last ? [to(number + 1, "next"), to(last, "last")] : []),
    ...(number > 1 ? [to(1, "first")] : []),
  ];
  return {
    items: all.slice((number - 1) * size, number * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}
