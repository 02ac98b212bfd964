package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;

/** What is measured: a fetch from a local server into a finished, deduplicated table. */
final class FetchProgram {
  private FetchProgram() {}

  public static void main(String[] arguments) {
    String table = arguments.length > 7 ? arguments[7] : "events";
    try (Workspace workspace =
        Workspace.builder()
            .credentials(Credentials.of(arguments[1], arguments[2], arguments[3], Region.US))
            .baseUrl(arguments[0])
            .dataDirectory(Path.of(arguments[4]))
            .open()) {
      FetchResult result =
          workspace.fetch().events(FetchEvents.of(table, DateRange.of(arguments[5], arguments[6])));
      System.out.println(
          result.received()
              + " received, "
              + result.duplicatesRemoved()
              + " duplicates, "
              + result.rows()
              + " rows, "
              + result.windows().size()
              + " calls");
    }
  }
}
