package dev.mixpaneldata.examples.pages;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.EventRow;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The project of all printed examples: a made-up shop in January 2026, at noon of its last day. */
final class Shop implements AutoCloseable {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final DateRange MONTH = new DateRange(LAST_DAY.minusDays(30), LAST_DAY);
  private static final String SCHEMA =
      """
      {"entityType": "event", "name": "Purchase", "schemaJson": {
        "description": "An order was paid",
        "properties": {
          "amount": {"type": "number", "description": "Price of the order in dollars"},
          "plan": {"type": "string"}}}}\
      """;

  private final Dataset dataset = Dataset.demo(LAST_DAY);
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .dataset(dataset)
          .clock(Clock.fixed(Instant.parse(LAST_DAY + "T12:00:00Z"), ZoneOffset.UTC))
          .funnel(SavedFunnel.of(7509, "Checkout", "Sign Up", "Add to Cart", "Purchase"))
          .insights(
              new SavedInsights(
                  4001,
                  "Purchases",
                  SegmentationRequest.of("Purchase", DateRange.of("2026-01-05", "2026-01-07"))))
          .flows(SavedFlows.of(4002, "After signing up", "Sign Up", MONTH))
          .cohort(1000, buyers(3))
          .schema(SCHEMA)
          .metric(
              """
              {"id": 9, "name": "Sales", "type": "metric", "description": "Orders that were paid",
               "verified": true, "definition": {
                 "behavior": {"type": "event", "name": "Purchase"},
                 "measurement": {"math": "total"}}}""")
          .businessContext("A shop for outdoor goods. An order counts when it is paid.")
          .jql((script, params) -> eventsByName())
          .start();

  /** A workspace of the library on it, keeping its things in this folder. */
  Workspace open(Path folder) {
    return Workspace.builder()
        .credentials(
            Credentials.of(
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                Region.US))
        .baseUrl(mixpanel.origin().toString())
        .dataDirectory(folder)
        .open();
  }

  /** The environment of {@code mp} on it, keeping its things in this folder. */
  Map<String, String> environment(Path folder) {
    return Map.of(
        "MP_API_BASE_URL", mixpanel.origin().toString(),
        "MP_USERNAME", mixpanel.username(),
        "MP_SECRET", mixpanel.secret(),
        "MP_PROJECT_ID", Long.toString(mixpanel.projectId()),
        "MP_CONFIG_PATH", folder.resolve("config.toml").toString(),
        "MP_DATA_DIR", folder.toString(),
        "NO_COLOR", "1");
  }

  private Set<String> buyers(int count) {
    return dataset.expectedRows().stream()
        .filter(row -> row.event().equals("Purchase") && !row.distinctId().isEmpty())
        .map(EventRow::distinctId)
        .sorted()
        .distinct()
        .limit(count)
        .collect(Collectors.toSet());
  }

  /** What the script of the page on JQL gives; there is no JavaScript here to run it. */
  private String eventsByName() {
    Map<String, Long> counts =
        dataset.expectedRows().stream()
            .collect(Collectors.groupingBy(EventRow::event, TreeMap::new, Collectors.counting()));
    List<String> groups =
        counts.entrySet().stream()
            .filter(e -> List.of("Add to Cart", "Purchase", "Sign Up").contains(e.getKey()))
            .map(e -> "{\"key\": [\"" + e.getKey() + "\"], \"value\": " + e.getValue() + "}")
            .toList();
    return "[" + String.join(", ", groups) + "]";
  }

  @Override
  public void close() {
    mixpanel.close();
  }
}
