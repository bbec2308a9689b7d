/** A counter that is added or taken away: +http_requests_total{job="clinic"}. */
export interface Term {
  readonly sign: 1 | -1;
  /** A selector of PromQL, as it is written. */
  readonly selector: string;
}

const token =
  /\s*(?:([A-Za-z_:][A-Za-z0-9_:]*)|(\{(?:[^{}"'`]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)*\})|([-+(),])|(\d+(?:\.\d+)?))/y;

interface Token {
  readonly name?: string | undefined;
  readonly braces?: string | undefined;
  readonly sign?: string | undefined;
  readonly number?: string | undefined;
}

/**
 * The counters that an expression adds up: sum(a) - sum(b), sum by (x) (a), (sum(a) or vector(0)). Each can then be asked
 * for on its own, exporter by exporter; of a sum alone nobody can tell an exporter that started anew from one that was
 * not scraped for a moment. Null: it is more than a sum of counters.
 */
export function sumTerms(expression: string): readonly Term[] | null {
  const tokens = tokensOf(expression);
  if (tokens === null || tokens.length === 0) return null;
  const reader = new Reader(tokens);
  const terms = reader.expression();
  return terms !== null && reader.isAtEnd() && terms.length > 0 ? terms : null;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  const rest = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < rest.length) {
    const found = token.exec(rest);
    if (found === null) return null;
    const [, name, braces, sign, number] = found;
    tokens.push({ name, braces, sign, number });
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** One term after the other; what counts nothing (`or vector(0)`) is passed over. */
  expression(): Term[] | null {
    const all: Term[] = [];
    for (let sign: 1 | -1 = 1; ; ) {
      const terms = this.#term();
      if (terms === null) return null;
      all.push(...terms.map((one) => ({ ...one, sign: (one.sign * sign) as 1 | -1 })));
      if (!this.#orNothing()) return null;
      if (this.#take("+")) sign = 1;
      else if (this.#take("-")) sign = -1;
      else return all;
    }
  }

  #term(): Term[] | null {
    if (this.#take("(")) return this.#inParentheses();
    const { name, braces } = this.#next();
    if (name?.toLowerCase() === "sum") return this.#sum();
    if (braces !== undefined) return [{ sign: 1, selector: braces }];
    if (name === undefined || words.has(name.toLowerCase()) || this.#peek().sign === "(") return null;
    const matchers = this.#peek().braces;
    if (matchers !== undefined) this.#at++;
    return [{ sign: 1, selector: `${name}${matchers ?? ""}` }];
  }

  #inParentheses(): Term[] | null {
    const inside = this.expression();
    return inside !== null && this.#take(")") ? inside : null;
  }

  /** Its labels may stand before or behind what is added up. */
  #sum(): Term[] | null {
    if (!this.#labels() || !this.#take("(")) return null;
    const inside = this.#inParentheses();
    return inside !== null && this.#labels() ? inside : null;
  }

  /** by (a, b), without (a): how it is grouped changes no total. False: it is not whole. */
  #labels(): boolean {
    const word = this.#peek().name?.toLowerCase();
    if (word !== "by" && word !== "without") return true;
    this.#at++;
    return this.#listed();
  }

  #listed(): boolean {
    if (!this.#take("(")) return false;
    while (this.#peek().name !== undefined || this.#peek().sign === ",") this.#at++;
    return this.#take(")");
  }

  /** `or vector(0)`, `or on() vector(0)`. False: something else stands behind the `or`. */
  #orNothing(): boolean {
    while (this.#peek().name?.toLowerCase() === "or") {
      this.#at++;
      if (this.#peek().name?.toLowerCase() === "on") {
        this.#at++;
        if (!this.#listed()) return false;
      }
      if (this.#next().name?.toLowerCase() !== "vector" || !this.#take("(")) return false;
      if (Number(this.#next().number) !== 0 || !this.#take(")")) return false;
    }
    return true;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? {};
  }

  #next(): Token {
    const now = this.#peek();
    this.#at++;
    return now;
  }

  #take(sign: string): boolean {
    if (this.#peek().sign !== sign) return false;
    this.#at++;
    return true;
  }
}

/** Words of PromQL that no counter is called by here. */
const words = new Set([
  "and",
  "or",
  "unless",
  "on",
  "ignoring",
  "by",
  "without",
  "offset",
  "bool",
  "group_left",
  "group_right",
]);
