/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { ChooseUnit } from './ChooseUnit.tsx';
import { Mine } from './Mine.tsx';
import { ProgressPage } from './ProgressPage.tsx';
import { PublishedPage } from './PublishedPage.tsx';
import { ReportPage } from './ReportPage.tsx';
import { TopBar } from './TopBar.tsx';
import { ask } from './api.ts';
import { waiting } from './drafts.ts';
import { applyLook, texts } from './look.ts';
import type { Place } from './place.ts';
import { type Sent, sendAll } from './sending.ts';
import { Trouble } from './Trouble.tsx';
import { useAnswer } from './use-answer.ts';
import type { IntakeInfo } from './wire.ts';

const everyMs = 10_000;

/** The residents' page. Which part is shown stands behind the `#`; what waits to be sent is sent whenever there is a line. */
export function App({ place }: { readonly place: Place }) {
  const [hash, setHash] = useState(location.hash);
  const [, look] = useState(0);
  const [came, setCame] = useState<{ readonly code: string; readonly sent: Sent }>();
  const info = useAnswer(() => ask<IntakeInfo>(place.district, '/intake'), [place.district]);

  useEffect(() => {
    applyLook();
    const onHash = () => { setHash(location.hash); scrollTo(0, 0); };
    const onLine = () => {
      void sendAll((report, sent) => {
        setCame({ code: report.body.code, sent });
        if (sent.was === 'taken') location.hash = `#/report/${encodeURIComponent(sent.id)}`;
      });
    };
    addEventListener('hashchange', onHash);
    addEventListener('online', onLine);
    const timer = setInterval(() => { if (waiting().length > 0) onLine(); }, everyMs);
    onLine();
    return () => { removeEventListener('hashchange', onHash); removeEventListener('online', onLine); clearInterval(timer); };
  }, []);

  const [, part = '', name = ''] = hash.split('/').map(decodeURIComponent);
  const t = texts();
  const phone = info.value?.phone;
  return (
    <>
      <TopBar part={part} district={info.value?.label} onLook={() => look((n) => n + 1)} />
      <main>
        {part === 'mine' ? <Mine district={place.district} />
          : part === 'report' ? <ProgressPage key={name} district={place.district} id={name} />
            : part === 'public' ? <PublishedPage key={name} district={place.district} name={name} published={info.value?.publications} />
              : place.unit === undefined ? (info.value ? <ChooseUnit district={place.district} units={info.value.units} /> : <Trouble answer={info} />)
                : <ReportPage key={place.unit} district={place.district} unit={place.unit} keeps={info.value?.keeps} came={came} />}
      </main>
      {phone !== undefined && <footer>{t.call} <a href={`tel:${phone}`}>{phone}</a></footer>}
    </>
  );
}
