import { Box } from '@mui/material';
import type { Metric } from '../providers/wire.ts';
import { MetricTile } from './MetricTile.tsx';

const grid = (least: string) => ({ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: `repeat(auto-fit, minmax(${least}, 1fr))` } });
const isMadeUp = ({ groups }: Metric) => groups !== undefined && groups.length > 0;

/** Plain figures side by side, then those that are made up of others, which need the room; each in the board's order. */
export function MetricGrid({ metrics }: { readonly metrics: readonly Metric[] }) {
  const [plain, madeUp] = [metrics.filter((metric) => !isMadeUp(metric)), metrics.filter(isMadeUp)];
  return (
    <>
      <Box sx={grid('13rem')}>{plain.map((metric) => <MetricTile key={metric.name} metric={metric} />)}</Box>
      {madeUp.length > 0 && <Box sx={{ ...grid('22rem'), mt: plain.length > 0 ? 2 : 0, '& > *': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>{madeUp.map((metric) => <MetricTile key={metric.name} metric={metric} />)}</Box>}
    </>
  );
}
