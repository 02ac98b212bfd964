package dev.mixpaneldata.report.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a report as rows. */
interface ReportTable {
  List<String> header();

  List<List<@Nullable Object>> cells();
}
