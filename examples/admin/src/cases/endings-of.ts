import type { ExplainedEnding, Explanation } from '../providers/wire.ts';

/** The endings to which an action of this kind of case leads; where none is led to by an action, all. */
export function endingsOf({ endings, actions }: Explanation): readonly ExplainedEnding[] {
  const own = new Set(actions.filter(({ issues }) => !issues.some(({ code }) => code === 'action.wrong-kind')).map(({ ends }) => ends));
  const led = endings.filter(({ name }) => own.has(name));
  return led.length > 0 ? led : endings;
}
