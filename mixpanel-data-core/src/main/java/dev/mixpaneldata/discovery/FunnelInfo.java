package dev.mixpaneldata.discovery;

import java.util.Optional;

/**
 * A saved funnel of the list of funnels.
 *
 * @param steps the number of its steps, if the app API reports them
 */
public record FunnelInfo(long funnelId, String name, Optional<Integer> steps) {}
