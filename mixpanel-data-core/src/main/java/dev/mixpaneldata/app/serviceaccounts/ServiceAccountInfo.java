package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A service account, without its secret.
 *
 * @param lastUsed when it last signed in, as Mixpanel writes it
 * @param expires when it ends, as Mixpanel writes it; empty for never
 * @param creator the id of the user who created it
 * @param created as Mixpanel writes it
 * @param role its role, in the list of a project
 */
public record ServiceAccountInfo(
    long id,
    Optional<String> username,
    Optional<String> lastUsed,
    Optional<String> expires,
    Optional<Long> creator,
    Optional<String> created,
    Optional<String> role,
    @Remaining Map<String, Json> remaining) {}
