import type { ApiAnswer } from "./call.ts";

const documentation = "https://docs.github.com/rest";

/** An answer of GitHub's own error form, thrown from wherever it is noticed. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly unknown[];

  constructor(status: number, message: string, errors: readonly unknown[] = []) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.errors = errors;
  }

  answer(): ApiAnswer {
    const body = {
      message: this.message,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
      documentation_url: documentation,
      status: String(this.status),
    };
    return { status: this.status, body };
  }
}

export function notFound(): ApiError {
  return new ApiError(404, "Not Found");
}

export function invalidField(resource: string, field: string, message: string): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource, code: "custom", field, message }]);
}
