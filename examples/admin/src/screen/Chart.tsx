import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type ComposeOption, init, use as register } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { Box } from '@mui/material';
import { useEffect, useRef } from 'react';

register([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | PieSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

/** A drawing of figures that stand beside it as text too, so it says nothing to who cannot see it. Patterns tell its parts apart, not colour alone. */
export function Chart({ option, height }: { readonly option: ChartOption; readonly height: number | string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(box.current!, undefined, { renderer: 'svg' });
    chart.setOption({ animation: false, aria: { enabled: true, decal: { show: true } }, ...option });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <Box ref={box} aria-hidden sx={{ width: '100%', height, minHeight: 0 }} />;
}
