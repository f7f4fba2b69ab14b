/** What the server keeps beside the cases: settings, and of each district (tenant) accounts, sessions, failed attempts, saved queries. Times are epoch ms. */
export interface ServerTables {
  server_settings: { name: string; value: string };
  server_accounts: { tenant: string; username: string; person: string; password: string };
  server_sessions: { id: string; tenant: string; username: string; person: string; started: number; seen: number };
  server_attempts: { tenant: string; username: string; count: number; last: number };
  server_saved_queries: { tenant: string; person: string; id: string; label: string; resource: string; value: string; created: number };
}
