import { createEngine } from '@bihuan/core';
import { type Api, type ApiOptions, type District, createApi, publicLedgers } from '@bihuan/adapters/http';
import { type SqliteDatabase, sqliteStore } from '@bihuan/adapters/sqlite';
import { type DemoDistrict, demoDistrict } from './demo-district.ts';
import type { DistrictPlan } from './demo-manifest.ts';
import { Stopped, isLoaded, leaveUnplayed, loadDemo } from './load-demo.ts';
import { demoClock, realClock } from './server-clock.ts';
import { hasAccounts, settingsTable } from './server-tables.ts';
import type { Settings } from './settings.ts';
import { addAccounts } from './sqlite-sessions.ts';
import { StartFailure } from './start-failure.ts';
import { startTicking } from './ticking.ts';

/** What all districts of a server share. */
export interface Ground extends Pick<ApiOptions, 'sessions' | 'savedQueries' | 'signIn'> {
  readonly database: SqliteDatabase;
  readonly settings: Settings;
  /** Whether demos are played into this database. */
  readonly played: boolean;
  /** Everybody's password as it is kept. */
  readonly password: () => Promise<string>;
  readonly say: (line: string) => void;
}

/** A district of the server, from its plan to its API: it names itself at once and is loaded when its turn comes. */
export class RunningDistrict implements District {
  readonly id: string;
  readonly label: District['label'];
  api: Api | undefined;
  why: District['why'];
  logins: District['logins'] = [];
  publications: District['publications'] = [];
  #stopped = false;
  #ticking: { stop(): void } | undefined;

  constructor(private readonly plan: DistrictPlan, private readonly ground: Ground) {
    this.id = plan.id;
    this.label = plan.label;
  }

  /** Reads the method, plays the story where it has not been played, and opens the door. What stands against it is kept as a sentence. */
  async load(): Promise<void> {
    const { database, settings, say, played, password } = this.ground;
    try {
      if (this.#stopped) return;
      const district = demoDistrict(this.plan);
      if (!played) leaveUnplayed(database, this.id);
      if (!isLoaded(database, this.id)) {
        await loadDemo(database, settings.database, district, { password: await password(), stopped: () => this.#stopped, onFailure: (line) => say(`演示数据 · demo: ${line}`) });
      }
      if (!hasAccounts(database, this.id)) addAccounts(database, this.id, district.people, await password());
      if (!this.#stopped) this.#open(district);
    } catch (error) {
      if (error instanceof Stopped) return;
      this.why = error instanceof StartFailure ? error.text : { zh: `载入失败：${String(error)}`, en: `Loading failed: ${String(error)}` };
      say(`${this.id}: ${this.why.zh} · ${this.why.en}`);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#ticking?.stop();
  }

  #open(district: DemoDistrict): void {
    const { database, settings, say, sessions, savedQueries, signIn } = this.ground;
    const clock = settings.clock === 'real' ? realClock : demoClock(settingsTable(database, this.id), district.begins, district.rules.calendar);
    const engine = createEngine({ methods: [district.rules.method], store: sqliteStore(database, { keepOpen: true }), directory: district.directory, tenant: this.id });
    const ticking = startTicking(engine, clock.now, say);
    const { advance } = clock;
    this.#ticking = ticking;
    this.logins = district.logins;
    this.publications = publicLedgers(engine);
    this.api = createApi({
      engine, now: clock.now, sessions, savedQueries, signIn,
      demo: {
        logins: district.logins,
        ...(advance && { advance: async (by) => {
          advance(by);
          await ticking.now();
        } }),
      },
    });
  }
}
