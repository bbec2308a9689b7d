// GitHub around one repository: the twin, the runner, and people who press its buttons.

import type { GithubOptions } from "./github-options.ts";
import { type Dispatch, startTwin, type Twin, type TwinEvent, type TwinUser } from "@golive/github-twin";
import type { LaunchOptions, Launched } from "../launch-options.ts";
import { launcher } from "../run-launch.ts";
import { type Api, starter } from "./start-run.ts";

export type { GithubOptions, GithubSettings } from "./github-options.ts";

export interface GithubWorld {
  readonly twin: Twin;
  launch(options: LaunchOptions): Promise<Launched>;
  /** Somebody comments on an issue; then what GitHub starts upon it runs, and what that starts. `meanwhile` comes in between. */
  comment(login: string, issue: number, body: string, meanwhile?: (id: number) => Promise<void>): Promise<Heard>;
  readonly api: Api;
  stop(): Promise<void>;
}

export interface Heard {
  readonly id: number;
  readonly approve: Launched;
  readonly started: readonly Launched[];
}

export async function startGithub(options: GithubOptions): Promise<GithubWorld> {
  const { repository, origin, people, environments } = options;
  const path = `/repos/${repository}`;
  const twin = await startTwin({
    repository,
    gitDirectory: origin,
    users: people,
    environments,
    ...(options.repositorySecrets === undefined ? {} : { repositorySecrets: options.repositorySecrets }),
    ...options.github,
  });
  const api = apiOf(twin, people);
  let said: TwinEvent | null = null;
  let dispatches: Dispatch[] = [];
  twin.onEvent((event) => {
    if (event.name === "issue_comment" && event.action === "created") said = event;
  });
  twin.onDispatch((dispatch) => {
    dispatches.push(dispatch);
    return undefined;
  });

  const press = async (login: string, workflow: string, body: object): Promise<Dispatch> => {
    await api(login, "POST", `${path}/actions/workflows/${workflow}/dispatches`, body);
    const pressed = dispatches.pop();
    if (pressed === undefined) throw new Error("the twin told no dispatch");
    return pressed;
  };
  const launch = launcher(options, twin, api, starter(options, twin, api, press));

  return {
    twin,
    api,
    launch,
    async comment(login, issue, body, meanwhile) {
      const { id } = (await api(login, "POST", `${path}/issues/${issue}/comments`, { body })) as { id: number };
      const event = said;
      if (event === null) throw new Error("the twin told no comment");
      await meanwhile?.(id);
      dispatches = [];
      const approve = await launch({ tag: "", workflow: "approve.yml", actor: login, event });
      const started: Launched[] = [];
      for (const { workflow, actor, ref, inputs } of dispatches) {
        const { tag = "", ...rest } = inputs;
        const chosen = ref.replace(/^refs\/(heads|tags)\//, "");
        started.push(await launch({ tag, workflow, actor, inputs: rest, ref: chosen }));
      }
      return { id, approve, started };
    },
    stop: () => twin.close(),
  };
}

function apiOf(twin: Twin, people: readonly TwinUser[]): Api {
  return async (login, method, path, body) => {
    const token = people.find((one) => one.login === login)?.token ?? "";
    const answer = await fetch(`${twin.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
}
