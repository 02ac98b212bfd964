package dev.mixpaneldata.bridge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingTest {
  @TempDir private Path folder;

  @Test
  void answersTheSampleQuestionsOfAmplitude() {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      Connection connection = connect(vendor, "amplitude", "100001");

      Answer retention = Asking.ask(connection, "Which segment has the highest 7-day retention?");
      assertThat(retention.columns()).contains("segment", "day 7");
      assertThat(retention.text())
          .contains("has the highest day 7")
          .contains("does not say by which property, so plan was taken");
      assertThat(retention.chart()).containsInstanceOf(Chart.Bars.class);

      Answer engagement =
          Asking.ask(connection, "Compare engagement between paid and organic users");
      assertThat(engagement.columns()).containsExactly("time", "paid", "organic");
      assertThat(engagement.chart()).containsInstanceOf(Chart.Lines.class);
      assertThat(engagement.arguments().text()).contains("\"groupBy\":[\"acquisition\"]");

      Answer funnel = Asking.ask(connection, "Show conversion in the activation funnel");
      assertThat(funnel.text()).contains("go all the way").contains("names no steps");
      assertThat(funnel.rows()).hasSize(3);
    }
  }

  @Test
  void answersQuestionsOnEventsFunnelsAndRetentionOfMixpanel() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel", "3018488");

      Answer counts = Asking.ask(connection, "Sign Up by country in the last 14 days");
      assertThat(counts.tool()).isEqualTo("Run-Query");
      assertThat(counts.arguments().text())
          .contains("\"project_id\":3018488", "\"eventName\":\"Sign Up\"", "\"value\":14");
      assertThat(counts.columns()).contains("time", "Sign Up", "DE", "US");
      assertThat(counts.rows()).hasSize(14);

      Answer funnel = Asking.ask(connection, "What is the conversion from Search to Purchase?");
      assertThat(funnel.rows()).extracting(row -> row.get(0)).containsExactly("Search", "Purchase");

      Answer retention = Asking.ask(connection, "Retention of Sign Up per plan");
      assertThat(retention.rows()).extracting(row -> row.get(0)).containsExactly("free", "premium");
    }
  }

  private Connection connect(FakeVendor vendor, String id, String project) {
    Connection connection =
        new Connections(folder, Map.of(), Clock.systemUTC())
            .connect(
                ConnectRequest.vendor(id, id, Optional.empty()).at(vendor.url()),
                Optional.of(new FollowingAgent()));
    connection.useProject(project);
    return connection;
  }
}
