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
  /** The directory of a district: units, posts and people with their days; what is open on a side is null. `place`: the order in which they came. */
  server_units: { tenant: string; id: string; zh: string; en: string; level: string; parent: string | null; starts: string | null; ends: string | null; place: number };
  server_posts: { tenant: string; id: string; role: string; unit: string; person: string; starts: string | null; ends: string | null; place: number };
  server_people: { tenant: string; person: string; name: string; place: number };
  /** What administrators did, chained; how far the chain goes lies apart, so that a cut end shows. */
  server_audit: { tenant: string; seq: number; at: number; person: string; what: string; body: string; hash: string };
  server_audit_heads: { tenant: string; seq: number; hash: string };
  server_logins: { tenant: string; id: string; at: number; username: string; person: string | null; result: string };
  /** Of residents: which code, by its digest, opens which case. */
  server_intake: { tenant: string; id: string; case_id: string; unit: string; at: number };
}
