package dev.mixpaneldata.examples;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.value.DateRange;

/** Fetches a month of events and asks SQL for the busiest ones. */
public final class QuickStart {
  private QuickStart() {}

  public static void main(String[] arguments) {
    try (Workspace workspace = Workspace.open()) {
      run(workspace);
    }
  }

  static void run(Workspace workspace) {
    // tag::quickstart[]
    FetchResult january =
        workspace
            .fetch()
            .events(FetchEvents.of("january", DateRange.of("2026-01-01", "2026-01-31")));
    System.out.println(january.rows() + " events");

    workspace
        .sql("SELECT event_name, count(*) AS n FROM january GROUP BY ALL ORDER BY n DESC LIMIT 5")
        .rows()
        .forEach(System.out::println);
    // end::quickstart[]
  }
}
