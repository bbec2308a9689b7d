/** No transaction: what ran before the error stays. */
export const config = { transaction: false };

export async function up(knex) {
  await knex.schema.alterTable("bookings", (table) => table.timestamp("ends_at"));
  await knex.raw("UPDATE bookings SET ends_at = starts_at + length * interval '1 minute'");
}

export async function down(knex) {
  await knex.schema.alterTable("bookings", (table) => table.dropColumn("ends_at"));
}
