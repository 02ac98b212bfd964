package dev.mixpaneldata.storage.fetch;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workspaces of a fake, and what is in their tables. */
final class Local {
  private Local() {}

  static WorkspaceBuilder of(FakeMixpanel mixpanel, Path dataDirectory) {
    return Workspace.builder()
        .credentials(
            Credentials.of(
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                Region.US))
        .baseUrl(mixpanel.origin().toString())
        .dataDirectory(dataDirectory);
  }

  static FetchEvents january(String table) {
    return FetchEvents.of(table, DateRange.of("2026-01-01", "2026-01-31"));
  }

  /** The properties of all rows, sorted: what a table holds, whatever the order. */
  static List<String> properties(Workspace workspace, String table) {
    return workspace
        .sql("SELECT properties::VARCHAR AS p FROM \"" + table + "\" ORDER BY p")
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .sorted()
        .collect(Collectors.toList());
  }

  static @Nullable Object scalar(Workspace workspace, String sql) {
    return workspace.sql(sql).scalar();
  }
}
