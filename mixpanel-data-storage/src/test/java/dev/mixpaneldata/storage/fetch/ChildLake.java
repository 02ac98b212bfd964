package dev.mixpaneldata.storage.fetch;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A process that exports a table to a lake, or fetches into one, so that it can be killed. */
final class ChildLake {
  static final String DAY = "day";
  static final String DONE = "done";

  private ChildLake() {}

  static Process start(FakeMixpanel mixpanel, Path data, Path lake, String how) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildLake.class.getName(),
                mixpanel.origin().toString(),
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                data.toString(),
                lake.toString(),
                how))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) {
    try (Workspace workspace =
        Workspace.builder()
            .credentials(Credentials.of(arguments[1], arguments[2], arguments[3], Region.US))
            .baseUrl(arguments[0])
            .dataDirectory(Path.of(arguments[4]))
            .open()) {
      Path lake = Path.of(arguments[5]);
      if (arguments[6].equals("fetch")) {
        FetchEvents january = Local.january("events").with(f -> f.chunkDays(4));
        System.out.println(DAY + " fetching");
        workspace.lake(lake).fetch(january);
      } else {
        ExportLake all = ExportLake.of(lake, "jan").with(e -> e.overwrite(true));
        workspace
            .lake(lake)
            .export(
                all,
                new LakeListener() {
                  @Override
                  public void dayFinished(LocalDate day, long rows, boolean isWritten) {
                    System.out.println(DAY + " " + day);
                  }
                });
      }
      System.out.println(DONE);
    }
  }
}
