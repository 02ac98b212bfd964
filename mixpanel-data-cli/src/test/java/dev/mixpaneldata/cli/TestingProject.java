package dev.mixpaneldata.cli;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.nio.file.Path;

/** Runs {@code mp} on a Mixpanel in this process, opening workspaces as outside of tests. */
public record TestingProject(FakeMixpanel mixpanel, Path folder) {
  /** One command, ready to run. */
  public TestingMp mp() {
    return new TestingMp()
        .opening()
        .with("MP_API_BASE_URL", mixpanel.origin().toString())
        .with("MP_USERNAME", mixpanel.username())
        .with("MP_SECRET", mixpanel.secret())
        .with("MP_PROJECT_ID", String.valueOf(mixpanel.projectId()))
        .with("MP_CONFIG_PATH", folder.resolve("config.toml").toString())
        .with("MP_DATA_DIR", folder.toString());
  }
}
