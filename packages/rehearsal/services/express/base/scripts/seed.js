// Fills an empty database with synthetic clients, bookings and notes: the same ones every time.
import { connect } from "../src/database.js";

const [clients = "200"] = process.argv.slice(2);
const zones = ["Europe/Moscow", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok"];
const database = connect();
let state = 20260105;
const below = (limit) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
};
const hex = (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join("");
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
const person = (number) => ({
  code: `C-${String(number).padStart(6, "0")}`,
  name: `Client ${number}`,
  email: `client${number}@example.invalid`,
  time_zone: zones[number % zones.length],
});
const booking = ({ id }) => ({
  uuid: uuid(),
  client_id: id,
  starts_at: new Date(Date.UTC(2026, 0, 5 + below(300), 6 + below(12))),
  minutes: [50, 50, 80][below(3)],
});

try {
  if ((await database("clients").first()) === undefined)
    await database.transaction(async (to) => {
      const account = { code: "T-000001", name: "Synthetic account", email: "smoke@example.invalid", synthetic: true };
      await to("clients").insert(account);
      const people = Array.from({ length: Number(clients) }, (_, index) => person(index + 1));
      const made = await to.batchInsert("clients", people, 500).returning("id");
      await to.batchInsert(
        "bookings",
        made.flatMap((one) => Array.from({ length: 1 + below(5) }, () => booking(one))),
        500,
      );
    });
} finally {
  await database.destroy();
}
