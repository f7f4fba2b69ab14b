import type { Generated } from 'kysely';

/** What the server keeps beside the cases: settings, and of each district (tenant) accounts, sessions, failed attempts, saved queries. Times are epoch ms. */
export interface ServerTables {
  server_settings: { name: string; value: string };
  /** `administrator` and `off`: 1 for yes. */
  server_accounts: { tenant: string; username: string; person: string; password: string; administrator: Generated<number>; off: Generated<number> };
  server_sessions: { id: string; tenant: string; username: string; person: string; started: number; seen: number };
  server_attempts: { tenant: string; username: string; count: number; last: number };
  server_saved_queries: { tenant: string; person: string; id: string; label: string; resource: string; value: string; created: number };
  /** Versions of the method that were published in the studio, and the one draft. */
  server_methods: { tenant: string; version: string; text: string; at: number; by: string };
  server_drafts: { tenant: string; text: string; revision: number; at: number; by: string };
  /** Of residents: which code, by its digest, opens which case. */
  server_intake: { tenant: string; id: string; case_id: string; unit: string; at: number };
}
