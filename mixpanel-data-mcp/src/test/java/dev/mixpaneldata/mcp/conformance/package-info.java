/**
 * A server with the fixtures of the official conformance suite behind this product's transports and
 * guard; {@code .ci/conformance} runs the suite against it.
 */
@NullMarked
package dev.mixpaneldata.mcp.conformance;

import org.jspecify.annotations.NullMarked;
