/**
 * What there is in a project: names, values, saved things. Start at {@link
 * dev.mixpaneldata.discovery.Discovery}.
 */
@NullMarked
package dev.mixpaneldata.discovery;

import org.jspecify.annotations.NullMarked;
