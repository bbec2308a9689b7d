// `pending`: a line for each migration that is not applied. `run`: applies them.
import { connect } from "../src/database.js";

const database = connect();
try {
  if (process.argv[2] === "run") await database.migrate.latest();
  else for (const { file } of (await database.migrate.list())[1]) console.log(file.replace(/\.js$/, ""));
} finally {
  await database.destroy();
}
