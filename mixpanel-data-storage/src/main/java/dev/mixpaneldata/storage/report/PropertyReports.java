package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.value.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the values of properties and the events on which they are set. */
final class PropertyReports {
  /** The order of values of one count: false, true, numbers, texts, structures, null. */
  private static final String KIND =
      "CASE WHEN json IS NULL THEN 5 WHEN json IN ('true', 'false') THEN 1"
          + " WHEN json < '#' THEN 3 WHEN json >= '[' THEN 4 ELSE 2 END";

  /** Texts without their quotes and escapes, as these come before and after other characters. */
  private static final String PLAIN =
      "CASE WHEN json < '#' THEN json_extract_string(json, '$') ELSE json END";

  private final ReportContext session;

  PropertyReports(ReportContext session) {
    this.session = session;
  }

  DistributionResult run(DistributionRequest request) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    String json = session.compiler(rows).json(Expression.property(request.propertyName()));
    Select base = session.passing(rows, session.events(event, request.range()));
    Select counted =
        Select.from(ReportContext.ROWS).column(json, "json").column("count(*)", "n").groupBy("1");
    List<DistributionResult.ValueCount> values = new ArrayList<>();
    long[] total = new long[1];
    Select part =
        Select.from("counted")
            .with(ReportContext.ROWS, base)
            .with("counted", counted)
            .columns(List.of("json", "n"));
    Select added =
        Select.from(Sharded.ROWS).column("json", "json").column("sum(n)", "n").groupBy("json");
    session.run(
        Sharded.of(
            largest(part.reading("counted"), request.limit()),
            part,
            largest(Select.from("counted").with("counted", added), request.limit())),
        row -> {
          total[0] = row.getLong("total");
          values.add(
              DistributionResult.ValueCount.of(
                  value(row.getString("json")), row.getLong("n"), total[0]));
        });
    return new DistributionResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        total[0],
        values,
        Optional.empty());
  }

  private static Select largest(Select counted, int limit) {
    return counted
        .column("json", "json")
        .column("n", "n")
        .column("sum(n) OVER ()", "total")
        .orderBy("n DESC", KIND, "TRY_CAST(json AS DOUBLE)", PLAIN)
        .limit(limit);
  }

  private static @Nullable Object value(@Nullable String json) {
    if (json == null) {
      return null;
    }
    return switch (json.charAt(0)) {
      case '[', '{' -> new Json(json);
      case '"' -> JsonText.parse(json).orElse("");
      case 't', 'f' -> Boolean.valueOf(json);
      default -> number(Double.parseDouble(json));
    };
  }

  /**
   * Returns a number as a double, or as a Long if it is whole, in whichever form it was written.
   */
  private static Object number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 0x1p63;
    return whole ? (Object) (long) number : (Object) number;
  }

  CoverageResult run(CoverageRequest request) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    ExpressionCompiler compiler = session.compiler(rows);
    Select query = Select.from(ReportContext.ROWS).column("count(*)", "n");
    for (String property : request.properties()) {
      String set = compiler.hasValue(Expression.property(property));
      query.column("count(*) FILTER (WHERE " + set + ")", "n" + query.width());
    }
    query.with(ReportContext.ROWS, session.passing(rows, session.events(event, request.range())));
    long[] total = new long[1];
    Map<String, Long> defined = new HashMap<>();
    session.run(
        Sharded.added(query, false, List.of(), query.names()),
        row -> {
          total[0] = row.getLong(1);
          for (int i = 0; i < request.properties().size(); i++) {
            defined.put(request.properties().get(i), row.getLong(i + 2));
          }
        });
    return CoverageResult.of(request, total[0], defined, Optional.empty());
  }
}
