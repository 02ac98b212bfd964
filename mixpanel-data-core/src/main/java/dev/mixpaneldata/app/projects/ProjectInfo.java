package dev.mixpaneldata.app.projects;

import dev.mixpaneldata.credentials.Region;
import java.util.Optional;

/**
 * A project.
 *
 * @param timezone the name of its zone, such as {@code US/Pacific}
 * @param region where it lives, read from its domain
 * @param role one's role in it
 */
public record ProjectInfo(
    long id,
    String name,
    Optional<Long> organizationId,
    Optional<String> timezone,
    Region region,
    Optional<String> role,
    boolean hasWorkspaces) {}
