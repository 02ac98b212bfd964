package dev.mixpaneldata.cli;

import dev.mixpaneldata.Region;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.quota.WaitRules;

/** Opens the workspace of the account that the options and the environment name. */
public final class DefaultWorkspaceOpener implements WorkspaceOpener {
  @Override
  public Workspace open(GlobalOptions options, CommandContext context) {
    WaitRules rules = options.noWait() ? WaitRules.noWait() : WaitRules.patient();
    WorkspaceBuilder builder =
        Workspace.builder()
            .settings(Settings.of(context.environment()))
            .waits(rules.announcedTo(new WaitNotice(context)));
    options.account().ifPresent(builder::account);
    options.project().ifPresent(builder::project);
    options.region().map(Region::parse).ifPresent(builder::region);
    options.dataView().map(Settings::dataView).ifPresent(builder::dataView);
    options.projectZone().map(ProjectZone::parse).ifPresent(builder::projectZone);
    return builder.open();
  }
}
