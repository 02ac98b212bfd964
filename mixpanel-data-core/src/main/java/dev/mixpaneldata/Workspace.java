package dev.mixpaneldata;

/** x. */
public final class Workspace {
  private Workspace() {}
}
