package dev.mixpaneldata.testkit.junit;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fake of one test and, once asked for, a workspace on it with a folder of its own. */
final class FakeProjectOfTest implements AutoCloseable {
  private final FakeMixpanel mixpanel;
  private @Nullable Workspace workspace;
  private @Nullable Path folder;

  FakeProjectOfTest(FakeMixpanel mixpanel) {
    this.mixpanel = mixpanel;
  }

  FakeMixpanel mixpanel() {
    return mixpanel;
  }

  Workspace workspace() {
    if (workspace == null) {
      folder = newFolder();
      workspace =
          Workspace.builder()
              // Nothing of the machine's environment and accounts reaches a test.
              .settings(Settings.of(Map.of(), folder))
              .credentials(
                  Credentials.of(
                      mixpanel.username(),
                      mixpanel.secret(),
                      Long.toString(mixpanel.projectId()),
                      Region.US))
              .baseUrl(mixpanel.origin().toString())
              .dataDirectory(folder)
              .open();
    }
    return workspace;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("mixpanel-data-test");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    if (workspace != null) {
      workspace.close();
    }
    mixpanel.close();
    if (folder != null) {
      PrivateFiles.removeTree(folder);
    }
  }
}
