package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;

/** Opens the workspace that the options and the environment name. */
@FunctionalInterface
public interface WorkspaceOpener {
  /** Called once a process at most, and only by commands that need a workspace. */
  Workspace open(GlobalOptions options, CommandContext context);
}
