package dev.mixpaneldata.cli.ui;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.cli.demo.DemoProject;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.ui.UiOptions;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables and the board with which the demo begins. */
final class DemoBoard {
  private DemoBoard() {}

  static void fill(DemoProject project, UiOptions options) {
    DateRange month = project.month();
    project.workspace().fetch().events(FetchEvents.of("events", month));
    project.workspace().fetch().profiles(FetchProfiles.of("profiles"));
    String from = month.from().toString();
    String to = month.to().toString();
    pin(
        options,
        "Purchases by platform",
        "segmentation",
        Map.of("event", "Purchase", "on", "$os", "from_date", from, "to_date", to));
    pin(
        options,
        "From sign-up to purchase",
        "funnel",
        Map.of(
            "steps",
            List.of("Sign Up", "Onboarding Complete", "Purchase"),
            "from_date",
            from,
            "to_date",
            to));
    pin(
        options,
        "Who comes back",
        "retention",
        Map.of(
            "born_event",
            "Sign Up",
            "return_event",
            "App Opened",
            "from_date",
            from,
            "to_date",
            to));
    pin(
        options,
        "After sign-up",
        "event_paths",
        Map.of("event", "Sign Up", "from_date", from, "to_date", to));
  }

  private static void pin(
      UiOptions options, String title, String report, Map<String, Object> arguments) {
    options
        .boards()
        .pin(
            "growth",
            new Question.OfOperation(
                report, arguments, Map.of("source", "auto"), Optional.empty(), Optional.empty()),
            Optional.of(title),
            options.answers());
  }
}
