import { fields, type Handler, type Handlers } from "../http/call.ts";
import type { Repository } from "../repository/repository.ts";

/** What emulate answers well by itself. All else it does not keep, or keeps apart from git and runs. */
const operations = [
  "issues/get",
  "issues/list-for-repo",
  "issues/list-comments",
  "issues/get-comment",
  "issues/list-labels-for-repo",
  "issues/get-label",
  "issues/create-label",
  "issues/update-label",
  "issues/delete-label",
  "issues/list-labels-on-issue",
  "issues/add-labels",
  "issues/set-labels",
  "issues/remove-label",
  "issues/remove-all-labels",
  "issues/lock",
  "issues/unlock",
  "issues/add-assignees",
  "issues/remove-assignees",
  "issues/create-milestone",
  "issues/get-milestone",
  "issues/list-milestones",
  "issues/update-milestone",
  "users/get-by-username",
  "users/get-authenticated",
];

export function forwardHandlers(repository: Repository): Handlers {
  const forward: Handler = async (call) => {
    const search = call.search.toString();
    const answer = await repository.send(
      call.who.login,
      call.method,
      `${call.path}${search === "" ? "" : `?${search}`}`,
      call.body,
    );
    // The one status that emulate has wrong.
    if (call.operation === "issues/add-assignees" && answer.status === 200) return { ...answer, status: 201 };
    if (answer.status < 400) return answer;
    return {
      ...answer,
      body: {
        documentation_url: "https://docs.github.com/rest",
        status: String(answer.status),
        ...fields(answer.body),
      },
    };
  };
  return Object.fromEntries(operations.map((operation) => [operation, forward]));
}
