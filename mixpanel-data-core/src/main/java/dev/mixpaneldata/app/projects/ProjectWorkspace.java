package dev.mixpaneldata.app.projects;

import java.util.Optional;

/** A workspace of a project, which is a view of its data. */
public record ProjectWorkspace(
    long id,
    String name,
    Optional<Long> projectId,
    boolean isDefault,
    boolean isGlobal,
    boolean isRestricted,
    boolean isVisible,
    Optional<String> description) {}
