package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.Workspace;

/** An opener of the workspace that the options and the environment name. */
@FunctionalInterface
public interface WorkspaceOpener {
  /** Called only by commands that need a workspace, and once by most. */
  Workspace open(GlobalOptions options, CommandContext context);
}
