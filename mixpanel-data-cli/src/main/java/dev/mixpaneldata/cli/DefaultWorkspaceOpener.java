package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.GlobalOptions;
import dev.mixpaneldata.cli.command.WaitNotice;
import dev.mixpaneldata.cli.command.WorkspaceOpener;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.StoreOptions;

/** An opener that opens the workspace of the account named by the options and the environment. */
public final class DefaultWorkspaceOpener implements WorkspaceOpener {
  /** The memory of an SQL query, in MB: much of a small machine, little of a large one. */
  private static final int SQL_MEMORY = 4_000;

  private static final int SQL_SPILL = 40_000;

  /** The longest line that is stored has 64 MB. */
  private static final int SQL_ROW = 100;

  @Override
  public Workspace open(GlobalOptions options, CommandContext context) {
    WaitRules rules = options.noWait() ? WaitRules.noWait() : WaitRules.patient();
    Settings settings = Settings.of(context.environment());
    int memory = settings.sqlMemory().orElse(SQL_MEMORY);
    WorkspaceBuilder builder =
        Workspace.builder()
            .settings(settings)
            .storeOptions(
                StoreOptions.defaults().withSqlLimits(new SqlLimits(memory, SQL_SPILL, SQL_ROW)))
            .pacer(context.pacer())
            .waits(rules.announcedTo(new WaitNotice(context)));
    options.account().ifPresent(builder::account);
    options.project().ifPresent(builder::project);
    options.region().map(Region::parse).ifPresent(builder::region);
    options.dataView().map(Settings::dataView).ifPresent(builder::dataView);
    options.projectZone().map(ProjectZone::parse).ifPresent(builder::projectZone);
    return builder.open();
  }
}
