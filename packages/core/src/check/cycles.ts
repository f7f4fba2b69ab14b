/** Names that lead back to themselves, each circle once, in the order in which it runs. */
export function cyclesOf(names: Iterable<string>, next: (name: string) => readonly string[]): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) return void cycles.push(path.slice(start));
    if (done.has(name)) return;
    for (const other of next(name)) visit(other, [...path, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
  return cycles;
}
