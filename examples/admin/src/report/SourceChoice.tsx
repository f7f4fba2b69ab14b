import { Box, ButtonBase, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { Opening } from '../providers/wire.ts';

/** One entry for each source and way in that the person may use; the way in is named where a source has several. */
export function SourceChoice({ openings, onChoose }: { readonly openings: readonly Opening[]; readonly onChoose: (opening: Opening) => void }) {
  const translate = useTranslate();
  const [cases, entries] = [openings.filter(({ register }) => !register), openings.filter(({ register }) => register)];
  return (
    <>
      {cases.length > 0 && <Ways openings={cases} onChoose={onChoose} />}
      {entries.length > 0 && <Typography variant="h3" sx={{ color: 'text.secondary', mt: cases.length > 0 ? 2 : 0, mb: 1 }}>{translate('bihuan.report.registers')}</Typography>}
      {entries.length > 0 && <Ways openings={entries} onChoose={onChoose} />}
    </>
  );
}

function Ways({ openings, onChoose }: { readonly openings: readonly Opening[]; readonly onChoose: (opening: Opening) => void }) {
  const words = useWords();
  const several = new Set(openings.map(({ kind, action }) => `${kind} ${action}`)).size > 1;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))' }}>
      {openings.map((opening) => (
        <li key={`${opening.kind} ${opening.action} ${opening.source.name}`}>
          <ButtonBase data-source={opening.source.name} onClick={() => onChoose(opening)} sx={{ width: '100%', minHeight: 56, px: 2, py: 1, border: 1, borderColor: 'divider', borderRadius: 1, justifyContent: 'flex-start', textAlign: 'left', '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' } }}>
            <Box>
              <Typography sx={{ fontWeight: 600 }}>{words(opening.source.label) || words(opening.label)}</Typography>
              {several && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words(opening.label)}</Typography>}
            </Box>
          </ButtonBase>
        </li>
      ))}
    </Box>
  );
}
