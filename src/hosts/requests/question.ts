/** A key in a settings file on the host that asks. Only that host ever reads it. */
export interface Login {
  readonly file: string;
  /** Name of the setting. */
  readonly secret: string;
  /** With it the key is a password (basic); without, it stands behind `prefix` in the header. */
  readonly user?: string | undefined;
  readonly header: string;
  readonly prefix: string;
  /** Who may read the file. */
  readonly as?: string | undefined;
}

export interface Question {
  readonly url: string;
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly within: number;
  /** HOST:PORT to connect to instead of where the URL's name leads; a host can do that, the runner does not. */
  readonly address?: string | undefined;
  /** The answer's headers stand before its body; the same. */
  readonly include?: boolean;
  readonly login?: Login | undefined;
}

export interface Answered {
  /** 0: no answer, `error` says why. */
  readonly status: number;
  readonly body: string;
  readonly seconds: number;
  readonly error?: string;
  /** Nothing was asked at all: what is missing is ours, not the other side's. */
  readonly unasked?: boolean;
}

/** Of an answer nobody reads more than this. */
export const mostBytes = 8 << 20;
