import { tryAll } from "./try-databases.ts";

await tryAll("database", "databases of the world are proved, counted and taken back");
