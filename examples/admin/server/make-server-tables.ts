import { setTimeout } from 'node:timers/promises';
import { type Kysely, type Migration, Migrator, type TableMetadata } from 'kysely';
import type { Connection } from './connection.ts';

const migrationTable = 'server_migrations';
const mostLooks = 6;

/** Makes the server's tables, or brings them up to date. */
export async function makeServerTables({ queries, schema, tableEnd, longText }: Pick<Connection, 'queries' | 'schema' | 'tableEnd' | 'longText'>): Promise<void> {
  const migrator = new Migrator({
    db: queries, provider: { getMigrations: async () => migrationsIn(tableEnd, longText) },
    migrationTableName: migrationTable, migrationLockTableName: `${migrationTable}_lock`, ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  // SQLite has no lock for it: where another server has just made some of the tables, they are found at the next look.
  for (let looks = 1; ; looks++) {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (looks === mostLooks) throw error;
    await setTimeout(50 * looks);
  }
}

/** The history of the server's tables: a change is a further entry, never an edit. Each may be met half done, as MySQL undoes no change of a table. */
const migrationsIn = (end: Connection['tableEnd'], longText: Connection['longText']): Readonly<Record<string, Migration>> => ({
  '0001-accounts': {
    async up({ schema }: Kysely<unknown>) {
      await schema.createTable('server_settings').ifNotExists()
        .addColumn('name', name, (column) => column.primaryKey().notNull()).addColumn('value', 'text', notNull).modifyEnd(end).execute();
      await schema.createTable('server_accounts').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('username', name, notNull).addColumn('person', name, notNull).addColumn('password', 'text', notNull)
        .addPrimaryKeyConstraint('server_accounts_key', ['tenant', 'username']).modifyEnd(end).execute();
      await schema.createTable('server_sessions').ifNotExists()
        .addColumn('id', name, (column) => column.primaryKey().notNull()).addColumn('tenant', name, notNull).addColumn('username', name, notNull).addColumn('person', name, notNull)
        .addColumn('started', 'double precision', notNull).addColumn('seen', 'double precision', notNull).modifyEnd(end).execute();
      await schema.createTable('server_attempts').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('username', name, notNull).addColumn('count', 'integer', notNull).addColumn('last', 'double precision', notNull)
        .addPrimaryKeyConstraint('server_attempts_key', ['tenant', 'username']).modifyEnd(end).execute();
      await schema.createTable('server_saved_queries').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('person', name, notNull).addColumn('id', name, notNull).addColumn('label', 'text', notNull).addColumn('resource', name, notNull)
        .addColumn('value', 'text', notNull).addColumn('created', 'double precision', notNull)
        .addPrimaryKeyConstraint('server_saved_queries_key', ['tenant', 'person', 'id']).modifyEnd(end).execute();
    },
  },
  '0002-intake': {
    async up({ schema }: Kysely<unknown>) {
      await schema.createTable('server_intake').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('case_id', name, notNull).addColumn('unit', name, notNull).addColumn('at', 'double precision', notNull)
        .addPrimaryKeyConstraint('server_intake_key', ['tenant', 'id']).modifyEnd(end).execute();
    },
  },
  '0003-studio': {
    async up({ schema }: Kysely<unknown>) {
      await schema.createTable('server_methods').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('version', name, notNull).addColumn('text', longText, notNull).addColumn('at', 'double precision', notNull).addColumn('by', name, notNull)
        .addPrimaryKeyConstraint('server_methods_key', ['tenant', 'version']).modifyEnd(end).execute();
      await schema.createTable('server_drafts').ifNotExists()
        .addColumn('tenant', name, (column) => column.primaryKey().notNull()).addColumn('text', longText, notNull).addColumn('revision', 'integer', notNull)
        .addColumn('at', 'double precision', notNull).addColumn('by', name, notNull).modifyEnd(end).execute();
    },
  },
  '0002-administrators': {
    async up({ schema }: Kysely<unknown>) {
      for (const flag of ['administrator', 'off']) await addColumn(schema, 'server_accounts', flag);
    },
  },
  '0004-people': {
    async up({ schema }: Kysely<unknown>) {
      const lasting = <T extends { addColumn(column: string, type: 'varchar(10)'): T; addColumn(column: string, type: 'integer', build: typeof notNull): T }>(table: T): T =>
        table.addColumn('starts', 'varchar(10)').addColumn('ends', 'varchar(10)').addColumn('place', 'integer', notNull);
      await lasting(schema.createTable('server_units').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('zh', 'text', notNull).addColumn('en', 'text', notNull).addColumn('level', name, notNull).addColumn('parent', name))
        .addPrimaryKeyConstraint('server_units_key', ['tenant', 'id']).modifyEnd(end).execute();
      await lasting(schema.createTable('server_posts').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('role', name, notNull).addColumn('unit', name, notNull).addColumn('person', name, notNull))
        .addPrimaryKeyConstraint('server_posts_key', ['tenant', 'id']).modifyEnd(end).execute();
      await schema.createTable('server_people').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('person', name, notNull).addColumn('name', 'text', notNull).addColumn('place', 'integer', notNull)
        .addPrimaryKeyConstraint('server_people_key', ['tenant', 'person']).modifyEnd(end).execute();
      await schema.createTable('server_audit').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('seq', 'integer', notNull).addColumn('at', 'double precision', notNull).addColumn('person', name, notNull).addColumn('what', name, notNull)
        .addColumn('body', 'text', notNull).addColumn('hash', name, notNull).addPrimaryKeyConstraint('server_audit_key', ['tenant', 'seq']).modifyEnd(end).execute();
      await schema.createTable('server_audit_heads').ifNotExists()
        .addColumn('tenant', name, (column) => column.primaryKey().notNull()).addColumn('seq', 'integer', notNull).addColumn('hash', name, notNull).modifyEnd(end).execute();
      await schema.createTable('server_logins').ifNotExists()
        .addColumn('tenant', name, notNull).addColumn('id', name, notNull).addColumn('at', 'double precision', notNull).addColumn('username', name, notNull).addColumn('person', name)
        .addColumn('result', name, notNull).addPrimaryKeyConstraint('server_logins_key', ['tenant', 'id']).modifyEnd(end).execute();
    },
  },
});

/** Adds a number that is 0 in the rows that are there; where MySQL was broken off after it, it is there already. */
async function addColumn(schema: Kysely<unknown>['schema'], table: string, column: string): Promise<void> {
  try {
    await schema.alterTable(table).addColumn(column, 'integer', (each) => each.notNull().defaultTo(0)).execute();
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error && error.errno === 1060)) throw error;
  }
}

const name = 'varchar(191)';
const notNull = <T extends { notNull(): T }>(column: T): T => column.notNull();

/** Whose database it is, by the tables that lie in it. */
export interface Contents {
  /** Made by this server. */
  readonly ours: boolean;
  /** By this server, when a server had but one district. */
  readonly ofOneDistrict: boolean;
  /** Cases have been loaded, by this server or by `bihuan load`. */
  readonly cases: boolean;
  readonly empty: boolean;
}

/** Looks at what lies in a database, without touching it. */
export async function contentsOf({ queries, schema }: Pick<Connection, 'queries' | 'schema'>): Promise<Contents> {
  const tables = (await queries.introspection.getTables()).filter((table) => schema === undefined || table.schema === schema);
  const find = (wanted: string): TableMetadata | undefined => tables.find((table) => table.name === wanted);
  const accounts = find('server_accounts');
  return {
    ours: find('server_settings') !== undefined || find(migrationTable) !== undefined,
    ofOneDistrict: accounts !== undefined && !accounts.columns.some((column) => column.name === 'tenant'),
    cases: find('bihuan_cases') !== undefined,
    empty: tables.length === 0,
  };
}
