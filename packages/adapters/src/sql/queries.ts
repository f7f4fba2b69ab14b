import {
  DummyDriver, Kysely, OperationNodeTransformer, TableNode, sql, type CompiledQuery, type KyselyPlugin, type PluginTransformQueryArgs, type PluginTransformResultArgs, type QueryId, type QueryResult,
  type RawBuilder, type RootOperationNode, type UnknownRow,
} from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Cell, Statement } from './statement.ts';
import { isTable, type Place, type Tables } from './tables.ts';

/** Gives the tables of a statement the names that they have in the host's database. */
class Placing extends OperationNodeTransformer implements KyselyPlugin {
  readonly #place: Place;
  constructor(place: Place) {
    super();
    this.#place = place;
  }
  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    const { name } = node.table.identifier;
    if (node.table.schema || !isTable(name)) return super.transformTable(node, queryId);
    const { schema, prefix } = this.#place;
    return schema === undefined ? TableNode.create(prefix + name) : TableNode.createWithSchema(schema, prefix + name);
  }
  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode { return this.transformNode(node, queryId); }
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> { return result; }
}

/** The query builder of a dialect. It only builds; what it built is run by the adapter. */
export function queriesIn(dialect: Dialect, place: Place): Kysely<Tables> {
  const plugin = new Placing(place);
  return new Kysely<Tables>({ dialect: { ...dialect.kysely, createDriver: () => new DummyDriver() }, plugins: [plugin] });
}

/** Stands in a statement for a cell that is given when it runs. */
class Slot {
  readonly row: number;
  readonly column: string;
  constructor(row: number, column: string) {
    this.row = row;
    this.column = column;
  }
}
type Slots<K extends string> = Readonly<Record<K, RawBuilder<never>>>;
type Cells<K extends string> = Readonly<Record<K, Cell>>;

/** Builds statements over one place in one dialect; those of every command are compiled once for each number of rows. */
export class Statements {
  readonly dialect: Dialect;
  readonly #queries: Kysely<Tables>;
  constructor(dialect: Dialect, place: Place) {
    this.dialect = dialect;
    this.#queries = queriesIn(dialect, place);
  }

  /** A statement that is built for one use. */
  build(query: RawBuilder<unknown>): Statement {
    const { sql: text, parameters } = query.compile(this.#queries);
    return { sql: text, parameters: parameters as readonly Cell[], hot: false };
  }

  /** A statement of few shapes over rows of cells: compiled once for each number of rows. */
  hot<K extends string>(columns: readonly K[], build: (rows: readonly Slots<K>[]) => RawBuilder<unknown>): (rows: readonly Cells<K>[]) => Statement {
    const shapes: (CompiledQuery | undefined)[] = [];
    return (rows) => {
      const { sql: text, parameters } = shapes[rows.length] ??= build(rows.map((_, i) => slotsOf(columns, i))).compile(this.#queries);
      const cells = new Array<Cell>(parameters.length);
      for (let i = 0; i < cells.length; i++) {
        const each = parameters[i];
        cells[i] = each instanceof Slot ? rows[each.row]![each.column as K] : each as Cell;
      }
      return { sql: text, parameters: cells, hot: true };
    };
  }

  /** An insert of however many rows, in as few statements as can be kept prepared. */
  insert<T extends keyof Tables, K extends keyof Tables[T] & string>(table: T, columns: readonly K[], end: RawBuilder<unknown> = sql``): (rows: readonly Cells<K>[]) => readonly Statement[] {
    const hot = this.hot(columns, (rows) => sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`))} ${end}`);
    return (rows) => stretches(rows).map(hot);
  }
}

const slotsOf = <K extends string>(columns: readonly K[], row: number): Slots<K> =>
  Object.fromEntries(columns.map((name) => [name, sql`${new Slot(row, name)}`])) as unknown as Slots<K>;

/** Cuts rows into stretches of 64, of 8, and a rest: few sizes, so few shapes of a statement. */
export function stretches<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const cut: (readonly T[])[] = [];
  for (let from = 0; from < rows.length;) {
    const left = rows.length - from;
    const size = left >= 64 ? 64 : left > 8 ? left - left % 8 : left;
    cut.push(rows.slice(from, from += size));
  }
  return cut;
}
