package dev.mixpaneldata.mcp;

import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.SampleEntities;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The testkit's shop with everything that a tool may ask for. */
final class Shop {
  private Shop() {}

  static FakeMixpanel open(LocalDate from, LocalDate to, int users) {
    return open(Dataset.builder().users(users).from(from).to(to).build(), from, to);
  }

  static FakeMixpanel open(Dataset data, LocalDate from, LocalDate to) {
    FakeMixpanel mixpanel =
        SampleEntities.addTo(FakeMixpanel.builder())
            .dataset(data)
            .clock(TestingClock.CLOCK)
            .projectId(123456)
            .cohort(1000, Set.of("nobody"))
            .funnel(
                SavedFunnel.of(
                    Examples.FUNNEL,
                    "Signup to purchase",
                    "Sign Up",
                    "Onboarding Complete",
                    "Add to Cart",
                    "Purchase"))
            .insights(
                new SavedInsights(
                    Examples.INSIGHTS,
                    "Purchases",
                    SegmentationRequest.of("Purchase", new DateRange(from, to))))
            .schema(
                "{\"entityType\":\"event\",\"name\":\"Purchase\",\"schemaJson\":{\"description\":\"Paid\"}}")
            .metric(
                "{\"id\":9,\"name\":\"Sales\",\"type\":\"metric\",\"definition\":{\"behavior\":{\"type\":"
                    + "\"event\",\"name\":\"Purchase\"},\"measurement\":{\"math\":\"total\"}}}")
            .behavior(
                "{\"id\":5,\"name\":\"Buying\",\"type\":\"simple\",\"definition\":{\"type\":\"event\","
                    + "\"name\":\"Purchase\"}}")
            .businessContext("A shop")
            .jql((script, params) -> "[1]")
            .start();
    // Two endpoints that the testkit has not.
    stub(
        mixpanel,
        "/arb_funnels",
        "{\"computed_at\":\"2026-10-15T00:00:00\",\"steps\":[],\"breakdowns\":[],\"overallConversionRate\":0.5}");
    stub(
        mixpanel,
        "/engage/stats",
        "{\"results\":12,\"status\":\"ok\",\"computed_at\":\"2026-10-15\"}");
    return mixpanel;
  }

  private static void stub(FakeMixpanel mixpanel, String path, String body) {
    mixpanel
        .faults()
        .always(
            request -> request.path().endsWith(path),
            Fault.status(200, body, Map.of("Content-Type", "application/json")));
  }
}
