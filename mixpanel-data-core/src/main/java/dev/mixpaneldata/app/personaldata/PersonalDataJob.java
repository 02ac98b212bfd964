package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A retrieval or a deletion that Mixpanel carries out.
 *
 * @param taskId its id, in the answer to its creation
 * @param trackingId its id, in other answers
 * @param status {@code PENDING}, {@code STAGING}, {@code STARTED}, {@code SUCCESS}, {@code
 *     FAILURE}, {@code REVOKED}, {@code NOT_FOUND} or {@code UNKNOWN}
 * @param results the address of the data, once a retrieval has succeeded
 * @param dateRequested as Mixpanel writes it
 */
public record PersonalDataJob(
    Optional<String> taskId,
    Optional<String> trackingId,
    Optional<String> status,
    Optional<String> results,
    Optional<String> requestingUser,
    Optional<String> complianceType,
    Optional<Long> projectId,
    Optional<String> dateRequested,
    List<String> distinctIds,
    @Remaining Map<String, Json> remaining) {}
