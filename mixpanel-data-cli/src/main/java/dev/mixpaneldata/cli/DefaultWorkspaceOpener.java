package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.GlobalOptions;
import dev.mixpaneldata.cli.command.LimitedSql;
import dev.mixpaneldata.cli.command.OlderProject;
import dev.mixpaneldata.cli.command.WaitNotice;
import dev.mixpaneldata.cli.command.WorkspaceOpener;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.WaitRules;

/** An opener that opens the workspace of the account named by the options and the environment. */
public final class DefaultWorkspaceOpener implements WorkspaceOpener {
  @Override
  public Workspace open(GlobalOptions options, CommandContext context) {
    WaitRules rules = options.noWait() ? WaitRules.noWait() : WaitRules.patient();
    Settings settings = Settings.of(context.environment());
    WorkspaceBuilder builder =
        Workspace.builder()
            .settings(settings)
            .storeOptions(LimitedSql.options(settings))
            .olderProject(zone -> context.say(OlderProject.notice(zone)))
            .pacer(context.pacer())
            .waits(rules.announcedTo(new WaitNotice(context)));
    if (options.readOnly()) {
      builder.readOnly();
    }
    options.account().ifPresent(builder::account);
    options.target().ifPresent(builder::target);
    options.project().ifPresent(builder::project);
    options.region().map(Region::parse).ifPresent(builder::region);
    options.dataView().map(Settings::dataView).ifPresent(builder::dataView);
    options.projectZone().map(ProjectZone::parse).ifPresent(builder::projectZone);
    return builder.open();
  }
}
