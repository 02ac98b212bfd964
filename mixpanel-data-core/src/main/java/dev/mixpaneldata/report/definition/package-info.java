/**
 * Mixpanel's own definitions of reports, made of requests. Start at {@link
 * dev.mixpaneldata.report.definition.Definitions}.
 */
@NullMarked
package dev.mixpaneldata.report.definition;

import org.jspecify.annotations.NullMarked;
