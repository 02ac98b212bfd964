package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityFeedResultTest {
  @Test
  void aNoteSaysHowManyEventsAreLeftOut() {
    var cut =
        new ActivityFeedResult(
            List.of("u"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            true,
            1234,
            Optional.empty());
    assertThat(cut.notes())
        .containsExactly(
            "These are the latest 0 of 1,234 events;"
                + " set the limit to 0 for all, or choose fewer days.");
  }
}
