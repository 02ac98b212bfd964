package dev.mixpaneldata;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a workspace: its database file, project and tables.
 *
 * @param path the database file, whether or not it exists
 * @param sizeMb its size in millions of bytes, 0 if there is none yet
 * @param createdAt the time when it was made
 * @param projectId the project; empty if no credentials are known
 * @param region us, eu or in
 * @param account the account's name, if it comes from the configuration file
 * @param tables the local tables
 */
public record WorkspaceInfo(
    Path path,
    double sizeMb,
    Optional<Instant> createdAt,
    Optional<String> projectId,
    Optional<String> region,
    Optional<String> account,
    List<TableInfo> tables)
    implements Tabular {
  public WorkspaceInfo {
    tables = List.copyOf(tables);
  }

  @Override
  public List<String> header() {
    return List.of("path", "size_mb", "project_id", "region", "account", "tables");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            path.toString(),
            sizeMb,
            projectId.orElse(null),
            region.orElse(null),
            account.orElse(null),
            String.join(", ", tables.stream().map(TableInfo::name).toList())));
  }
}
