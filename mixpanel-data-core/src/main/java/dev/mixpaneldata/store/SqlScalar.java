package dev.mixpaneldata.store;

import org.jspecify.annotations.Nullable;

/** The single value of a query; its class is one of those that {@link SqlResult} names. */
public record SqlScalar(@Nullable Object value) {}
