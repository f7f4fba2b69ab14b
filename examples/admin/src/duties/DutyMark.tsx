import { useTranslate } from 'react-admin';
import { LightMark } from '../cases/LightMark.tsx';
import { dutyState } from './duty-state.ts';

interface DutyMarkProps { readonly count: number; readonly min: number; readonly max?: number | undefined; readonly met: boolean; readonly over: boolean }

/** Met or not: by icon and word, never by colour alone. */
export function DutyMark(props: DutyMarkProps) {
  const translate = useTranslate();
  const { light, word } = dutyState(props);
  return <LightMark light={light} word={translate(`bihuan.duty.${word}`, { n: props.min - props.count })} />;
}
