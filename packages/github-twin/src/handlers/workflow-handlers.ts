import { ApiError, notFound } from "../http/api-error.ts";
import { fields, ok, param, type Call, type Handlers } from "../http/call.ts";
import type { GitRepository } from "../repository/git-repository.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";
import type { Dispatch } from "../twin-interface.ts";
import { workflowAt, workflowId, workflowsAt, type WorkflowFile } from "../runs/workflows.ts";

export type Dispatched = (dispatch: Dispatch) => number | undefined;

/** The inputs as the workflow will see them, or what GitHub says against them. */
function inputsOf(workflow: WorkflowFile, sent: Readonly<Record<string, unknown>>): Record<string, string> {
  const declared = fields(workflow.dispatch?.inputs);
  const unexpected = Object.keys(sent).filter((name) => !(name in declared));
  if (unexpected.length > 0) throw new ApiError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const inputs: Record<string, string> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const { required, default: preset, type, options } = fields(declaration);
    const value = sent[name] ?? preset ?? (type === "boolean" ? "false" : "");
    if (required === true && value === "") throw new ApiError(422, `Required input '${name}' not provided`);
    if (type === "choice" && Array.isArray(options) && value !== "" && !options.map(String).includes(String(value)))
      throw new ApiError(
        422,
        `Provided value '${String(value)}' for input '${name}' not in the list of allowed values`,
      );
    inputs[name] = String(value);
  }
  return inputs;
}

export function workflowHandlers(repository: Repository, git: GitRepository, dispatched: Dispatched): Handlers {
  const document = (workflow: WorkflowFile) => {
    const id = workflowId(workflow.file);
    return {
      id,
      node_id: Buffer.from(`W:${id}`).toString("base64url"),
      name: workflow.name,
      path: `.github/workflows/${workflow.file}`,
      state: "active",
      created_at: repository.document.created_at,
      updated_at: repository.document.created_at,
      url: `${repository.apiUrl}${repository.path}/actions/workflows/${id}`,
      html_url: `${repository.apiUrl}/${repository.name}/blob/HEAD/.github/workflows/${workflow.file}`,
      badge_url: `${repository.apiUrl}/${repository.name}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
    };
  };
  const onDefaultBranch = async (): Promise<string> => {
    const sha = await git.commitOf(await git.defaultBranch());
    if (sha === null) throw notFound();
    return sha;
  };
  const named = async (call: Call): Promise<WorkflowFile> => {
    const found = await workflowAt(git, await onDefaultBranch(), param(call, "workflow_id"));
    if (found === undefined) throw notFound();
    return found;
  };

  return {
    async "actions/list-repo-workflows"(call) {
      const all = await workflowsAt(git, await onDefaultBranch());
      const { items, headers } = page(call, all, repository.apiUrl);
      return { status: 200, body: { total_count: all.length, workflows: items.map(document) }, headers };
    },

    "actions/get-workflow": async (call) => ok(document(await named(call))),

    async "actions/create-workflow-dispatch"(call) {
      const { file } = await named(call);
      const body = fields(call.body);
      const ref = String(body.ref);
      // A commit is no place to run a workflow from: only a branch or a tag is.
      const names = [ref, `refs/heads/${ref}`, `refs/tags/${ref}`];
      const known = (await git.refs("refs/")).find((one) => names.includes(one.ref));
      const sha = known === undefined ? null : await git.commitOf(known.ref);
      if (sha === null) throw new ApiError(422, `No ref found for: ${ref}`);
      const workflow = await workflowAt(git, sha, file);
      if (workflow === undefined || workflow.dispatch === null)
        throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger");
      const inputs = inputsOf(workflow, fields(body.inputs));
      const id = dispatched({ workflow: file, ref: known?.ref ?? ref, sha, inputs, actor: call.who.login });
      if (body.return_run_details !== true || typeof id !== "number") return { status: 204 };
      return ok({
        workflow_run_id: id,
        run_url: `${repository.apiUrl}${repository.path}/actions/runs/${id}`,
        html_url: `${repository.apiUrl}/${repository.name}/actions/runs/${id}`,
      });
    },
  };
}
