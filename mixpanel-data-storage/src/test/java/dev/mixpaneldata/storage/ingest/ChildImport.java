package dev.mixpaneldata.storage.ingest;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.ingest.EventSources;
import dev.mixpaneldata.ingest.ImportEvents;
import dev.mixpaneldata.ingest.ImportListener;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that imports a file, with as little memory as it is given. */
final class ChildImport {
  private ChildImport() {}

  static Process start(FakeMixpanel mixpanel, Path dataDirectory, Path file, String heap)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                ChildImport.class.getName(),
                mixpanel.origin().toString(),
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                dataDirectory.toString(),
                file.toString()))
        .inheritIO()
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
          .ingest()
          .events(
              ImportEvents.of(arguments[5]),
              EventSources.jsonLines(Path.of(arguments[5])),
              ImportListener.NONE);
    }
  }
}
