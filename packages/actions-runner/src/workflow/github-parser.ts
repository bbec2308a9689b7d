// GitHub's own parser for workflow and action files, made loadable in plain Node.

import { registerHooks } from "node:module";

// The package imports its JSON schemas without the attribute that Node asks for.
registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".json") || !url.includes("/@actions/workflow-parser/")) return next(url, context);
    return next(url, { ...context, importAttributes: { ...context.importAttributes, type: "json" } });
  },
});

// Imported only now: a static import would be loaded before the hook is in place.
export const {
  parseWorkflow,
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  isMapping,
  isSequence,
  isBasicExpression,
  isLiteral,
} = await import("@actions/workflow-parser");
export const { parseAction } = await import("@actions/workflow-parser/actions/action-parser");
export const { convertActionTemplate } = await import("@actions/workflow-parser/actions/action-template");
export const { ensureStatusFunction } = await import("@actions/workflow-parser/model/converter/if-condition");
export const { TemplateToken } = await import("@actions/workflow-parser/templates/tokens/template-token");
