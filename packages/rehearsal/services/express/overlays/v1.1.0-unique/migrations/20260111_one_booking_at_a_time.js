export async function up(knex) {
  await knex.schema.alterTable("bookings", (table) => table.unique(["starts_at"]));
}

export async function down(knex) {
  await knex.schema.alterTable("bookings", (table) => table.dropUnique(["starts_at"]));
}
