package dev.mixpaneldata.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.bridge.ask.Answer;
import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of such bridges ask, from the question to the page in a browser. */
class SampleQuestionsTest {
  private static final List<String> OF_AMPLITUDE =
      List.of(
          "Which segment has the highest 7-day retention?",
          "Compare engagement between paid and organic users",
          "Show conversion in the activation funnel");

  private static final List<String> OF_MIXPANEL =
      List.of(
          "Sign Up by country in the last 14 days",
          "What is the conversion from Search to Purchase?",
          "Retention of Sign Up per plan");

  @TempDir private Path folder;

  @Test
  void areAnsweredWithChartsPinnedAskedAgainAndShown() throws Exception {
    try (FakeVendor amplitude = FakeVendor.amplitude();
        FakeVendor mixpanel = FakeVendor.mixpanel()) {
      pin(connect("product", "amplitude", amplitude, "100001"), OF_AMPLITUDE);
      pin(connect("work", "mixpanel", mixpanel, "3018488"), OF_MIXPANEL);
      int before = amplitude.calls().size() + mixpanel.calls().size();

      Board board = boards().refresh("samples", Optional.empty(), answers());

      assertThat(amplitude.calls().size() + mixpanel.calls().size()).isEqualTo(before + 6);
      assertThat(board.pins()).hasSize(6).allMatch(pin -> pin.failure().isEmpty());
      assertThat(board.pins()).allMatch(pin -> !pin.answer().text().isEmpty());
      Path page = Files.writeString(folder.resolve("samples.html"), BoardPage.of(board));
      String dom = new Chromium(folder).dom(page);
      assertThat(dom.split("<svg", -1)).hasSize(7);
      assertThat(dom.split("<table>", -1)).hasSize(7);
      assertThat(dom)
          .contains("Retention after Sign Up by plan", "organic", "From Search to Purchase")
          .contains("has the highest day 7", "go all the way");
    }
  }

  private void pin(Connection connection, List<String> questions) {
    try (connection) {
      for (String question : questions) {
        Answer answer = Asking.ask(connection, question);
        assertThat(answer.rows()).as(question).isNotEmpty();
        assertThat(answer.chart()).as(question).isPresent();
        Question asked =
            Question.words(connection.info().name(), Asking.plan(connection, question));
        Pin pin = boards().pin("samples", asked, Optional.empty(), answers());
        assertThat(pin.answer().rows()).hasSameSizeAs(answer.rows());
      }
    }
  }

  private Connection connect(String name, String id, FakeVendor vendor, String project) {
    Connection connection =
        connections()
            .connect(
                ConnectRequest.vendor(name, id, Optional.empty()).at(vendor.url()),
                Optional.of(new FollowingAgent()));
    connection.useProject(project);
    return connection;
  }

  private Boards boards() {
    return new Boards(folder.resolve("boards"));
  }

  private Answers answers() {
    return new Answers(
        () -> {
          throw new IllegalStateException("No workspace is asked");
        },
        this::connections,
        Clock.systemUTC());
  }

  private Connections connections() {
    return new Connections(folder.resolve("connections"), Map.of(), Clock.systemUTC());
  }
}
