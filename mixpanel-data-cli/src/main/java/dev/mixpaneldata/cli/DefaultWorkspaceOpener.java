package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;

/** Opens the workspace of the account that the options and the environment name. */
final class DefaultWorkspaceOpener implements WorkspaceOpener {
  @Override
  public Workspace open(GlobalOptions options, CommandContext context) {
    throw new UnsupportedOperationException("until Workspace is merged");
  }
}
