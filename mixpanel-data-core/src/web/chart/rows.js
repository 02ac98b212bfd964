/** Returns the numbers of a chart as columns and rows. */
export function numbers(chart) {
  switch (chart.kind) {
    case 'lines':
      return {columns: ['time', ...chart.series.map((s) => s.name)], rows: chart.times.map((time, i) => [time, ...chart.series.map((s) => s.values[i])])};
    case 'bars':
      return {columns: ['name', 'value', 'note'], rows: chart.bars.map((b) => [b.label, b.value, b.note])};
    case 'groups':
      return {columns: ['group', 'name', 'share', 'note'], rows: chart.groups.flatMap((g) => g.bars.map((b) => [g.label, b.label, b.value, b.note]))};
    case 'heatmap':
      return {columns: ['', ...chart.columns], rows: chart.rows.map((row, i) => [row, ...chart.columns.map((_, c) => chart.shares[i][c] ?? null)])};
    default:
      return {columns: ['step', 'from', 'to', 'value'], rows: chart.links.map((l) => [l.step, l.from, l.to, l.value])};
  }
}
