import { type EngineOptions, createEngine } from '@bihuan/core';
import { type Api, type ApiOptions, type AuditPort, type ChangeBus, type District, type IntakeOptions, createApi, publicLedgers } from '@bihuan/adapters/http';
import { type FileStore, storeWithFiles } from '@bihuan/adapters/files';
import { type DemoDistrict, demoDistrict, peopleOf } from './demo-district.ts';
import type { DistrictPlan } from './demo-manifest.ts';
import { Stopped, isLoaded, leaveUnplayed, loadDemo } from './load-demo.ts';
import { keptAudit } from './kept-audit.ts';
import { type KeptDirectory, keptDirectory } from './kept-directory.ts';
import { keptPeople, startDirectory } from './kept-people.ts';
import { accountsOf, hasAccounts } from './kept-sessions.ts';
import { type KeptStudio, keptStudio } from './kept-studio.ts';
import { methodFiles, publishedMethods, scenariosOf } from './method-files.ts';
import type { ServerDatabase } from './open-database.ts';
import { type ServerClock, demoClock, realClock } from './server-clock.ts';
import { settingsTable } from './settings-table.ts';
import type { Settings } from './settings.ts';
import { StartFailure } from './start-failure.ts';
import { startSweepingFiles } from './sweep-files.ts';
import { startTicking } from './ticking.ts';

/** How often it is looked whether another process has published a version. */
const lookEveryMs = 5_000;

/** What all districts of a server share. */
export interface Ground extends Pick<ApiOptions, 'sessions' | 'savedQueries' | 'signIn'> {
  readonly changes: ChangeBus;
  readonly intake: Pick<IntakeOptions, 'port' | 'address' | 'limits'>;
  readonly database: ServerDatabase;
  readonly settings: Settings;
  readonly files?: FileStore;
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
  /** How many published versions the engine has. */
  #versions = 0;
  #ticking: { stop(): void } | undefined;
  #sweeping: { stop(): void } | undefined;
  #looking: NodeJS.Timeout | undefined;
  readonly #studio: KeptStudio;
  readonly #directory: KeptDirectory;
  readonly #audit: AuditPort;

  constructor(private readonly plan: DistrictPlan, private readonly ground: Ground) {
    this.id = plan.id;
    this.label = plan.label;
    this.#studio = keptStudio(ground.database.queries, plan.id);
    this.#directory = keptDirectory(ground.database, plan.id);
    this.#audit = keptAudit(ground.database);
  }

  /** Reads the method, plays the story where it has not been played, and opens the door. What stands against it is kept as a sentence. */
  async load(): Promise<void> {
    const { database, files, say, password } = this.ground;
    try {
      if (this.#stopped) return;
      const district = demoDistrict(this.plan);
      if (!database.played) await leaveUnplayed(database, this.id);
      if (!await isLoaded(database, this.id)) {
        await loadDemo(database, district, { password: await password(), stopped: () => this.#stopped, onFailure: (line) => say(`演示数据 · demo: ${line}`) });
      }
      if (!await hasAccounts(database.queries, this.id)) await database.together([accountsOf(database.queries, this.id, district.people, await password(), [district.administrator.username])]);
      const clock = this.ground.settings.clock === 'real' ? realClock : await demoClock(settingsTable(database.queries, this.id), district.begins, district.rules.calendar);
      await startDirectory(database, this.id, peopleOf(district), district.administrator.username, Date.now());
      await this.#open(district, clock);
      this.#look(district, clock);
      if (files && !this.#stopped) this.#sweeping = startSweepingFiles(files, this.id, say);
    } catch (error) {
      if (error instanceof Stopped) return;
      this.why = error instanceof StartFailure ? error.text : { zh: `载入失败：${String(error)}`, en: `Loading failed: ${String(error)}` };
      say(`${this.id}: ${this.why.zh} · ${this.why.en}`);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#ticking?.stop();
    this.#sweeping?.stop();
    clearInterval(this.#looking);
  }

  /** Opens anew when a version has been published elsewhere. */
  #look(district: DemoDistrict, clock: ServerClock): void {
    this.#looking = setInterval(() => {
      this.#studio.versions().then(({ length }) => (length === this.#versions ? undefined : this.#open(district, clock))).catch((error: unknown) => this.ground.say(`${this.id}: ${String(error)}`));
    }, lookEveryMs);
    this.#looking.unref();
  }

  /** Makes the engine of all versions, and its API; requests under way finish on the one before. */
  async #open(district: DemoDistrict, clock: ServerClock): Promise<void> {
    const { database, files, say, sessions, savedQueries, signIn, intake, changes } = this.ground;
    const published = await publishedMethods(this.#studio);
    if (this.#stopped) return;
    const options = { methods: [district.rules.method, ...published], store: files ? storeWithFiles(database.store, files) : database.store, directory: this.#directory, tenant: this.id } satisfies EngineOptions;
    const engine = createEngine(options);
    this.#ticking?.stop();
    this.#versions = published.length;
    const ticking = startTicking(engine, clock.now, say, () => changes.tell(this.id, 'cases'));
    const { advance } = clock;
    this.#ticking = ticking;
    const logins = [...district.logins, district.administrator];
    this.logins = logins;
    this.publications = publicLedgers(engine);
    this.api = createApi({
      engine, now: clock.now, sessions, savedQueries, signIn, changes, ...(this.plan.intake && { intake: { ...this.plan.intake, ...intake } }),
      ...(files && { files }), people: keptPeople(database, () => this.#directory.forget()), audit: this.#audit,
      studio: {
        ...this.#studio, ...scenariosOf(this.plan.method), files: methodFiles(),
        publish: async (version) => {
          const kept = await this.#studio.publish(version);
          if (kept) await this.#audit.add(this.id, version.by, Date.now(), { what: 'method.publish', about: version.version, detail: {} });
          return kept;
        },
        published: () => this.#open(district, clock),
        engineWith: (candidate) => createEngine({ ...options, methods: [...options.methods, candidate] }),
      },
      demo: {
        logins,
        ...(advance && { advance: async (by) => {
          await advance(by);
          await ticking.now();
        } }),
      },
    });
  }
}
