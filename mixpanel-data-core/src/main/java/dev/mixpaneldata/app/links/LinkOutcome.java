package dev.mixpaneldata.app.links;

import java.util.Optional;

/**
 * A link that was asked for beside an answer, which does not depend on it.
 *
 * @param reportUrl the address; empty if there is none
 * @param reportUrlError why there is none
 */
public record LinkOutcome(Optional<String> reportUrl, Optional<String> reportUrlError) {}
