import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { plain } from "./names.ts";

export const takenNames = defineLook<{ readonly name: string }>({
  kind: "taken",
  asked: "server",
  sql: `SELECT json_build_object('kind', 'taken', 'name', datname)
FROM pg_database WHERE datname IN (SELECT json_array_elements_text(:'names')) ORDER BY datname;
`,
  problems: (rows) =>
    rows.map(({ name }) => ({
      code: "db-name-taken",
      what: t`a database ${plain(name)} is there already, and the launch needs its name`,
      mend: t`it is what an earlier launch kept; look at it, then rename or drop it yourself`,
    })),
});
