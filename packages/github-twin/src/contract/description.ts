import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export interface OpenApiSchema {
  readonly [key: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: OpenApiSchema;
  readonly "x-multi-segment"?: boolean;
}

export interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: OpenApiSchema }>>;
}

interface Reference {
  readonly $ref: string;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema?: OpenApiSchema }>>;
  };
  readonly responses: Readonly<Record<string, Response | Reference>>;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

let loaded: Description | undefined;

/**
 * GitHub's published description. The form with references is a sixth of the size of the
 * dereferenced one and parses in about 0.15 s, so nothing is cached on disk.
 */
export function description(): Description {
  if (loaded === undefined) {
    const file = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
    loaded = JSON.parse(readFileSync(file, "utf8")) as Description;
  }
  return loaded;
}

export function component(name: string, kind: string): unknown {
  return description().components[kind]?.[name];
}

/** Follows one `$ref`: parameters and answers refer to components, never further. */
export function follow<T extends object>(value: T | Reference): T {
  if (!("$ref" in value)) return value;
  const [kind = "", name = ""] = String(value.$ref).split("/").slice(-2);
  return component(name, kind) as T;
}
