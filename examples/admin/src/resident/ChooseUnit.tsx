/** @jsxImportSource preact */
import { said, texts } from './look.ts';
import { pathOf } from './place.ts';
import type { IntakeInfo } from './wire.ts';

/** For who came without a code: the units that have one. */
export function ChooseUnit({ district, units }: { readonly district: string; readonly units: IntakeInfo['units'] }) {
  return (
    <>
      <h1>{texts().choose}</h1>
      <ul class="list">{units.map(({ name, label, above }) => <li key={name}><a class="row" href={pathOf({ district, unit: name })}>{said(label)} <small>{said(above)}</small></a></li>)}</ul>
    </>
  );
}
