export async function up(knex) {
  await knex.schema.alterTable("bookings", (table) => table.timestamp("ends_at"));
  await knex.raw("UPDATE bookings SET ends_at = starts_at + minutes * interval '1 minute'");
  await knex.schema.alterTable("bookings", (table) => table.dropNullable("ends_at"));
}

export async function down(knex) {
  await knex.schema.alterTable("bookings", (table) => table.dropColumn("ends_at"));
}
