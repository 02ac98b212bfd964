package dev.mixpaneldata.report.saved;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Retention curves as rows: one for each metric, segment, bucket and interval. */
record CurveTable(List<String> headers, List<RetentionCurve> curves) implements ReportTable {
  @Override
  public List<String> header() {
    List<String> header = new ArrayList<>(headers);
    header.addAll(List.of("date", "size", "interval", "count", "retention"));
    return List.copyOf(header);
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RetentionCurve curve : curves) {
      for (int i = 0; i < curve.counts().size(); i++) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(curve.metric());
        for (int level = 1; level < headers.size(); level++) {
          row.add(
              level <= curve.segment().size()
                  ? curve.segment().get(level - 1)
                  : SeriesTree.OVERALL);
        }
        row.add(curve.date());
        row.add(curve.size());
        row.add(i);
        row.add(curve.counts().get(i));
        row.add(i < curve.rates().size() ? curve.rates().get(i) : null);
        rows.add(row);
      }
    }
    return rows;
  }
}
