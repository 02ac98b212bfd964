package dev.mixpaneldata.app.projects;

import dev.mixpaneldata.credentials.Region;
import java.util.Optional;

/**
 * A project as the app API describes it.
 *
 * @param timezone the name of its zone, such as {@code US/Pacific}
 * @param region the region of its data, read from its domain
 * @param role the user's role in it
 */
public record ProjectInfo(
    long id,
    String name,
    Optional<Long> organizationId,
    Optional<String> timezone,
    Region region,
    Optional<String> role,
    boolean hasWorkspaces) {}
