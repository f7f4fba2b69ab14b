import { Box } from '@mui/material';
import { useGetIdentity, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { useDistricts } from '../login/use-districts.ts';
import type { CaseLine, Explanation, Session, TimelineLine } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';
import { PaperAsks, PaperChecklist, PaperClocks, PaperFacts, PaperRecords, PaperTimeline } from './PaperParts.tsx';
import { type PaperForm, signers } from './paper-forms.ts';
import { paperStyle } from './paper-style.ts';

interface PaperSheetProps {
  readonly form: PaperForm;
  readonly row: CaseLine;
  readonly explanation: Explanation;
  readonly lines: readonly TimelineLine[];
}

/** 交办单: what is to be done by when, and what is missing until it may end. 办结单: what was done, what was answered, and how it ended. */
export function PaperSheet({ form, row, explanation, lines }: PaperSheetProps) {
  const translate = useTranslate();
  const words = useWords();
  const identity = useGetIdentity().data as Session | undefined;
  const district = useDistricts()?.find(({ id }) => id === identity?.district);
  return (
    <Box component="article" aria-label={translate(`bihuan.paper.${form}`)} data-paper={form} sx={paperStyle}>
      <header>
        <p>{words(district?.label)}</p>
        <h2>{translate(`bihuan.paper.${form}`)}</h2>
        <p className="number">{translate('bihuan.list.id')} {row.id}</p>
      </header>
      <PaperFacts row={row} explanation={explanation} />
      <PaperClocks explanation={explanation} />
      <PaperAsks explanation={explanation} />
      {form === 'closing' && <PaperRecords explanation={explanation} />}
      <PaperChecklist explanation={explanation} />
      {form === 'closing' && <PaperTimeline lines={lines} />}
      <table className="signatures"><tbody><tr>{signers[form].map((signer) => <td key={signer}>{translate(`bihuan.paper.${signer}`)}</td>)}</tr></tbody></table>
      <footer>
        {[translate('bihuan.paper.printed', { at: whenText(explanation.at), who: identity?.fullName ?? '' }), explanation.personal.held && !explanation.personal.shown && translate('bihuan.paper.masked')].filter(Boolean).join(' · ')}
      </footer>
    </Box>
  );
}
