package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;

/** An opener of the workspace that the options and the environment name. */
@FunctionalInterface
public interface WorkspaceOpener {
  /** Opens the workspace. Called at most once a process, and only by commands that need one. */
  Workspace open(GlobalOptions options, CommandContext context);
}
