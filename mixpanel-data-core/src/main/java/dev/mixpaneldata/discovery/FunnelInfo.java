package dev.mixpaneldata.discovery;

import java.util.Optional;

/**
 * A saved funnel.
 *
 * @param steps how many steps it has, where the app API tells
 */
public record FunnelInfo(long funnelId, String name, Optional<Integer> steps) {}
