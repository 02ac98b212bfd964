package dev.mixpaneldata.discovery;

import java.util.Optional;

/**
 * A saved cohort.
 *
 * @param count its users when it was counted last
 * @param created when it was made, as Mixpanel writes it
 */
public record SavedCohort(
    long id,
    String name,
    long count,
    Optional<String> description,
    Optional<String> created,
    boolean isVisible) {}
