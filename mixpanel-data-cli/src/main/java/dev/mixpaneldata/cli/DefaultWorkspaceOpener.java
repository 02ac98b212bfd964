package dev.mixpaneldata.cli;

import dev.mixpaneldata.Credentials;
import dev.mixpaneldata.Region;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitRules;

/** Opens the workspace of the account that the options and the environment name. */
public final class DefaultWorkspaceOpener implements WorkspaceOpener {
  @Override
  public Workspace open(GlobalOptions options, CommandContext context) {
    ResolvedAccount account = Accounts.resolve(context, null);
    WorkspaceBuilder builder =
        Workspace.builder()
            .credentials(credentials(account.credentials(), options))
            .dataDirectory(account.dataDirectory())
            .waits(waits(options, context));
    account.baseUrl().ifPresent(origin -> builder.baseUrl(origin.toString()));
    account.timeZone().ifPresent(builder::projectZone);
    return builder.open();
  }

  /** One service account may work on several projects, so the project can be said beside it. */
  private static Credentials credentials(Credentials known, GlobalOptions options) {
    return new Credentials(
        known.username(),
        known.secret(),
        options.project().orElse(known.projectId()),
        options.region().map(Region::parse).orElse(known.region()));
  }

  private static WaitRules waits(GlobalOptions options, CommandContext context) {
    WaitRules rules = options.noWait() ? WaitRules.noWait() : WaitRules.patient();
    return rules.announcedTo(
        wait -> {
          // Waits for the limit of the second are over before one has read of them.
          if (wait.reason() != Wait.Reason.SECOND || options.verbose()) {
            context.say(wait.message());
          }
        });
  }
}
