package dev.mixpaneldata.storage.fetch;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that fetches, and says how far it is, so that it can be killed there. */
final class ChildFetch {
  static final String WINDOW = "window";
  static final String LOADING = "loading";
  static final String DONE = "done";

  private ChildFetch() {}

  static Process start(FakeMixpanel mixpanel, Path dataDirectory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildFetch.class.getName(),
                mixpanel.origin().toString(),
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                dataDirectory.toString()))
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
      workspace
          .fetch()
          .events(
              Local.january("jan"),
              new FetchListener() {
                @Override
                public void windowFinished(String window) {
                  System.out.println(WINDOW + " " + window);
                }

                @Override
                public void loading(long rows, long ofRows) {
                  System.out.println(LOADING);
                }
              });
      System.out.println(DONE);
    }
  }
}
