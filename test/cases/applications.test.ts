import { tryAll } from "./try-databases.ts";

await tryAll("applications", "databases of public applications are proved, counted and taken back");
