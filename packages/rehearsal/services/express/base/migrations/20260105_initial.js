export async function up(knex) {
  await knex.schema.createTable("clients", (table) => {
    table.bigIncrements("id");
    table.string("code", 16).notNullable().unique();
    table.string("name", 80).notNullable();
    table.string("email").notNullable();
    table.string("time_zone", 40).notNullable().defaultTo("Europe/Moscow");
    table.boolean("synthetic").notNullable().defaultTo(false);
  });
  await knex.schema.createTable("bookings", (table) => {
    table.uuid("uuid").primary();
    table.bigInteger("client_id").notNullable().references("clients.id").index();
    table.timestamp("starts_at").notNullable();
    table.smallint("minutes").notNullable().defaultTo(50);
    table.timestamp("created_at").notNullable().defaultTo(knex.fn.now());
  });
  await knex.schema.createTable("reminders", (table) => {
    table.uuid("booking").primary();
    table.timestamp("written_at").notNullable().defaultTo(knex.fn.now());
  });
}

export async function down(knex) {
  await knex.schema.dropTable("reminders").dropTable("bookings").dropTable("clients");
}
