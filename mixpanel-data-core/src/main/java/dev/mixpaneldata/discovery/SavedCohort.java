package dev.mixpaneldata.discovery;

import java.util.Optional;

/**
 * A saved cohort as the query API describes it.
 *
 * @param count the number of its users when it was last counted
 * @param created the time when it was created, as Mixpanel writes it
 */
public record SavedCohort(
    long id,
    String name,
    long count,
    Optional<String> description,
    Optional<String> created,
    boolean isVisible) {}
