/**
 * In English and as PostgreSQL's own translation has it in Russian (its ru.po, version 15). What stands in braces is told
 * only when it is known; `any` never.
 */
export type ServerMessage = readonly [english: string, russian?: string];
