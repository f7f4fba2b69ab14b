const dayMs = 86_400_000;
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Names of the last periods of a kind up to a day, the newest first, as the API writes them: `2024-W27`, `2024-Q3`, `2024-H2`, `2024`. */
export function periodsBack(today: string, kind: 'week' | 'quarter' | 'half-year' | 'year', count: number): string[] {
  const found: string[] = [];
  for (let day = at(today); found.length < count; day = new Date(day.getTime() - dayMs)) {
    const name = nameOf(day, kind);
    if (found.at(-1) !== name) found.push(name);
  }
  return found;
}

function nameOf(day: Date, kind: 'week' | 'quarter' | 'half-year' | 'year'): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
  switch (kind) {
    case 'week': return weekName(day);
    case 'quarter': return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year': return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year': return String(year);
  }
}

/** ISO 8601: a week is of the year in which its Thursday lies. */
function weekName(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * dayMs);
  const year = thursday.getUTCFullYear();
  return `${year}-W${String(Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1).padStart(2, '0')}`;
}
